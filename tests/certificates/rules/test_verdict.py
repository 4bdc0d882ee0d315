"""What the check page says of a certificate."""

from datetime import date

import pytest

from certificates.rules.verdict import initials, months_later, verdict

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("status", "expires_on", "said"),
    [
        ("valid", None, "valid"),
        ("valid", date(2026, 11, 21), "valid"),
        ("valid", date(2026, 11, 20), "expired"),
        ("revoked", date(2026, 11, 20), "revoked"),
        ("replaced", date(2020, 1, 1), "replaced"),
    ],
)
def test_the_verdict_on_a_day(status, expires_on, said):
    assert verdict(status, expires_on, TODAY) == said


@pytest.mark.parametrize(
    ("day", "months", "last"),
    [
        (date(2026, 11, 21), 24, date(2028, 11, 21)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 12, 5), 1, date(2027, 1, 5)),
    ],
)
def test_months_later_never_skips_a_month(day, months, last):
    assert months_later(day, months) == last


def test_initials_are_the_first_letters():
    assert initials("ចាន់ ស្រីមុំ") == "ច. ស."
    assert initials("CHAN Sreymom") == "C. S."
    assert initials("") == ""
