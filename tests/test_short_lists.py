"""Lists of one row take a known number of queries."""

import pytest

from tests.courses.admin.world import QUERIES, list_of, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def world(keep_rows):
    return keep_rows(make_world)


@pytest.mark.parametrize("noun", QUERIES)
def test_one_row_takes_a_known_number_of_queries(
    noun, world, client, staff_user, django_assert_num_queries
):
    client.force_login(staff_user)
    client.get(list_of(noun))
    with django_assert_num_queries(QUERIES[noun]):
        answer = client.get(list_of(noun))
    assert getattr(world, noun) in answer.context["object_list"]
