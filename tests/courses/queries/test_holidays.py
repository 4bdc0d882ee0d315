"""Public holidays as days."""

from datetime import date

import pytest

from courses.models import PublicHoliday
from courses.queries.holidays import holidays_between, holidays_from

pytestmark = pytest.mark.django_db


@pytest.fixture
def new_year():
    return PublicHoliday.objects.create(
        name_en="Khmer New Year", starts_on=date(2026, 4, 14), ends_on=date(2026, 4, 16)
    )


def test_every_day_of_a_holiday_within_the_bounds_is_found(new_year):
    found = holidays_between(date(2026, 4, 15), date(2026, 4, 30))

    assert found == {date(2026, 4, 15): new_year, date(2026, 4, 16): new_year}


def test_past_holidays_stop_no_plan(new_year):
    assert holidays_from(date(2026, 4, 17)) == frozenset()
    assert len(holidays_from(date(2026, 4, 1))) == 3


def test_of_two_holidays_on_a_day_the_earlier_one_is_told(new_year):
    PublicHoliday.objects.create(
        name_en="Election", starts_on=date(2026, 4, 15), ends_on=date(2026, 4, 15)
    )

    assert holidays_between(date(2026, 4, 15), date(2026, 4, 15)) == {date(2026, 4, 15): new_year}
