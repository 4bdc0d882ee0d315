"""Who is asked what she did with a course, how she can be reached, and what she said."""

import hashlib
import uuid
from base64 import urlsafe_b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.crypto import salted_hmac

from courses.choices import CallOutcome, ConsentKind, EnrollmentStatus
from courses.models import Completion, Enrollment, FollowUp, PersonPhone
from courses.queries.consents import who_consented
from courses.rules.follow_ups import FIRST_DAY, LAST_DAY, Standing, due_on, last_day, state_of
from courses.rules.messages import secret_mark

KIND, TOKEN_BYTES = "follow", 16
RELATED = ("person", "run__course", "run__host", "completion", "follow_up")


@dataclass(frozen=True)
class Case:
    """Somebody to ask, with the phones that the reader may see."""

    enrollment: Enrollment
    state: str
    due: date | None = None
    until: date | None = None
    tries: tuple = ()
    phones: tuple[PersonPhone, ...] = ()

    @property
    def follow_up(self) -> FollowUp | None:
        return getattr(self.enrollment, "follow_up", None)


def in_window(rows: QuerySet[Completion], today: date) -> QuerySet[Completion]:
    """Completions of people who are asked about these days."""
    span = (today - timedelta(days=LAST_DAY), today - timedelta(days=FIRST_DAY))
    rows = rows.met().filter(met_on__range=span, enrollment__status=EnrollmentStatus.ENROLLED)
    return rows.filter(enrollment__person__erased_at=None)


def to_ask(rows: QuerySet[Completion], today: date) -> QuerySet[Enrollment]:
    """The enrolments of these completions of which nobody has answered or refused, those who have
    waited longest first."""
    done = Q(follow_up__answered_on__isnull=False)
    done |= Q(follow_up__tries__outcome=CallOutcome.REFUSED)
    due = in_window(rows, today).order_by().values("enrollment")
    found = Enrollment.objects.filter(pk__in=due)
    answered = Enrollment.objects.filter(done).order_by().values("pk")
    return found.exclude(pk__in=answered).order_by("completion__met_on", "pk")


def who_agreed(rows: QuerySet[Enrollment]) -> set[int]:
    """The people of these enrolments who may be asked."""
    people = set(rows.order_by().values_list("person_id", flat=True))
    return who_consented(people, ConsentKind.FOLLOW_UP)


def cases(rows: Iterable[Enrollment], phones: QuerySet[PersonPhone], today: date) -> list[Case]:
    """How far the asking is with each. Three queries beside that of the rows."""
    rows = list(rows)
    people = {row.person_id for row in rows}
    agreed = who_consented(people, ConsentKind.FOLLOW_UP)
    by_person: dict[int, list[PersonPhone]] = {}
    for phone in phones.filter(person__in=people).order_by("pk"):
        by_person.setdefault(phone.person_id, []).append(phone)
    return [_case(row, agreed, tuple(by_person.get(row.person_id, ())), today) for row in rows]


def with_all(rows: QuerySet[Enrollment]) -> QuerySet[Enrollment]:
    """With what `cases` looks at."""
    return rows.select_related(*RELATED).prefetch_related("follow_up__tries__tried_by")


def _case(row: Enrollment, agreed: set[int], phones, today: date) -> Case:
    found = getattr(row, "follow_up", None)
    tries = tuple(found.tries.all()) if found else ()
    completion = getattr(row, "completion", None)
    met_on = completion.met_on if completion else None
    standing = Standing(
        met_on=met_on,
        is_answered=bool(found and found.answered_on),
        has_refused=any(each.outcome == CallOutcome.REFUSED for each in tries),
        consents=row.person_id in agreed,
    )
    days = (due_on(met_on), last_day(met_on)) if met_on else ()
    return Case(row, state_of(standing, today), *days, tries=tries, phones=phones)


def token_of(key: uuid.UUID) -> str:
    """The token of an address, made of its id and the secret of the site."""
    digest = salted_hmac("courses.follow-up", key.hex, algorithm="sha256").digest()
    return urlsafe_b64encode(digest[:TOKEN_BYTES]).decode().rstrip("=")


def fingerprint(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def mark_of(follow_up: FollowUp) -> str:
    """What stands in a stored message instead of the address."""
    return secret_mark(KIND, follow_up.uuid.hex)


def follow_up_address(kind: str, key: str) -> str:
    """Hook `courses_message_secrets`: the address for a mark of ours."""
    if kind != KIND:
        return ""
    path = reverse("courses:follow_up_link", args=[token_of(uuid.UUID(key))])
    return f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{path}"


def by_token(token_sha256: str) -> FollowUp | None:
    """What the token with this fingerprint opens: nothing of erased people."""
    rows = FollowUp.objects.filter(token_sha256=token_sha256)
    rows = rows.filter(enrollment__person__erased_at=None)
    return rows.select_related("enrollment__run__course", "enrollment__completion").first()
