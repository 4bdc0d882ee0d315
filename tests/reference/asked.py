"""What people were asked and answered, and what factories agreed to do, as plain rows."""

from dataclasses import dataclass, field
from datetime import date

from courses import models
from tests.reference.agreed import Action, read_actions
from tests.reference.tables import rows


@dataclass(slots=True)
class Round:
    """`tallies` are (way, sheets, for each question how often each face)."""

    closed_on: date | None
    tallies: list[tuple[str, int, list[list[int]]]] = field(default_factory=list)


@dataclass(slots=True)
class Asked:
    """Rounds by run; by enrolment what somebody answered later: (way, has applied, how sure); what
    factories agreed to do."""

    rounds: dict[int, Round] = field(default_factory=dict)
    answers: dict[int, tuple[str, bool, str]] = field(default_factory=dict)
    actions: list[Action] = field(default_factory=list)


def read_asked() -> Asked:
    runs, rounds = {}, {}
    for pk, run, closed_on in rows(models.FeedbackRound, "pk", "run_id", "closed_on"):
        runs[pk], rounds[run] = run, Round(closed_on)
    for pk, *tally in rows(models.FeedbackTally, "round_id", "way", "sheets", "counts"):
        rounds[runs[pk]].tallies.append(tuple(tally))
    columns = ("enrollment_id", "answered_on", "way", "has_applied", "evidence")
    answers = {
        pk: tuple(answer)
        for pk, answered_on, *answer in rows(models.FollowUp, *columns)
        if answered_on is not None
    }
    return Asked(rounds, answers, read_actions())


def read_tests(runs, enrollments) -> None:
    """Writes the pass mark into the runs, and what people scored into their places."""
    for run, percent in rows(models.RunTest, "run_id", "pass_percent"):
        runs[run].pass_percent = percent
    columns = ("enrollment_id", "moment", "score", "max_score")
    for enrollment, moment, *score in rows(models.TakenTest, *columns):
        enrollments[enrollment].scores[moment] = tuple(score)
