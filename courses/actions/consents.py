"""Keep what people agree to, and the words in which they are asked."""

from collections.abc import Mapping

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from courses.actions.audit import record
from courses.choices import ConsentKind, ConsentManner
from courses.exceptions import Refused
from courses.models import Consent, ConsentNotice, FunctioningAnswers, Person
from courses.queries.consents import Question, questions_for


@transaction.atomic
def record_consent(
    person: Person,
    kind: ConsentKind,
    is_given: bool,
    *,
    by: AbstractBaseUser | None,
    manner: ConsentManner | str = "",
) -> Consent:
    """Keep an answer to the words that stand now; the newest of a kind counts, earlier ones stay.

    The same answer to the same words again is the same row. Raises Refused `erased`.
    """
    return record_consents(person, {kind: is_given}, by=by, manner=manner)[0]


@transaction.atomic
def record_consents(
    person: Person,
    answers: Mapping[str, bool],
    *,
    by: AbstractBaseUser | None,
    manner: ConsentManner | str = "",
    seen: Mapping[str, int] | None = None,
) -> list[Consent]:
    """Keep answers by kind; a kind without an answer stays as it was. A no to the questions about
    disability deletes what she answered to them; nothing else depends on consents.

    `seen` holds the version of the words that the person heard, by kind. Locks the person. Raises
    Refused: `erased`, and `words_changed` when other words stand by now.
    """
    person = Person.everybody.select_for_update().get(pk=person.pk).canonical
    if person.erased_at:
        raise Refused(_("This person is erased. Nothing can be recorded any more."), code="erased")
    questions = {question.kind: question for question in questions_for(person)}
    if seen is not None and any(questions[kind].version != seen.get(kind) for kind in answers):
        raise Refused(
            _("The words were changed in the meantime. Read them again before you save."),
            code="words_changed",
        )
    if answers.get(ConsentKind.DISABILITY) is False:
        theirs = Q(person=person) | Q(person__merged_into=person)
        FunctioningAnswers.objects.filter(theirs).delete()
    return [
        _kept(person, questions[kind], is_given, manner, by) for kind, is_given in answers.items()
    ]


def _kept(
    person: Person, question: Question, is_given: bool, manner: str, by: AbstractBaseUser | None
) -> Consent:
    before = question.answer
    if before and (before.is_given, before.notice_id) == (is_given, question.notice_id):
        return before
    consent = Consent.objects.create(
        person=person,
        kind=question.kind,
        is_given=is_given,
        notice=question.notice,
        manner=manner,
        recorded_by=by,
    )
    verb = "consent_given" if is_given else "consent_refused"
    record(person, verb, by=by, kind=str(question.kind), version=question.version)
    return consent


@transaction.atomic
def publish_notice(
    kind: ConsentKind, *, text_km: str, text_en: str, by: AbstractBaseUser
) -> ConsentNotice:
    """Ask with new words from now on; answers to the earlier words keep them.

    The same words again are the same notice.
    """
    newest = ConsentNotice.objects.select_for_update().filter(kind=kind).first()
    if newest and (newest.text_km, newest.text_en) == (text_km, text_en):
        return newest
    notice = ConsentNotice.objects.create(
        kind=kind,
        version=newest.version + 1 if newest else 1,
        text_km=text_km,
        text_en=text_en,
        published_by=by,
    )
    record(notice, "notice_published", by=by)
    return notice
