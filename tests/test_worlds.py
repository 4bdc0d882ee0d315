"""Rows that a module keeps are there for each of its tests, as they were made."""

import pytest

from courses.models import Topic
from tests.factories import TopicFactory
from tests.worlds import kept_rows


@pytest.fixture(scope="module")
def topic(keep_rows):
    return keep_rows(TopicFactory)


@pytest.mark.django_db
@pytest.mark.parametrize("time", ["first", "second"])
def test_what_a_test_changes_is_taken_back(topic, time):
    assert Topic.objects.get(pk=topic.pk).name_en == topic.name_en
    Topic.objects.filter(pk=topic.pk).update(name_en="Changed")


def test_a_test_that_asks_for_no_database_gets_none(topic):
    with pytest.raises(RuntimeError, match="Database access not allowed"):
        Topic.objects.exists()


@pytest.mark.django_db
def test_the_rows_are_gone_at_the_end(django_db_blocker):
    with kept_rows(django_db_blocker, TopicFactory) as kept, django_db_blocker.unblock():
        assert Topic.objects.filter(pk=kept.pk).exists()
    assert not Topic.objects.filter(pk=kept.pk).exists()
