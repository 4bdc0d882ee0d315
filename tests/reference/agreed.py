"""What factories agreed to do, as plain rows."""

from dataclasses import dataclass
from datetime import date

from courses import models
from tests.reference.tables import rows


@dataclass(slots=True)
class Action:
    """`employer`, `sector` and `province` say where, as an enrolment does."""

    run: int
    due_on: date
    seen_on: date | None
    dropped_on: date | None
    employer: int
    sector: str | None
    province: str | None


def read_actions() -> list[Action]:
    columns = ("run_id", "due_on", "seen_on", "dropped_on", "organization_id", "sector")
    found = [Action(*row) for row in rows(models.FactoryAction, *columns, "province_id")]
    for each in found:
        each.sector = each.sector or None
    return found
