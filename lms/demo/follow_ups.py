"""What people of the demo story did with their courses some months later; some are still to ask."""

from datetime import date, timedelta
from random import Random
from uuid import uuid5

from courses.choices import AppliedEvidence, CallOutcome, ConsentKind, FollowUpWay
from courses.models import Completion, Enrollment, FollowUp, FollowUpTry
from courses.queries.consents import who_consented
from courses.queries.follow_ups import fingerprint, token_of
from courses.rules.follow_ups import FIRST_DAY, LAST_DAY
from lms.demo.writer import NAMESPACE

SEED = 80
ANSWERED, APPLIED, SEEN = 0.6, 0.76, 0.2
#: Who completed less than so many days ago may still be to ask.
STILL_TO_ASK = 130
PRACTICES = (
    "ខ្ញុំពិនិត្យច្រកចេញរៀងរាល់ព្រឹក។",
    "ខ្ញុំស្តាប់ក្រុមមុនពេលសម្រេចចិត្ត។",
    "We hold a short talk before the shift.",
    "ខ្ញុំសម្រាក និងផឹកទឹកញឹកញាប់ជាងមុន។",
    "ខ្ញុំកត់ត្រាថ្លៃឈ្នួលលើទូរស័ព្ទ។",
)
HINDRANCES = ("ពេលវេលាមិនគ្រប់", "The supervisor changed.", "ត្រូវការឧបករណ៍", "")


def write_follow_ups(today: date, *, by) -> None:
    """Answers and tries by what people of earlier runs completed."""
    rng = Random(SEED)
    rows = Completion.objects.met().filter(met_on__lte=today - timedelta(FIRST_DAY))
    places = [row.enrollment for row in rows.select_related("enrollment").order_by("pk")]
    days = dict(rows.values_list("enrollment_id", "met_on"))
    agreed = who_consented({place.person_id for place in places}, ConsentKind.FOLLOW_UP)
    asked = [place for place in places if place.person_id in agreed]
    made = FollowUp.objects.bulk_create(
        _follow_up(place, days[place.pk], today, rng, by) for place in asked
    )
    tried = [row for row in made if row.answered_on is None and rng.random() < 0.5]
    FollowUpTry.objects.bulk_create(
        FollowUpTry(follow_up=row, outcome=rng.choice(CallOutcome.values[:3]), tried_by=by)
        for row in tried
    )


def _follow_up(place: Enrollment, met_on: date, today: date, rng: Random, by) -> FollowUp:
    key = uuid5(NAMESPACE, f"follow-up {place.uuid}")
    row = FollowUp(uuid=key, enrollment=place, token_sha256=fingerprint(token_of(key)))
    age = (today - met_on).days
    if rng.random() > (ANSWERED if age > STILL_TO_ASK else ANSWERED / 3):
        row.asked_on = met_on + timedelta(85) if age > STILL_TO_ASK else None
        return row
    row.answered_on = met_on + timedelta(rng.randint(85, min(age, LAST_DAY) if age > 85 else 85))
    row.way = rng.choice(FollowUpWay.values)
    row.has_applied = rng.random() < APPLIED
    row.evidence = AppliedEvidence.SELF_REPORT
    row.practice = rng.choice(PRACTICES) if row.has_applied else ""
    row.hindrance = rng.choice(HINDRANCES)
    if row.way != FollowUpWay.LINK:
        row.recorded_by = by
    if row.has_applied and row.way != FollowUpWay.LINK and rng.random() < SEEN:
        row.evidence, row.evidence_note = (
            AppliedEvidence.VERIFIED,
            "Seen on the line by the adviser",
        )
    return row
