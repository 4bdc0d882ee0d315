"""What factories do after a training, as rows of the read model."""

from collections.abc import Iterator

from django.db.models.functions import Coalesce

from courses.models import FactoryAction
from courses.queries.facts.source import Source

PLACE = Coalesce("run__venue__province", "run__province")
COLUMNS = (
    *("pk", "run_id", "due_on", "seen_on", "dropped_on", "organization_id"),
    *("sector", "province_id", "place"),
)


def factory_actions(source: Source) -> Iterator[tuple]:
    rows = source.within(FactoryAction.objects.annotate(place=PLACE), "run")
    yield from rows.values_list(*COLUMNS)
