"""Sentences about a whole participant list, before and after its people are added."""

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import ngettext_lazy

from courses.adapters.language import language
from courses.choices import ImportOutcome
from courses.rules.calendar_words import digits

BEFORE = {
    ImportOutcome.NEW: ngettext_lazy("%(n)s person is new.", "%(n)s people are new.", "n"),
    ImportOutcome.KNOWN: ngettext_lazy(
        "%(n)s person is known from before.", "%(n)s people are known from before.", "n"
    ),
    ImportOutcome.ALREADY: ngettext_lazy(
        "%(n)s person is on this run already.", "%(n)s people are on this run already.", "n"
    ),
    ImportOutcome.IS_TRAINER: ngettext_lazy(
        "%(n)s person trains on this run and cannot take part in it.",
        "%(n)s people train on this run and cannot take part in it.",
        "n",
    ),
    ImportOutcome.LEFT_OUT: ngettext_lazy("%(n)s row stays out.", "%(n)s rows stay out.", "n"),
}
AFTER = {
    ImportOutcome.NEW: ngettext_lazy(
        "%(n)s new person was added.", "%(n)s new people were added.", "n"
    ),
    ImportOutcome.KNOWN: ngettext_lazy(
        "%(n)s person known from before was added.",
        "%(n)s people known from before were added.",
        "n",
    ),
    ImportOutcome.ALREADY: ngettext_lazy(
        "%(n)s person was on this run already.", "%(n)s people were on this run already.", "n"
    ),
    ImportOutcome.IS_TRAINER: BEFORE[ImportOutcome.IS_TRAINER],
    ImportOutcome.LEFT_OUT: ngettext_lazy("%(n)s row stayed out.", "%(n)s rows stayed out.", "n"),
    ImportOutcome.REFUSED: ngettext_lazy(
        "%(n)s person could not be added.", "%(n)s people could not be added.", "n"
    ),
}
UNDONE = {
    "person": ngettext_lazy(
        "%(n)s person who was new is gone again.", "%(n)s people who were new are gone again.", "n"
    ),
    "place": ngettext_lazy(
        "%(n)s person is off the run and stays on record.",
        "%(n)s people are off the run and stay on record.",
        "n",
    ),
    "stays": ngettext_lazy("%(n)s person stays on the run.", "%(n)s people stay on the run.", "n"),
}
ICONS = {
    ImportOutcome.NEW: "plus",
    ImportOutcome.KNOWN: "user",
    ImportOutcome.ALREADY: "tick",
    ImportOutcome.IS_TRAINER: "minus",
    ImportOutcome.LEFT_OUT: "minus",
    ImportOutcome.REFUSED: "minus",
    "person": "minus",
    "place": "user",
    "stays": "tick",
}


def counted(outcomes: Iterable[str | None], words: Mapping[str, Promise]) -> list[dict[str, str]]:
    """One sentence with its icon for each outcome that some row has."""
    outcomes = list(outcomes)
    return [
        {"icon": ICONS[outcome], "text": spoken(words[outcome] % {"n": number})}
        for outcome in words
        if (number := outcomes.count(outcome))
    ]


def spoken(sentence: str) -> str:
    """The sentence with the digits of the current language."""
    return digits(sentence, language())
