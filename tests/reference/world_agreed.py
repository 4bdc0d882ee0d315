"""What the factories of a random world agree to do."""

from datetime import timedelta
from random import Random
from typing import Any

from courses import models
from tests.reference.world_people import PROVINCES, SECTORS, about


def agreed(world: Any, run: models.CourseRun, seed: str) -> None:
    """By a chance of its own, so that the rest of a world stays what it was."""
    rng = Random(seed)
    models.FactoryAction.objects.bulk_create(
        _action(rng, run, rng.choice(world.organizations)) for _ in range(rng.randint(0, 3))
    )


def _action(rng, run, organization) -> models.FactoryAction:
    due_on = about(rng) + timedelta(days=rng.choice((-200, 0, 0, 0, 30)))
    row = models.FactoryAction(
        run=run,
        organization=organization,
        sector=rng.choice(SECTORS),
        province_id=rng.choice(PROVINCES),
        text="Put up signs",
        responsible="Safety officer",
        agreed_on=due_on - timedelta(days=60),
        due_on=due_on,
        state=rng.choice(("open", "done", "done", "done", "dropped")),
    )
    if row.state == "done":
        row.seen_on, row.seen_by = max(about(rng), row.agreed_on), "Adviser"
    if row.state == "dropped":
        row.dropped_on, row.dropped_reason = about(rng), "Closed"
    return row
