"""A list of thirty rows takes the queries of a list of one, which `test_views` asks for."""

import pytest

from tests.courses.admin.world import QUERIES, list_of, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def thirty(keep_rows):
    return keep_rows(lambda: [make_world() for _number in range(30)])


@pytest.mark.parametrize("noun", QUERIES)
def test_thirty_rows_take_the_queries_of_one(noun, thirty, staff, django_assert_num_queries):
    staff.get(list_of(noun))
    with django_assert_num_queries(QUERIES[noun]):
        answer = staff.get(list_of(noun))
    assert len(answer.context["object_list"]) == 30
