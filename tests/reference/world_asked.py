"""What people of a random world are asked and answer."""

from datetime import timedelta
from random import Random

from courses import models
from courses.queries.feedback import shipped
from tests.reference.world_people import about

#: Sheets by way: enough, too few, and none.
SHEETS = (0, 3, 4, 5, 9, 14)


def asked(
    run: models.CourseRun, places: list[models.Enrollment], completions: list[models.Completion]
) -> None:
    """By a chance of its own, so that the rest of a world stays what it was."""
    rng = Random(" ".join(f"{place.role}{place.status}{place.source}" for place in places))
    if rng.random() < 0.7:
        _feedback(rng, run)
    models.FollowUp.objects.bulk_create(
        _answer(rng, each) for each in completions if rng.random() < 0.6
    )


def _feedback(rng, run) -> None:
    form = models.FeedbackForm.objects.first() or shipped()
    if form.pk is None:
        form.save()
    closed_on = rng.choice([None, about(rng), run.ends_on])
    found = models.FeedbackRound.objects.create(run=run, form=form, closed_on=closed_on)
    tallies = []
    for way in rng.sample(("own", "passed", "paper"), rng.randint(0, 3)):
        sheets = rng.choice(SHEETS)
        faces = [rng.randint(1, 5) for _ in range(sheets - rng.choice((0, 0, sheets)))]
        row = [faces.count(face) for face in range(1, 6)]
        counts = [row] * len(form.statements)
        tallies.append(models.FeedbackTally(round=found, way=way, sheets=sheets, counts=counts))
    models.FeedbackTally.objects.bulk_create(tallies)


def _answer(rng, completion) -> models.FollowUp:
    place, met_on = completion.enrollment, completion.met_on
    has_applied = rng.choice((True, True, False))
    answer = (
        {
            "answered_on": met_on + timedelta(90),
            "way": rng.choice(("link", "call", "visit")),
            "has_applied": has_applied,
            "evidence": rng.choice(("self", "verified")) if has_applied else "self",
        }
        if met_on and rng.random() < 0.8
        else {}
    )
    return models.FollowUp(enrollment=place, token_sha256=f"{place.pk}", **answer)
