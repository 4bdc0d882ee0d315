"""Keep the answers to the six questions, and what a person needs to take part."""

from collections.abc import Mapping
from datetime import date

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.actions.audit import record
from courses.choices import ConsentKind
from courses.exceptions import Refused
from courses.models import FunctioningAnswers, Need, Person
from courses.queries.consents import has_consented
from courses.rules.functioning import QUESTIONS, is_whole
from courses.rules.khmer import clean

LONGEST_NEED = 500
REFUSALS = {
    "erased": _("This person is erased. Nothing can be recorded any more."),
    "not_agreed": _("The questions are asked only of who agreed to them. Nothing was kept."),
    "not_whole": _("Answer all six questions, or none. Nothing was kept."),
    "too_long": _("This is too long. Say in a few words what is needed."),
}


@transaction.atomic
def keep_answers(
    person: Person, levels: Mapping[str, int], *, day: date | None = None
) -> FunctioningAnswers:
    """Keep all six answers (1 to 4, by the names of `QUESTIONS`); the same day corrects itself.

    The history gets no line: that somebody answered is nobody's business either. Locks the person.
    Raises Refused: `erased`, `not_agreed`, `not_whole`.
    """
    person = _locked(person)
    if not has_consented(person.pk, ConsentKind.DISABILITY):
        raise _no("not_agreed")
    told = {name: levels.get(name) for name in QUESTIONS}
    if not is_whole(told.values()):
        raise _no("not_whole")
    kept, _is_new = FunctioningAnswers.objects.update_or_create(
        person=person, answered_on=day or timezone.localdate(), defaults=told
    )
    return kept


@transaction.atomic
def tell_need(person: Person, text: str, *, by: AbstractBaseUser | None) -> Need | None:
    """Keep what a person needs to take part; empty words take it away. The same again is nothing.

    `by` is who wrote it down for her, and nobody where she did it herself by her card. The history
    tells that it changed, without the words. Raises Refused: `erased`, `too_long`.
    """
    person = _locked(person)
    text = clean(text)
    if len(text) > LONGEST_NEED:
        raise _no("too_long")
    known = Need.objects.filter(person=person).first()
    if (known.text if known else "") == text:
        return known
    record(person, "need_told", by=by)
    if not text:
        known.delete()
        return None
    told = {"text": text, "told_at": timezone.now(), "told_by": by}
    return Need.objects.update_or_create(person=person, defaults=told)[0]


def _locked(person: Person) -> Person:
    person = Person.everybody.select_for_update().get(pk=person.pk).canonical
    if person.erased_at:
        raise _no("erased")
    return person


def _no(code: str) -> Refused:
    return Refused(REFUSALS[code], code=code)
