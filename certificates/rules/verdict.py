"""What the check page says of a certificate on a day."""

from datetime import date


def verdict(status: str, expires_on: date | None, today: date) -> str:
    """`revoked` and `replaced` come before `expired`; the last valid day is `expires_on`."""
    if status in ("revoked", "replaced"):
        return status
    if expires_on is not None and today > expires_on:
        return "expired"
    return "valid"


def months_later(day: date, months: int) -> date:
    """The same day of the month `months` months later, or the last day of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    for last in range(day.day, 27, -1):
        try:
            return date(year, month, last)
        except ValueError:
            continue
    return date(year, month, day.day)


def initials(name: str) -> str:
    """First letters of the words, for people who did not agree to show their name."""
    return " ".join(f"{word[0]}." for word in name.split())
