"""Who looks at a screen: the one place that knows how a request leads to a person."""

from django.http import HttpRequest

from courses.models import Person
from courses.queries.my_training import person_of


def visitor(request: HttpRequest) -> Person | None:
    """The person behind the login of the request, or None."""
    return person_of(request.user)


def may_come_in_for_her_own(request: HttpRequest) -> bool:
    """Whether whoever looks has said who she is; see policy `own` of `SalaView`."""
    return request.user.is_authenticated
