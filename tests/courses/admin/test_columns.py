"""Words in cells: both spellings of a name, local days, nothing for nothing."""

from datetime import UTC, date, datetime

import pytest
from django.utils.translation import override

from courses.admin.columns import day_of, days_of, number_of, person_name, time_of
from courses.models import Person


@pytest.mark.parametrize(
    ("person", "words"),
    [
        (Person(family_name_latin="Sok", given_name_latin="Dara"), "Sok Dara"),
        (Person(name_km="សុខ"), '<span class="sala-whole" lang="km">សុខ</span>'),
        (
            Person(name_km="<b>", family_name_latin="Sok"),
            '<span class="sala-whole" lang="km">&lt;b&gt;</span> '
            '<span class="sala-whole">Sok</span>',
        ),
    ],
)
def test_a_name_shows_what_is_known_of_it(person, words):
    assert person_name(person) == words


def test_a_moment_shows_as_the_local_day():
    late = datetime(2026, 5, 3, 20, 0, tzinfo=UTC)

    assert day_of(late) == "4 May 2026"
    assert time_of(late) == "Monday 4 May 2026, 03:00"


def test_nothing_shows_as_nothing():
    assert [days_of(None, None), day_of(None), time_of(None), number_of(None)] == [""] * 4


def test_days_and_numbers_follow_the_language():
    with override("km"):
        assert number_of(1234) == "១.២៣៤"
        assert days_of(date(2026, 5, 3), date(2026, 5, 3)).endswith("២០២៦")
