"""Public holidays as days, for planning."""

from datetime import date, timedelta

from courses.models import PublicHoliday

DAY = timedelta(days=1)


def holidays_between(first: date, last: date) -> dict[date, PublicHoliday]:
    """The holidays that fall between two days, both included, by day. One query."""
    rows = PublicHoliday.objects.filter(ends_on__gte=first, starts_on__lte=last)
    found: dict[date, PublicHoliday] = {}
    for row in rows.order_by("starts_on", "pk"):
        day = max(row.starts_on, first)
        while day <= min(row.ends_on, last):
            found.setdefault(day, row)
            day += DAY
    return found


def holidays_from(first: date) -> frozenset[date]:
    """The holidays that sessions planned from a day on step over. One query."""
    return frozenset(holidays_between(first, date.max))
