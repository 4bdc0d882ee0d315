import pytest
from django.utils import translation

from courses.choices import ImportOutcome
from courses.views.import_words import AFTER, BEFORE, counted, spoken


def test_one_sentence_for_each_outcome_that_happens():
    outcomes = [ImportOutcome.NEW, ImportOutcome.LEFT_OUT, ImportOutcome.NEW]
    assert counted(outcomes, BEFORE) == [
        {"icon": "plus", "text": "2 people are new."},
        {"icon": "minus", "text": "1 row stays out."},
    ]
    assert [told["text"] for told in counted(outcomes, AFTER)] == [
        "2 new people were added.",
        "1 row stayed out.",
    ]


@pytest.mark.parametrize("outcome", ImportOutcome)
def test_every_outcome_has_words_after_adding(outcome):
    assert counted([outcome], AFTER)


def test_numbers_follow_the_language():
    with translation.override("km"):
        assert spoken("12") == "១២"
