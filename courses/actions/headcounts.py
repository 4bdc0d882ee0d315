"""Count heads in sessions in which nobody's name is taken."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.actions.audit import record
from courses.choices import SessionStatus
from courses.exceptions import Refused
from courses.models import Enrollment, Headcount, Session
from courses.queries.headcounts import certified_trainers


@dataclass(frozen=True)
class Heads:
    """How many people of a role came; without a role it was not asked."""

    role: str = ""
    women: int = 0
    men: int = 0
    another: int = 0
    unknown: int = 0

    @property
    def total(self) -> int:
        return self.women + self.men + self.another + self.unknown


@transaction.atomic
def count_heads(
    session: Session,
    heads: Iterable[Heads],
    *,
    by: AbstractBaseUser,
    cascade_of: Enrollment | None = None,
) -> Session:
    """Keep how many came; the session is held then. Counting again corrects what was counted.
    `cascade_of` is the enrolment by which the one who passes her training on became a trainer.

    Raises Refused: `takes_names`, `session_cancelled`, `too_early`, `nobody_counted`,
    `not_certified`.
    """
    session = Session.objects.select_for_update().get(pk=session.pk)
    heads = [each for each in heads if each.total]
    _refuse_uncountable(session)
    if not heads:
        raise Refused(
            _("Nobody is counted yet. If nobody came, cancel the session and say why."),
            code="nobody_counted",
        )
    if cascade_of and not certified_trainers().filter(pk=cascade_of.pk).exists():
        raise Refused(
            _(
                "This person has not completed a course for trainers, so this is not counted as"
                " passed on."
            ),
            code="not_certified",
        )
    session.headcounts.all().delete()
    Headcount.objects.bulk_create(Headcount(session=session, **vars(each)) for each in heads)
    session.status, session.cascade_of = SessionStatus.HELD, cascade_of
    session.closed_at, session.closed_by = timezone.now(), by
    session.save(update_fields=["status", "cascade_of", "closed_at", "closed_by"])
    record(session, "heads_counted", by=by, heads=sum(each.total for each in heads))
    return session


def _refuse_uncountable(session: Session) -> None:
    if not session.counts_heads:
        raise Refused(
            _("In this session names are taken. Mark people in its register."), code="takes_names"
        )
    if session.is_called_off:
        raise Refused(
            _("This session did not take place, so nobody can be counted."),
            code="session_cancelled",
        )
    if session.day > timezone.localdate():
        raise Refused(
            _("This session has not come yet. You can count from its day on."), code="too_early"
        )
