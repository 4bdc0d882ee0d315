"""The sentences of a register."""

import pytest
from django.utils import translation

from courses.forms.register_words import bar_words, came
from courses.queries.register import Count
from tests.factories import SessionFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("presence", "missed", "words"),
    [
        ("late", 40, "Came 08:40. Counts 155 of 180 min."),
        ("late", 10, "Came 08:10. Counts 180 of 180 min."),
        ("left_early", 30, "Left 10:30. Counts 150 of 180 min."),
        ("late", 0, ""),
        ("present", 0, ""),
        ("absent", 40, ""),
    ],
)
def test_a_mark_says_what_it_counts(presence, missed, words):
    assert came(SessionFactory.build(), presence, missed) == words


def test_minutes_are_khmer_on_a_khmer_page():
    with translation.override("km"):
        assert "០៨:៤០" in came(SessionFactory.build(), "late", 40)


def test_the_bar_drops_what_is_done():
    words = bar_words(Count(people=25, here=24, women_here=19, undecided=0))
    assert words == {
        "here": "24 of 25 here",
        "detail": "19 women",
        "rest": "Mark the other 0 here",
        "progress": "25 of 25 marked",
    }
