"""Ask people what they did with a course, note tries, and take their answers."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.actions.announcing import is_silent
from courses.actions.audit import record
from courses.actions.queueing import Event, queue
from courses.choices import AppliedEvidence, CallOutcome, ConsentKind, FollowUpWay, MessageKind
from courses.exceptions import Refused
from courses.models import Enrollment, FollowUp, Message
from courses.queries.consents import has_consented
from courses.queries.follow_ups import fingerprint, mark_of, token_of
from courses.queries.message_words import LANGUAGES, RunWords
from courses.rules.calendar_words import date_in_words
from courses.rules.follow_ups import Standing, last_day, state_of

NO = {
    "not_completed": _("This person has not completed the course."),
    "refused": _("This person does not want to answer."),
    "no_consent": _("This person has not agreed to be asked later."),
    "early": _("It is too early. People are asked about three months after the course."),
    "over": _("It is too late. People are asked at most six and a half months after the course."),
}


@dataclass(frozen=True)
class Answers:
    """The three answers. `evidence` says how sure the first one is, `note` who has seen what."""

    has_applied: bool
    practice: str = ""
    hindrance: str = ""
    evidence: AppliedEvidence | str = AppliedEvidence.SELF_REPORT
    note: str = ""


@transaction.atomic
def ask_by_message(
    enrollments: Iterable[Enrollment], *, by: AbstractBaseUser | None
) -> list[Message]:
    """Queue a message with an address of her own for each who is due and was not written to yet."""
    if is_silent():
        return []
    by_run: dict[int, list[FollowUp]] = {}
    for enrollment in enrollments:
        found = _kept(enrollment)
        if found.asked_on is None and _state(found) == "due":
            by_run.setdefault(enrollment.run_id, []).append(found)
    return [message for some in by_run.values() for message in _write(some, by)]


def _write(some: list[FollowUp], by: AbstractBaseUser | None) -> list[Message]:
    """To people of one run."""
    run = some[0].enrollment.run
    until = min(last_day(each.enrollment.completion.met_on) for each in some)
    event = Event(
        MessageKind.FOLLOW_UP,
        RunWords(run, timezone.now()),
        mark=lambda _each: "asked",
        singles={each.enrollment_id: {"link": mark_of(each)} for each in some},
        by_language={code: {"until": date_in_words(until, code)} for code in LANGUAGES},
        is_for_good=True,
    )
    FollowUp.objects.filter(pk__in=[each.pk for each in some]).update(asked_on=timezone.localdate())
    record(run, "follow_ups_asked", by=by, people=len(some))
    return queue(event, [each.enrollment for each in some])


@transaction.atomic
def note_try(
    enrollment: Enrollment, outcome: CallOutcome | str, *, by: AbstractBaseUser
) -> FollowUp:
    """A call that brought no answers. Raises Refused with a code of `NO`, and `answered`."""
    found = _due(enrollment)
    found.tries.create(outcome=CallOutcome(outcome), tried_by=by)
    record(found.enrollment.run, "follow_up_tried", by=by, enrollment=enrollment.pk)
    return found


@transaction.atomic
def answer_follow_up(
    enrollment: Enrollment,
    answers: Answers,
    *,
    way: FollowUpWay | str,
    by: AbstractBaseUser | None,
) -> FollowUp:
    """Take the answers. Answering again corrects them, and nobody's own words by a link replace
    what a colleague has seen. Raises Refused with a code of `NO`, and `not_applied`."""
    found = _kept(enrollment)
    state = _state(found)
    if state not in ("due", "answered"):
        raise Refused(NO[state], code=state)
    if answers.evidence == AppliedEvidence.VERIFIED and not answers.has_applied:
        words = _("Nobody can have seen what was not done. Look at the first answer again.")
        raise Refused(words, code="not_applied")
    if way == FollowUpWay.LINK and found.evidence == AppliedEvidence.VERIFIED:
        return found
    found.answered_on = found.answered_on or timezone.localdate()
    found.way, found.has_applied = FollowUpWay(way), answers.has_applied
    found.practice, found.hindrance = answers.practice.strip(), answers.hindrance.strip()
    found.evidence, found.evidence_note = answers.evidence, answers.note.strip()
    found.recorded_by = by
    found.save()
    record(found.enrollment.run, "follow_up_answered", by=by, enrollment=enrollment.pk)
    return found


def _due(enrollment: Enrollment) -> FollowUp:
    found = _kept(enrollment)
    state = _state(found)
    if state == "answered":
        raise Refused(_("This person has answered already."), code="answered")
    if state != "due":
        raise Refused(NO[state], code=state)
    return found


def _kept(enrollment: Enrollment) -> FollowUp:
    """The follow-up of the enrolment, locked; made where there is none yet."""
    key = uuid.uuid4()
    made = {"uuid": key, "token_sha256": fingerprint(token_of(key))}
    FollowUp.objects.get_or_create(enrollment=enrollment, defaults=made)
    rows = FollowUp.objects.select_for_update(of=("self",))
    return rows.select_related("enrollment__run", "enrollment__completion").get(
        enrollment=enrollment
    )


def _state(found: FollowUp) -> str:
    completion = getattr(found.enrollment, "completion", None)
    standing = Standing(
        met_on=completion.met_on if completion else None,
        is_answered=found.answered_on is not None,
        has_refused=found.tries.filter(outcome=CallOutcome.REFUSED).exists(),
        consents=has_consented(found.enrollment.person_id, ConsentKind.FOLLOW_UP),
    )
    return state_of(standing, timezone.localdate())
