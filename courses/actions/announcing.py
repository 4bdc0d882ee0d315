"""Tell people what happened to their training: messages are queued in the transaction of the verb.

Every verb that people hear of calls one function of these in one line, inside its transaction.
Each event of each person has a key, so that telling it twice tells it once. Nothing is sent here;
see `sending`.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from courses import conf
from courses.actions.queueing import Event, in_parts, queue
from courses.choices import (
    EnrollmentSource,
    EnrollmentStatus,
    MessageKind,
    MessageStatus,
)
from courses.models import CourseRun, Enrollment, Message
from courses.queries.message_words import LANGUAGES, RunWords
from courses.rules.calendar_words import date_in_words
from courses.rules.plans import fingerprint

KINDS = {
    EnrollmentStatus.ENROLLED: MessageKind.CONFIRMATION,
    EnrollmentStatus.OFFERED: MessageKind.OFFER,
    EnrollmentStatus.WAITLISTED: MessageKind.WAITLISTED,
    EnrollmentStatus.REQUESTED: MessageKind.REQUESTED,
    EnrollmentStatus.DECLINED: MessageKind.DECLINED,
    EnrollmentStatus.WITHDRAWN: MessageKind.WITHDRAWAL,
    EnrollmentStatus.SUBSTITUTED: MessageKind.WITHDRAWAL,
}
#: Who hears of it when the run changes, and when it is cancelled.
HAS_A_SEAT = (EnrollmentStatus.ENROLLED,)
HOPES = (
    EnrollmentStatus.ENROLLED,
    EnrollmentStatus.OFFERED,
    EnrollmentStatus.WAITLISTED,
    EnrollmentStatus.REQUESTED,
)
#: What a change of the run is written into while it waits.
HOLD_THE_PLAN = (MessageKind.CONFIRMATION, MessageKind.SEAT, MessageKind.CHANGE)
#: A certificate that was met longer ago is history, and nobody is told.
CERTIFICATE_DAYS = 14

_is_quiet: ContextVar[bool] = ContextVar("is_quiet", default=False)


@contextmanager
def quietly() -> Iterator[None]:
    """Nobody is told of what happens inside: demo data, records of the past."""
    token = _is_quiet.set(True)
    try:
        yield
    finally:
        _is_quiet.reset(token)


@transaction.atomic(savepoint=False)
def announce_places(
    run: CourseRun, places: Collection[Enrollment], *, from_waiting_list: bool = False
) -> list[Message]:
    """Tell people what their place is now, and forget what they were going to be told before.

    Walk-ins stand in the room and are not told, nor is anybody of a run that is over.
    """
    if not places:
        return []
    remember_plan(run)
    if not _may_tell(run):
        return []
    told = [each for each in places if each.source != EnrollmentSource.WALK_IN]
    call_off(run, [each.pk for each in told])
    messages: list[Message] = []
    words = RunWords(run, timezone.now())
    for status, kind in KINDS.items():
        rows = [each for each in told if each.status == status]
        if not rows:
            continue
        if status == EnrollmentStatus.ENROLLED and from_waiting_list:
            kind = MessageKind.SEAT
        event = Event(
            kind,
            words,
            mark=_since,
            reasons={each.pk: each.status_reason for each in rows},
            deadlines={each.pk: each.offer_ends_at for each in rows if each.offer_ends_at},
        )
        messages += queue(event, rows)
    return messages


def _since(enrollment: Enrollment) -> str:
    """Somebody who gives a place up and comes back is told again."""
    return f"{enrollment.status_since.timestamp():.6f}"


@transaction.atomic(savepoint=False)
def announce_change(run: CourseRun) -> list[Message]:
    """Tell everybody with a seat when a day, a time or the venue is another one than they know.

    What still waits to be sent says the new plan instead, so that changes of some minutes are one
    message. Where nothing is left of the plan, they are told that it will not take place. Nothing
    happens when the plan is the one that they know.
    """
    run = CourseRun.objects.select_for_update().get(pk=run.pk)
    plan = _plan(run)
    if plan == run.told_plan:
        return []
    run.told_plan, run.calendar_sequence = plan, run.calendar_sequence + 1
    run.save(update_fields=["told_plan", "calendar_sequence"])
    if not _may_tell(run):
        return []
    if not run.sessions.taking_place().exists():
        return _call_all_off(run, HAS_A_SEAT)
    wait = timedelta(minutes=conf.get("COURSES_CHANGE_MINUTES"))
    words = RunWords(run, timezone.now())
    event = Event(
        MessageKind.CHANGE,
        words,
        mark=lambda _each: str(run.calendar_sequence),
        not_before=timezone.now() + wait,
        folds=HOLD_THE_PLAN,
    )
    run.messages.open().filter(kind=MessageKind.REMINDER).update(status=MessageStatus.CANCELLED)
    return queue(event, run.enrollments.filter(status__in=HAS_A_SEAT).order_by("pk"))


@transaction.atomic(savepoint=False)
def announce_cancellation(run: CourseRun, reason: str = "") -> list[Message]:
    """Tell everybody who has or hopes for a seat that the run will not take place. To be called
    while they still stand on it."""
    run = CourseRun.objects.select_for_update().get(pk=run.pk)
    run.calendar_sequence += 1
    run.save(update_fields=["calendar_sequence"])
    if not _may_tell(run):
        return []
    return _call_all_off(run, HOPES, reason.strip())


def _call_all_off(run: CourseRun, standing: tuple[str, ...], reason: str = "") -> list[Message]:
    kept = (MessageKind.CERTIFICATE, MessageKind.FOLLOW_UP, MessageKind.NEWS)
    run.messages.open().exclude(kind__in=kept).update(status=MessageStatus.CANCELLED)
    event = Event(
        MessageKind.CANCELLATION,
        RunWords(run, timezone.now()),
        mark=lambda _each: str(run.calendar_sequence),
        more={"reason": reason},
    )
    return queue(event, run.enrollments.filter(status__in=standing).order_by("pk"))


@dataclass(frozen=True)
class NewPaper:
    """A certificate that somebody is told of, by one of her enrolments. `link` leads to its check,
    `paper` is the mark of the address at which she opens it until the day `until`; `titles` are
    said instead of the course, by language, and then it is news whenever it was earned."""

    enrollment: Enrollment
    number: str
    link: str
    paper: str = ""
    until: date | None = None
    titles: Mapping[str, str] = field(default_factory=dict)

    def is_news(self) -> bool:
        """Whether anybody is told: not of what is long ago."""
        if is_silent() or self.titles:
            return not is_silent()
        oldest = timezone.localdate() - timedelta(days=CERTIFICATE_DAYS)
        day = self.enrollment.completion.met_on or self.enrollment.run.ends_on
        return not (day and day < oldest)


@transaction.atomic(savepoint=False)
def announce_certificates(papers: Iterable[NewPaper]) -> list[Message]:
    """Tell people that their certificates are there, all of one kind. Once for each number, and
    only what is news."""
    by_run: dict[int, list[NewPaper]] = {}
    for paper in papers:
        if paper.is_news():
            by_run.setdefault(paper.enrollment.run_id, []).append(paper)
    return [message for some in by_run.values() for message in _announce_papers(some)]


def _announce_papers(papers: list[NewPaper]) -> list[Message]:
    """Those of one run."""
    numbers = {each.enrollment.pk: each.number for each in papers}
    event = Event(
        MessageKind.CERTIFICATE,
        RunWords(papers[0].enrollment.run, timezone.now()),
        mark=lambda each: numbers[each.pk],
        singles={
            each.enrollment.pk: {"number": each.number, "link": each.link, "paper": each.paper}
            for each in papers
        },
        by_language={code: _about_papers(papers[0], code) for code in LANGUAGES},
        is_for_good=True,
    )
    return queue(event, [each.enrollment for each in papers])


def _about_papers(paper: NewPaper, language: str) -> dict[str, str]:
    """What is the same for all of them."""
    told = {"course": paper.titles[language]} if paper.titles else {}
    return told | ({"until": date_in_words(paper.until, language)} if paper.until else {})


@transaction.atomic(savepoint=False)
def remember_plan(run: CourseRun) -> None:
    """Keep what participants know of days, times and venue, unless that is kept already."""
    unknown = CourseRun.objects.filter(pk=run.pk, told_plan="")
    if unknown.exists():
        unknown.update(told_plan=_plan(run))


def _plan(run: CourseRun) -> str:
    sessions = run.sessions.taking_place().order_by()
    return fingerprint(run.venue_id, sessions.values_list("starts_at", "ends_at", "venue"))


def call_off(run: CourseRun, enrollments: Iterable[int]) -> None:
    """What was going to be said of the places with these ids is not worth sending any more."""
    for ids in in_parts(list(enrollments)):
        stale = run.messages.open().filter(enrollment__in=ids).exclude(kind=MessageKind.NEWS)
        stale.update(status=MessageStatus.CANCELLED)


def is_silent() -> bool:
    """Whether nobody is to be told of anything now."""
    return _is_quiet.get() or not conf.get("COURSES_MESSAGES")


def _may_tell(run: CourseRun) -> bool:
    """Nobody is told of what is over."""
    is_over = run.ends_on is not None and run.ends_on < timezone.localdate()
    return not is_over and not is_silent()
