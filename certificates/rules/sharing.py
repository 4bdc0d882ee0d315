"""What a person may do with her certificate elsewhere: addresses and days, from plain values."""

from datetime import date, timedelta
from urllib.parse import urlencode

from certificates.rules.verdict import months_later

#: Documented at https://addtoprofile.linkedin.com; the person opens it herself.
LINKEDIN = "https://www.linkedin.com/profile/add"
MONTHS_BEFORE = 2


def reminder_day(expires_on: date | None, today: date) -> date | None:
    """Two months before the last valid day, or tomorrow where that is over; None where a reminder
    would come too late."""
    if expires_on is None or expires_on <= today:
        return None
    return max(months_later(expires_on, -MONTHS_BEFORE), today + timedelta(days=1))


def linkedin_address(
    *, title: str, issuer: str, issued_on: date, expires_on: date | None, serial: str, check: str
) -> str:
    """Opens the form for licences and certificates with the fields filled in."""
    fields = {
        "startTask": "CERTIFICATION_NAME",
        "name": title,
        "organizationName": issuer,
        "issueYear": issued_on.year,
        "issueMonth": issued_on.month,
    }
    if expires_on is not None:
        fields |= {"expirationYear": expires_on.year, "expirationMonth": expires_on.month}
    return f"{LINKEDIN}?{urlencode(fields | {'certUrl': check, 'certId': serial})}"
