"""One person who is on a run with both of her records."""

from tests.factories import CourseRunFactory, EnrollmentFactory, SessionFactory


def enrolled_twice(both, *, places=("enrolled", "enrolled"), run=None):
    run = run or CourseRunFactory(min_sessions=2)
    mine, other = (
        EnrollmentFactory(run=run, person=person, status=status)
        for person, status in zip(both, places, strict=True)
    )
    sessions = [SessionFactory(run=run, hour=hour) for hour in (8, 13)]
    return run, mine, other, sessions
