"""Facts in memory, for sites that keep no files of them: made when asked for."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from courses.adapters.facts.layout import Handed, Layout
from courses.adapters.facts.loading import connect, load_all
from courses.adapters.facts.reading import Facts


@contextmanager
def made_in_memory(layout: Layout, handed: Handed) -> Iterator[Facts]:
    """Facts that are gone afterwards."""
    made_at = datetime.now(UTC)
    with TemporaryDirectory() as folder, connect() as database:
        load_all(database, layout, handed, Path(folder))
        yield Facts(database, made_at)
