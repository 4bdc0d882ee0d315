"""Sealed words in an address that stand for an offered seat: who has the address may answer."""

from django.core import signing

from courses.models import Enrollment

SALT = "courses.offer"


def offer_ticket(enrollment: Enrollment) -> str:
    """The ticket of an enrolment. It opens nothing but the offer, as long as that stands."""
    return signing.dumps(str(enrollment.uuid), salt=SALT)


def offered_by(ticket: str) -> Enrollment | None:
    """The enrolment that a ticket stands for, with its run and person, or None."""
    try:
        uuid = signing.loads(ticket, salt=SALT)
    except signing.BadSignature:
        return None
    rows = Enrollment.objects.standing().filter(uuid=uuid, person__erased_at=None)
    return rows.select_related("run", "person").first()
