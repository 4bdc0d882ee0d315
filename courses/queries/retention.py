"""What is due to go, because it was kept as long as the register of personal data says."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from courses.choices import OPEN_MESSAGES, ImportStatus, QuarantineState
from courses.models import (
    ActionEvidence,
    Device,
    DuplicateCandidate,
    Enrollment,
    ExportLog,
    FeedbackTicket,
    ImportBatch,
    Invitation,
    LessonEvent,
    LookUp,
    Message,
    Nomination,
    NominationState,
    PageUpload,
    PassportShare,
    Person,
    PersonPhone,
    QuarantinedEvent,
    RosterMember,
    RunTrainer,
    SessionEvidence,
    SessionTrainer,
)
from courses.rules.erasure import NO_NOMINEE
from courses.rules.feedback import DAYS as FEEDBACK_DAYS

UNDECIDED = (ImportStatus.PREVIEWED, ImportStatus.FAILED)
DECIDED = (ImportStatus.COMMITTED, ImportStatus.UNDONE)
#: What of a nomination goes even where its person was taken.
DETAILS = {
    name: NO_NOMINEE[name]
    for name in ("birth_year", "phone", "employee_number", "employer_text", "reason")
}

Due = Callable[[datetime], QuerySet]


def undecided_lists(moment: datetime) -> QuerySet[ImportBatch]:
    """Lists that were looked at before the moment and never decided about."""
    return ImportBatch.objects.filter(status__in=UNDECIDED, created_at__lt=moment)


def old_lists(moment: datetime) -> QuerySet[ImportBatch]:
    """Lists with people whose run was over before the moment."""
    rows = ImportBatch.objects.filter(status__in=DECIDED, emptied_at=None)
    is_over = Q(run__ends_on__lt=timezone.localdate(moment))
    return rows.filter(is_over | Q(run__ends_on=None, created_at__lt=moment))


def ended_links(moment: datetime) -> QuerySet[Invitation]:
    """Invitations to runs that were over before the moment, and so was the link."""
    day = timezone.localdate(moment)
    has_ended = Q(expires_on__lt=day) | Q(revoked_at__lt=moment)
    run_is_over = Q(run__ends_on__lt=day) | Q(run__ends_on=None)
    return Invitation.objects.filter(has_ended, run_is_over)


def nominees_not_taken(moment: datetime) -> QuerySet[Nomination]:
    """People who were named by an ended link and not taken, and of whom words are left."""
    rows = _named_by(ended_links(moment)).exclude(state=NominationState.TAKEN)
    return rows.exclude(**NO_NOMINEE)


def nominees_with_details(moment: datetime) -> QuerySet[Nomination]:
    """People who were named by an ended link and taken, and of whom more than a name is left."""
    rows = _named_by(ended_links(moment)).filter(state=NominationState.TAKEN)
    return rows.exclude(**DETAILS)


def contacts_of_links(moment: datetime) -> QuerySet[Invitation]:
    return ended_links(moment).exclude(contact_name="")


def _named_by(invitations: QuerySet[Invitation]) -> QuerySet[Nomination]:
    return Nomination.objects.filter(invitation__in=invitations.order_by().values("pk"))


def people_with_old_contacts(moment: datetime) -> QuerySet[Person]:
    """People with a phone or an e-mail, without a login, who were registered before the moment and
    neither took part nor trained since, nor belong to a group. Records that were merged into one
    count with it."""
    rows = Person.everybody.filter(created_at__lt=moment, user=None, erased_at=None)
    rows = rows.filter(Q(merged_into=None) | Q(merged_into__user=None))
    has_phone = Exists(PersonPhone.objects.filter(person=OuterRef("pk")))
    rows = rows.filter(has_phone | ~Q(email=""))
    day = timezone.localdate(moment)
    since = Q(run__ends_on__gte=day) | Q(run__ends_on=None)
    ties = (
        Enrollment.objects.filter(since),
        RunTrainer.objects.filter(since),
        SessionTrainer.objects.filter(session__starts_at__gte=moment),
        RosterMember.objects.filter(Q(ends_on=None) | Q(ends_on__gte=day)),
    )
    for each in ties:
        here = Q(person=OuterRef("pk")) | Q(person=OuterRef("merged_into"))
        rows = rows.exclude(Exists(each.filter(here)))
    return rows


def decided_pairs(moment: datetime) -> QuerySet[DuplicateCandidate]:
    """Pairs of which one record became part of another one; undone, they are found anew."""
    gone = Q(first__merged_into__isnull=False) | Q(second__merged_into__isnull=False)
    return DuplicateCandidate.objects.filter(gone, found_at__lt=moment)


def old_evidence(moment: datetime) -> QuerySet[SessionEvidence]:
    return SessionEvidence.objects.filter(uploaded_at__lt=moment)


def old_action_evidence(moment: datetime) -> QuerySet[ActionEvidence]:
    return ActionEvidence.objects.filter(uploaded_at__lt=moment)


def old_messages(moment: datetime) -> QuerySet[Message]:
    """Messages of which words are left and that do not wait any more."""
    rows = Message.objects.filter(created_at__lt=moment).exclude(body="", address="")
    return rows.exclude(status__in=OPEN_MESSAGES)


def old_exports(moment: datetime) -> QuerySet[ExportLog]:
    return ExportLog.objects.filter(taken_at__lt=moment)


def old_look_ups(moment: datetime) -> QuerySet[LookUp]:
    return LookUp.objects.filter(day__lt=timezone.localdate(moment))


def useless_tickets(moment: datetime) -> QuerySet[FeedbackTicket]:
    """Those of runs whose people cannot answer any more."""
    last = timezone.localdate(moment) - timedelta(days=FEEDBACK_DAYS)
    return FeedbackTicket.objects.filter(round__run__ends_on__lt=last)


def old_taps(moment: datetime) -> QuerySet[QuarantinedEvent]:
    """Taps that were not taken, about which somebody has decided, and of which words are left."""
    rows = QuarantinedEvent.objects.filter(received_at__lt=moment).exclude(payload={})
    return rows.exclude(state=QuarantineState.OPEN)


def old_lesson_events(moment: datetime) -> QuerySet[LessonEvent]:
    """What phones told of lessons; what it came to is kept elsewhere."""
    return LessonEvent.objects.filter(received_at__lt=moment)


def old_uploads(moment: datetime) -> QuerySet[PageUpload]:
    """Files for pages at which nobody looked again since."""
    return PageUpload.objects.filter(created_at__lt=moment)


def old_phones(moment: datetime) -> QuerySet[Device]:
    """Phones that were not heard of for long and of which it is still known whose they were."""
    return Device.objects.filter(last_seen__lt=moment).exclude(user=None, label="")


def old_shares(moment: datetime) -> QuerySet[PassportShare]:
    """Links to training records that are over."""
    return PassportShare.objects.filter(Q(expires_at__lt=moment) | Q(revoked_at__lt=moment))
