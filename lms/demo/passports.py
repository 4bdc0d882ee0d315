"""Links to a training record in the demo: one that is open, and one that was taken back."""

from uuid import UUID

from courses.actions.invitations import fingerprint
from courses.actions.passports import revoke_share, share_passport
from courses.models import PassportShare, Person
from lms.demo.accounts import PARTICIPANT_LOGINS

#: The open link ends in this, so that it can be told; real ones are random.
RECORD_LINK = "demo-training-record"
OPEN, TAKEN_BACK = (UUID(f"5a1a0de0-0000-4000-8000-00000000000{n}") for n in (1, 2))


def write_links() -> None:
    person = Person.objects.get(user__username=PARTICIPANT_LOGINS[-1])
    for form in (TAKEN_BACK, OPEN):
        share_passport(person, 90, shows_private=False, form=form)
    shares = PassportShare.objects.filter(person=person)
    revoke_share(shares.get(uuid=TAKEN_BACK))
    shares.filter(uuid=OPEN).update(token_sha256=fingerprint(RECORD_LINK))
