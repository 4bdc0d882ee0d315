"""People on runs and their marks, as rows of the read model in the order of its columns."""

from collections.abc import Iterator

from courses.choices import ATTENDED, EnrollmentSource, EnrollmentStatus, Sex
from courses.models import Attendance, Enrollment, Person, TakenTest
from courses.queries.facts.runs import AT_ONCE
from courses.queries.facts.source import Source
from courses.rules.knowledge import is_passed, worth
from courses.rules.no_shows import Place, is_late_withdrawal, is_on_the_list

Rows = Iterator[tuple]

PLACE = (
    *("pk", "person_id", "run_id", "status", "source", "confirmed_at", "status_since"),
    *("completion__is_met", "completion__met_on", "person__birth_year", "person__sex"),
    *("role", "sector", "province_id", "employer_id"),
)


def marks(source: Source) -> Rows:
    """Marks that say here with minutes credited; whether the session was held is for the reader."""
    rows = Attendance.objects.filter(presence__in=ATTENDED, credited_minutes__gt=0)
    rows = source.within(rows, "enrollment__run")
    fields = ("enrollment_id", "session_id", "credited_minutes", "is_self_reported")
    yield from rows.values_list(*fields).iterator(AT_ONCE)


def results(source: Source) -> Rows:
    """What people scored in the tests of their runs; the pass mark is that of the run."""
    rows = source.within(TakenTest.objects.all(), "enrollment__run")
    for enrollment, moment, score, points, percent in rows.values_list(
        *("enrollment_id", "moment", "score", "max_score", "enrollment__run__test__pass_percent")
    ).iterator(AT_ONCE):
        yield enrollment, moment, worth(score, points), is_passed(score, points, percent)


def standing(source: Source) -> Rows:
    """Enrolments but those that were merged into another one."""
    begins, human = source.begun, source.humans
    training = source.trainers | {(run, person) for run, person, _session in source.helpers}
    kept = Person.everybody.filter(pk__in=set(human.values())).order_by()
    details = {pk: facts for pk, *facts in kept.values_list("pk", "sex", "birth_year")}
    rows = source.within(Enrollment.objects.standing(), "run").values_list(*PLACE)
    for pk, person, run, status, source, confirmed_at, since, *facts in rows.iterator(AT_ONCE):
        is_met, met_on, birth_year, sex, *place = facts
        if person in human:
            person = human[person]
            sex, birth_year = details[person]
        is_trainer = (run, person) in training
        on_list = gave_up_late = False
        if run in begins and not is_trainer:
            at_the_door = source == EnrollmentSource.WALK_IN
            seat = Place(status, confirmed_at, since, at_the_door=at_the_door)
            on_list = is_on_the_list(seat, begins[run])
            gave_up_late = is_late_withdrawal(seat, begins[run])
        yield (
            *(pk, person, run, is_trainer, status == EnrollmentStatus.ENROLLED and not is_trainer),
            status == EnrollmentStatus.GUEST and not is_trainer,
            *(on_list, gave_up_late, met_on if is_met else None, birth_year),
            *(None if sex == Sex.NOT_STATED else sex, *place),
        )
