"""What a phone must have to check certificates without signal."""

import hashlib

from django.utils import timezone

from certificates.choices import Status
from certificates.models import Certificate
from certificates.queries.identity import known_keys
from certificates.rules.scanned import tag
from courses.models import Course, CoursePage

#: Characters of the hash of a code: enough to tell codes apart, too few to find one.
SHORT = 16


def offline_list() -> dict:
    """Public keys, those that were stolen apart from the others, what was withdrawn or replaced and
    since when, and the titles of courses. Codes are hashed, so the list tells nobody a code; a
    course whose page is not public has no title."""
    taken_back = Certificate.objects.exclude(status=Status.VALID)
    public = CoursePage.objects.live().public().order_by().values("course")
    return {
        "made": timezone.now().isoformat(timespec="seconds"),
        "keys": [
            {
                "tag": tag(key.public).hex(),
                "public": key.public.hex(),
                "begins": key.begins.isoformat(),
                "ends": key.ends.isoformat() if key.ends else "",
            }
            for key in known_keys()
            if not key.stolen
        ],
        "stolen": [
            {
                "tag": tag(key.public).hex(),
                "public": key.public.hex(),
                "since": key.stolen.isoformat(),
            }
            for key in known_keys()
            if key.stolen
        ],
        "taken_back": {
            name_in_list(code): [status, status_on.isoformat()]
            for code, status, status_on in taken_back.values_list("code", "status", "status_on")
        },
        "courses": {
            code: {"en": title_en, "km": title_km or title_en}
            for code, title_en, title_km in Course.objects.filter(pk__in=public)
            .order_by("code")
            .values_list("code", "title_en", "title_km")
        },
    }


def name_in_list(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()[:SHORT]
