"""Lists of thirty rows take the queries of lists of one, which test_short_lists.py asks for."""

import pytest

from tests.courses.admin.world import QUERIES, list_of, make_world

#: One worker makes the rows for all.
pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("lists")]


@pytest.fixture(scope="module")
def thirty(keep_rows):
    return keep_rows(lambda: [make_world() for _number in range(30)])


@pytest.mark.parametrize("noun", QUERIES)
def test_thirty_rows_take_the_queries_of_one(
    noun, thirty, client, staff_user, django_assert_num_queries
):
    client.force_login(staff_user)
    client.get(list_of(noun), {"q": "nothing of that name"})
    with django_assert_num_queries(QUERIES[noun]):
        answer = client.get(list_of(noun))
    assert len(answer.context["object_list"]) == 30
