"""One session: who trains in it, and who could be marked although it was called off."""

from django.db.models import QuerySet

from courses.choices import ATTENDED
from courses.models import Enrollment, Person, Session
from courses.queries.register import roster


def trainers_in(session: Session) -> list[Person]:
    """Those named for the session, else those of the run, the leading one first."""
    own = [each.person for each in session.session_trainers.select_related("person")]
    return own or [each.person for each in session.run.run_trainers.select_related("person")]


def people_on(session: Session) -> QuerySet[Person]:
    """Everybody who has a seat on its run."""
    return Person.objects.filter(enrollments__in=session.run.enrollments.holding_seats())


def came_anyway(session: Session) -> list[Enrollment]:
    """Those enrolled who came, where the session was called off."""
    return [row for row in roster(session) if row.presence in ATTENDED]
