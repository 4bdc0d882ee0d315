"""Rows that the tests of a module share, made once: for tests that look and leave all as it was."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import transaction


@contextmanager
def kept_rows(blocker, make: Callable[[], object]) -> Iterator:
    """What `make` returns, written in a transaction around those of the tests. Each test takes back
    what it writes, this one takes back the rest; between tests the database stays closed."""
    with blocker.unblock(), transaction.atomic():
        made = make()
        with blocker.block():
            yield made
        transaction.set_rollback(True)
