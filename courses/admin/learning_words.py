"""Results of learning in words: the headline figures, a row for each course or trainer, and
satisfaction question by question."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from courses.admin.cross_tables import NOTHING
from courses.admin.reach_words import ALL, COURSE, Dimension, Table, Words
from courses.admin.target_words import amount_words
from courses.rules import calendar_words, indicators
from courses.rules.feedback import FEWEST
from courses.rules.indicators import Indicator
from courses.rules.learning_results import Learned, Learning, QuestionBeforeAfter
from courses.rules.suppression import hidden_mark

#: What a row tells on a page or on paper; files have all.
SHOWN = (
    indicators.LEARNING_GAIN,
    indicators.MATCHED,
    indicators.PASS_RATE,
    indicators.SATISFACTION,
    indicators.SATISFACTION_RESPONSE,
    indicators.APPLIED,
    indicators.FOLLOW_UP_RESPONSE,
)
HEADLINES = (
    indicators.LEARNING_GAIN,
    indicators.PASS_RATE,
    indicators.SATISFACTION,
    indicators.APPLIED,
)
#: Of how many those are of whom a row tells.
OF = {indicators.MATCHED: indicators.TESTED}
QUESTION = Dimension(
    "question",
    gettext_lazy("Satisfaction by question"),
    gettext_lazy("Question"),
    "",
    gettext_lazy(
        "Runs with fewer than five sheets, or with a question that fewer than five people answered,"
        " are not in it."
    ),
)
TEST_QUESTION = Dimension(
    "test_question",
    gettext_lazy("The test, question by question"),
    gettext_lazy("Question"),
    "",
    gettext_lazy(
        "The share of the point that people had on average. Other people answered a question before"
        " than after, as each had one form first and the other one later. Nothing is told of fewer"
        " than five. Never hand this list out: it has the questions of the test."
    ),
)


@dataclass(frozen=True)
class Headline:
    """A figure large, and of how many it is in sentences."""

    indicator: Indicator
    number: str
    told: list[str]


def headlines(found: Learning, language: str) -> list[Headline]:
    """Those of which there is anything to tell."""
    values = found.whole.values
    told = {
        indicators.LEARNING_GAIN: _of_gain,
        indicators.PASS_RATE: _of_passing,
        indicators.SATISFACTION: _of_satisfaction,
        indicators.APPLIED: _of_use,
    }
    return [
        Headline(each, _large(each, found.whole, language), told[each](values, language))
        for each in HEADLINES
        if each.code in values
    ]


def _large(indicator: Indicator, row: Learned, language: str) -> str:
    words = figure_words(indicator, row, language)
    if indicator is not indicators.LEARNING_GAIN or row.values.get(indicator.code) is None:
        return words
    return _("%(number)s points") % {"number": words}


def _of_gain(values: Mapping[str, Any], language: str) -> list[str]:
    matched, tested = (values.get(code) or 0 for code in ("L2N", "L2S"))
    words = ngettext(
        "Of %(whole)s person on runs with a test we know both results of %(part)s.",
        "Of %(whole)s people on runs with a test we know both results of %(part)s.",
        tested,
    )
    return [words % _numbers(language, part=matched, whole=tested)]


def _of_passing(values: Mapping[str, Any], language: str) -> list[str]:
    took = values.get("L3S") or 0
    words = ngettext(
        "%(number)s person took the post-test.", "%(number)s people took the post-test.", took
    )
    return [words % _numbers(language, number=took)]


def _of_satisfaction(values: Mapping[str, Any], language: str) -> list[str]:
    sheets = values.get("L1N") or 0
    words = ngettext("%(number)s sheet.", "%(number)s sheets.", sheets)
    return [words % _numbers(language, number=sheets), *_response(values.get("L1R"), language)]


def _of_use(values: Mapping[str, Any], language: str) -> list[str]:
    answered = values.get("L5N") or 0
    words = ngettext("%(number)s person answered.", "%(number)s people answered.", answered)
    return [words % _numbers(language, number=answered), *_response(values.get("L5"), language)]


def _response(share: Fraction | None, language: str) -> list[str]:
    if share is None:
        return []
    return [_("Response: %(share)s.") % {"share": calendar_words.percent(share, language)}]


def _numbers(language: str, **numbers: int) -> dict[str, str]:
    return {name: calendar_words.number(number, language) for name, number in numbers.items()}


def figure_words(indicator: Indicator, row: Learned, language: str) -> str:
    """A figure of a row, the gain in points; a mark where it is of too few people."""
    if indicator.code in row.hidden:
        return hidden_mark(FEWEST, language)
    value = row.values.get(indicator.code)
    if indicator is indicators.LEARNING_GAIN and value is not None:
        return signed(value, language, 1)
    words = amount_words(indicator, value, language)
    if indicator not in OF:
        return words
    if not row.values.get(OF[indicator].code):
        return NOTHING
    whole = amount_words(OF[indicator], row.values[OF[indicator].code], language)
    return _("%(value)s of %(amount)s") % {"value": words, "amount": whole}


def hidden_note(language: str) -> str:
    """What the mark of a figure means that is not told."""
    words = _(
        "%(mark)s: of fewer than five people, or hidden so that nobody can work out such a figure."
    )
    return words % {"mark": hidden_mark(FEWEST, language)}


def signed(value: float | Fraction, language: str, places: int | None = None) -> str:
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return sign + calendar_words.number(float(abs(value)), language, places)


def head_of(indicator: Indicator) -> str:
    """The head of a column; its cells are numbers alone."""
    if indicator is indicators.LEARNING_GAIN:
        return _("Learning gain in points")
    return _(indicator.name)


def in_order(rows: Iterable[Learned], dimension: Dimension, words: Words) -> list[Learned]:
    """By their names; the unknown last."""
    return sorted(rows, key=lambda row: (row.key is None, words.label(dimension, row.key)))


def learning_table(
    found: Learning, words: Words, dimension: Dimension = COURSE, rows: Iterable[Learned] = ()
) -> Table:
    """A row for each course, or for each of the `rows` of another dimension, and all last."""
    language = words.language
    told = in_order(rows or found.courses, dimension, words)
    if any(row.hidden for row in (*told, found.whole)):
        note = f"{dimension.note} {hidden_note(language)}".strip()
        dimension = replace(dimension, note=note)
    shown = [each for each in SHOWN if each.code in found.whole.values]
    return Table(
        dimension,
        [str(dimension.column), *(head_of(each) for each in shown)],
        [
            (label, [figure_words(each, row, language) for each in shown])
            for label, row in (
                *((words.label(dimension, row.key), row) for row in told),
                (str(ALL), found.whole),
            )
        ],
    )


def opinion_rows(found: Learning, language: str) -> list[tuple[str, Fraction, int]]:
    """Question, share of good faces, answers."""
    return [
        (
            (each.texts["km"] if language.startswith("km") else "") or each.texts["en"],
            Fraction(each.good, each.answers),
            each.answers,
        )
        for each in found.opinions
    ]


def opinion_table(found: Learning, words: Words) -> Table:
    """All questions together last."""
    language = words.language
    good, answers = (
        sum(getattr(each, name) for each in found.opinions) for name in ("good", "answers")
    )
    return Table(
        QUESTION,
        [str(QUESTION.column), _("Good or very good"), _("Answers")],
        [
            (label, [calendar_words.percent(share, language), calendar_words.number(n, language)])
            for label, share, n in (
                *opinion_rows(found, language),
                (str(ALL), Fraction(good, answers), answers),
            )
        ],
    )


def learning_tables(found: Learning, words: Words) -> list[Table]:
    """What a report tells: by course, and satisfaction by question where anybody was asked."""
    opinions = [opinion_table(found, words)] if found.opinions else []
    return [learning_table(found, words), *opinions]


def question_table(found: Iterable[QuestionBeforeAfter], words: Words) -> Table:
    language = words.language

    def share(right):
        if right.share is None:
            return hidden_mark(FEWEST, language) if right.people else NOTHING
        return calendar_words.percent(right.share, language)

    def change(each):
        return NOTHING if each.change is None else signed(round(each.change), language)

    return Table(
        TEST_QUESTION,
        [
            *(str(TEST_QUESTION.column), _("Form"), _("Before"), _("People before")),
            *(_("Afterwards"), _("People afterwards"), _("Change in points")),
        ],
        [
            (
                each.text,
                [
                    *(each.form, share(each.before)),
                    calendar_words.number(each.before.people, language),
                    share(each.after),
                    calendar_words.number(each.after.people, language),
                    change(each),
                ],
            )
            for each in found
        ],
        has_total=False,
    )
