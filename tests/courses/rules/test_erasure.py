"""Why a person is not erased, and rows that are forgotten."""

from courses.rules.erasure import Standing, Traces, why_not_erase, without_rows
from courses.rules.khmer import match_key
from courses.rules.participant_list import ParsedList, ParsedRow
from courses.rules.participant_rows import from_data
from courses.rules.phones import Phone


def row(number, **kwargs):
    return ParsedRow(sheet="List", row_number=number, **kwargs)


def content(*rows):
    return ParsedList((), rows).as_data()


def test_each_obstacle_has_its_code_and_none_has_none():
    for code in ("is_erased", "is_merged", "has_rights", "leads_runs"):
        assert why_not_erase(Standing(**{code: True})) == code
    assert why_not_erase(Standing()) is None


def test_a_row_is_hers_by_either_name_a_phone_or_a_number():
    traces = Traces(
        names_km=frozenset({match_key("ចាន់ ស្រីមុំ")}),
        names_latin=frozenset({"chansreymom"}),
        phones=frozenset({"+85512345678"}),
        numbers=frozenset({"E-1"}),
    )
    phone = Phone("012 345 678", "+85512345678", None)
    hers = [
        row(1, name_km="ចាន់ ស្រីមុំ"),
        row(2, family_name_latin="Chan", given_name_latin="Srey Mom"),
        row(3, name_km="ក", phones=(phone,)),
        row(4, name_km="ក", employee_number="E-1"),
        row(5, name_km="ក"),
        row(6),
    ]
    found = [traces.are_in(each) for each in content(*hers)["rows"]]
    assert found == [True, True, True, True, False, False]
    assert not any(Traces().are_in(each) for each in content(*hers)["rows"])


def test_a_forgotten_row_keeps_its_place_and_stays_out():
    rows = (row(1, name_km="ក", birth_year=1990), row(2, name_km="ខ"))
    parsed = from_data(without_rows(content(*rows), [("List", 1)]))

    assert [(each.row_number, each.name_km, each.is_importable) for each in parsed.rows] == [
        (1, "", False),
        (2, "ខ", True),
    ]
    assert parsed.rows[0].birth_year is None
    assert from_data(without_rows(content(*rows), [])).rows == rows
