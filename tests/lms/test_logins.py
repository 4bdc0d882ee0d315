"""What a login may do, as Django itself says it."""

import pytest
from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser, Permission

from lms.logins import Logins
from tests.conftest import user_in
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def users():
    """Logins with permissions of groups, of their own, of both, with all and with none."""
    hers = Permission.objects.filter(codename__in=["add_user", "add_venue"])
    user_in("Trainers", username="both").user_permissions.set(hers)
    UserFactory(username="own").user_permissions.set(hers)
    user_in("Programme staff", username="staff")
    user_in("Trainers", username="gone", is_active=False)
    UserFactory(username="nobody")
    UserFactory(username="all", is_superuser=True)


def told(backend):
    """By username; each user fresh from the database, for she keeps what was asked."""
    return {
        user.username: (
            backend.get_user_permissions(user),
            backend.get_group_permissions(user),
            backend.get_all_permissions(user),
            backend.get_all_permissions(user, obj=user),
        )
        for user in [*get_user_model().objects.order_by("pk"), AnonymousUser()]
    }


def test_the_permissions_are_those_that_django_finds(users):
    answers = told(Logins())
    assert answers == told(AuthenticationBackend())
    assert answers["own"] == (
        {"auth.add_user", "courses.add_venue"},
        set(),
        answers["own"][0],
        set(),
    )
    assert "courses.add_courserun" in answers["both"][1] & answers["both"][2]
    assert answers["nobody"][2] == answers["gone"][2] == set()


def test_a_user_is_asked_about_once_and_a_change_counts_from_the_next_visit(
    django_assert_num_queries,
):
    user = user_in("Trainers", username="trainer")
    with django_assert_num_queries(2):
        assert [user.has_perm("courses.add_courserun") for _time in range(2)] == [True, True]
    user.groups.clear()
    again = get_user_model().objects.get(pk=user.pk)
    assert not again.has_perm("courses.add_courserun")
