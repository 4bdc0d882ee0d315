"""What people are asked, and what they answered."""

from collections.abc import Collection
from dataclasses import dataclass

from courses.choices import ConsentKind
from courses.models import Consent, ConsentNotice, Person


@dataclass(frozen=True)
class Question:
    """One kind of consent: the words that stand now, and the newest answer of the person."""

    kind: ConsentKind
    notice: ConsentNotice | None
    answer: Consent | None

    @property
    def version(self) -> int:
        """The number of the words; 0 where there are none."""
        return self.notice.version if self.notice else 0

    @property
    def notice_id(self) -> int | None:
        return self.notice.pk if self.notice else None

    @property
    def is_old(self) -> bool:
        """Whether the answer was given to earlier words."""
        return bool(self.answer) and self.answer.notice_id != self.notice_id


def questions_for(person: Person) -> list[Question]:
    """One question for each kind, in their order. Two queries."""
    notices = {notice.kind: notice for notice in ConsentNotice.objects.current()}
    answers: dict[str, Consent] = {}
    for consent in person.consents.select_related("recorded_by", "notice"):
        answers.setdefault(consent.kind, consent)
    return [Question(kind, notices.get(kind), answers.get(kind)) for kind in ConsentKind]


def has_consented(person_id: int, kind: ConsentKind) -> bool:
    """Whether the newest answer of the person to this kind is a yes."""
    newest = Consent.objects.filter(person=person_id, kind=kind).first()
    return newest is not None and newest.is_given


def who_consented(people: Collection[int], kind: ConsentKind) -> set[int]:
    """Those of these people (ids) whose newest answer to this kind is a yes. One query."""
    answers = Consent.objects.filter(person__in=people, kind=kind)
    newest: dict[int, bool] = {}
    for person, is_given in answers.values_list("person_id", "is_given"):
        newest.setdefault(person, is_given)
    return {person for person, is_given in newest.items() if is_given}
