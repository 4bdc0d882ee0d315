"""How figures that differ are told."""

from datetime import datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from courses.admin.snapshot_words import today_of, value_in_words
from courses.models import ReportSnapshot
from courses.queries.differences import Changed, Difference, Explanation
from courses.queries.reach import Report
from courses.queries.snapshots import Defined, content_of
from courses.rules.differences import Cause
from courses.rules.indicators import REGISTER
from courses.rules.reach import Filters

MOMENT = datetime(2026, 3, 3, 8)
FILTERS = Filters(MOMENT.date(), MOMENT.date())
SHARE = Defined("R14", 1, "Women’s share", "…", "per cent", False, True)
NUMBER = Defined("R4", 1, "Days", "…", "days", True, False)


@pytest.mark.parametrize(
    ("defined", "currency", "value", "words"),
    [
        (NUMBER, "", 4112, "4,112"),
        (NUMBER, "", Fraction(1, 3), "0.3"),
        (SHARE, "", Fraction(2, 3), "66.7\u00a0%"),
        (SHARE, "USD", Fraction(1, 2), "50\u00a0%"),
        (NUMBER, "USD", Decimal("12.50"), "12.5 USD"),
        (SHARE, "", None, "–"),
    ],
)
def test_a_figure_in_words(defined, currency, value, words):
    assert value_in_words(defined, currency, value, "en") == words


@pytest.mark.django_db
def test_figures_without_a_list_stand_beside_those_of_today():
    kept = [
        (REGISTER["R5"], "", 10),
        (REGISTER["R14"], "", Fraction(2, 3)),
        (REGISTER["R26I"], "USD", Decimal("10.00")),
        (REGISTER["R21"], "", 4),
    ]
    content = content_of(Report(FILTERS, MOMENT), kept)
    content["figures"][-1]["version"] = content["definitions"][-1]["version"] = 9
    content["figures"].append({"code": "OLD", "version": 1, "currency": "", "value": 1})
    content["definitions"].append(content["definitions"][0] | {"code": "OLD"})
    values = {
        ("R5", ""): 10,
        ("R14", ""): Fraction(20001, 30000),
        ("R26I", "USD"): Decimal("12.25"),
        ("R21", ""): 4,
    }
    row = ReportSnapshot(content=content)
    told = today_of(row, Explanation(MOMENT, values, {}), "", "en").others

    version = REGISTER["R21"].version
    assert [(each.then, each.now, each.note) for each in told] == [
        ("66.667\u00a0%", "66.670\u00a0%", ""),
        ("10 USD", "12.3 USD", ""),
        ("4", "4", f"Counted otherwise: definition 9 then, {version} today."),
        ("1", "–", "This figure is not counted any more."),
    ]


@pytest.mark.django_db
def test_a_figure_with_a_list_says_when_it_is_counted_otherwise():
    content = content_of(Report(FILTERS, MOMENT), [(REGISTER["R1"], "", 2)])
    content["figures"][0]["version"] = content["definitions"][0]["version"] = 9
    changed = (Changed(Cause.LATE, False, 5), Changed(Cause.MERGED, True, 6))
    found = {"R1": Difference(REGISTER["R1"], 1112, 1112, changed)}
    row = ReportSnapshot(content=content)
    (told,) = today_of(row, Explanation(MOMENT, {}, found), "/why/", "en").explained

    assert told.sentence == (
        "1,112 then, 1,112 today. Counted otherwise: definition 9 then, 1 today."
    )
    assert [(each.numbers, each.url) for each in told.causes] == [
        ("1 fewer", "/why/?figure=R1&cause=merged"),
        ("1 more", "/why/?figure=R1&cause=late"),
    ]
