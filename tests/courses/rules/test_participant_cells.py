from datetime import date, datetime

import pytest

from courses.rules.participant_cells import birth_year_of, names_of, number_of, role_of, sex_of

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("cell", "sex"),
    [
        ("ស្រី", "female"),
        ("ស្\u200bរី", "female"),
        ("ស", "female"),
        ("F", "female"),
        ("female ", "female"),
        ("女", "female"),
        ("ប្រុស", "male"),
        ("ប.", "male"),
        ("Male", "male"),
        ("男", "male"),
        ("other", "another"),
        ("", "not_stated"),
        (None, "not_stated"),
        ("-", "not_stated"),
        ("N/A", "not_stated"),
        ("yes", None),
        (1, None),
    ],
)
def test_sex_is_read_and_never_guessed(cell, sex):
    assert sex_of(cell) == sex


@pytest.mark.parametrize(
    ("cell", "role"),
    [
        ("កម្មការិនី", "worker"),
        ("Sewing operator", "worker"),
        ("អនុប្រធានក្រុម", "supervisor"),
        ("Line leader", "supervisor"),
        ("ប្រធានផ្នែករដ្ឋបាល", "manager"),
        ("HR", "manager"),
        ("ប្រតិភូបុគ្គលិក", "worker_rep"),
        ("ប្រធានសហជីព", "union_leader"),
        ("President of the union federation", "union_leader_federation"),
        ("Labour inspector", "official"),
        ("បុគ្គលិកសមាគម", "employers_staff"),
        ("Three", "other"),
        (None, ""),
        ("-", ""),
    ],
)
def test_roles_are_guessed_from_positions(cell, role):
    assert role_of(cell) == role


@pytest.mark.parametrize(
    ("cell", "year"),
    [
        (1990, 1990),
        ("1990", 1990),
        ("២៥៣៣", 1990),
        (2533, 1990),
        (date(1990, 5, 3), 1990),
        (datetime(1990, 5, 3, 8), 1990),
        (date(2533, 5, 3), 1990),
        (32996, 1990),
        ("3/5/90", 1990),
        ("03-05-14", 2014),
        ("03-05-30", 1930),
        ("2020", None),
        ("1900", None),
        ("May", None),
        (None, None),
        (7, None),
    ],
)
def test_birth_years(cell, year):
    assert birth_year_of(cell, TODAY) == year


def test_employee_numbers_stay_text():
    assert number_of(17) == "17"
    assert number_of("០០១៧") == "0017"
    assert number_of("N/A") == ""


def test_names_come_apart():
    assert names_of("លោក សុខ ដារ៉ា", "Mr. Sok Dara") == ("សុខ ដារ៉ា", "Sok", "Dara", "លោក")
    assert names_of(None, None, "Mr. Sok", "Dara") == ("", "Sok", "Dara", "Mr.")
    assert names_of("សុខ ដារ៉ា / Sok Dara", None) == ("សុខ ដារ៉ា", "Sok", "Dara", "")
    assert names_of(None, "Sok Dara\nសុខ ដារ៉ា") == ("សុខ ដារ៉ា", "Sok", "Dara", "")
    assert names_of("12", "-") == ("", "", "", "")
