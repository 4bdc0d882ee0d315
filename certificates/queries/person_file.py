"""The certificates of a person, for the file of everything that is on record about her."""

from certificates.models import Certificate


def certificates_in_file(person):
    """Hook `courses_person_file`."""
    rows = Certificate.objects.filter(person=person, erased_on=None)
    return {
        "certificates": [
            {
                "serial": row.serial,
                "name_km": row.facts["name_km"],
                "course": row.about,
                "issued_on": row.issued_on.isoformat(),
                "expires_on": row.expires_on and row.expires_on.isoformat(),
                "status": str(row.get_status_display()),
            }
            for row in rows.order_by("issued_on", "pk")
        ]
    }
