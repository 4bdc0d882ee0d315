"""Whom a user may recognize in order to enrol her, and what she sees of people outside her reach:
the runs that she leads or planned, or her provinces."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.contrib.auth.models import AbstractBaseUser

from courses import permissions
from courses.choices import UNIONS, MatchReason
from courses.models import Enrollment, Organization, Person
from courses.queries.matching import people_like
from courses.queries.people import (
    SHORTEST_QUERY,
    first_matching,
    ids_with_whole_phone,
    in_this_order,
    people_matching,
    with_jobs,
)
from courses.rules.traits import Traits

#: As many people as a screen shows, and as many outside the reach of the user.
RESULTS, OUTSIDE = 20, 5
#: Names are looked for outside from so many letters on.
FEWEST_LETTERS = 3
#: So many are looked through for those within reach and without.
LOOKED_THROUGH = 60
#: What tells where somebody works.
WORKPLACE = {MatchReason.SAME_EMPLOYER, MatchReason.OTHER_EMPLOYER}
#: What may be said of somebody outside: that what she told herself is on record. Nothing about her
#: workplace, and nothing that differs.
SAID_OUTSIDE = {
    MatchReason.SAME_NAME,
    MatchReason.SIMILAR_NAME,
    MatchReason.SAME_SEX,
    MatchReason.SAME_PHONE,
}


@dataclass
class Outline:
    """A person outside the reach of the user: enough to recognize whom one has before oneself, and
    nothing else. `place` is the kind and the province of the workplace, never of a union."""

    pk: int
    uuid: UUID
    card_code: str
    name: str
    name_km: str
    name_latin: str
    sex: str
    place: str = ""
    reasons: list[str] = field(default_factory=list)
    standing: Enrollment | None = None
    is_taken: bool = False
    is_outline = True

    def get_sex_display(self) -> str:
        return self.sex


@dataclass(frozen=True)
class Recognized:
    """People who may be meant: records in full within the reach of the user, outlines outside."""

    people: list[Person | Outline]
    has_more: bool = False

    @property
    def outside(self) -> int:
        """How many of them the user sees for no other reason."""
        return sum(isinstance(person, Outline) for person in self.people)


def may_ask_outside(query: str) -> bool:
    """Whether the words are enough to look for people outside one's reach: three letters of a name,
    or something with digits, which must be a whole code or number."""
    signs = [char for char in query if char.isprintable() and not char.isspace()]
    return len(signs) >= FEWEST_LETTERS


def found_by(query: str, user: AbstractBaseUser, *, also_outside: bool) -> Recognized:
    """People who are found by name, card code, phone or employee number, at most twenty, those
    within the reach of the user first; of others at most five. Their phones and numbers find them
    only as a whole. In a fixed number of queries."""
    if len(query.strip()) < SHORTEST_QUERY:
        return Recognized([])
    if permissions.sees_all(user):
        people = list(with_jobs(first_matching(query, RESULTS + 1)))
        return Recognized(people[:RESULTS], len(people) > RESULTS)
    phones = permissions.contacts.phones_for(user)
    led = Person.objects.filter(permissions.people.led_by(user)).order_by().values("pk")
    near = people_matching(query, phones).filter(pk__in=led)
    ids = list(near.values_list("pk", flat=True)[: RESULTS + 1])
    window = first_matching(query, LOOKED_THROUGH, phones).values_list("pk", flat=True)
    further = [*ids_with_whole_phone(query), *window]
    return _told(ids, further, user, also_outside=also_outside)


def like(told: Traits, user: AbstractBaseUser, *, also_outside: bool) -> Recognized:
    """At most three people who may be the one described, each with `reasons` in words."""
    people = people_like(told, permissions.jobs_for(user))
    if permissions.sees_all(user):
        return Recognized(people)
    _leave_out_unions(people, told, user)
    near = _within_reach([person.pk for person in people], user)
    found = [person if person.pk in near else _outline(person) for person in people]
    return Recognized([each for each in found if also_outside or not isinstance(each, Outline)])


def _leave_out_unions(people: list[Person], told: Traits, user: AbstractBaseUser) -> None:
    """Whoever guesses a union is not told whether somebody works there."""
    if permissions.may_see_reach(user) or told.employer is None:
        return
    if Organization.objects.filter(pk=told.employer, kind__in=UNIONS).exists():
        for person in people:
            person.codes = [code for code in person.codes if code not in WORKPLACE]
            person.reasons = [MatchReason(code).label for code in person.codes]


def _told(
    ids: list[int], further: list[int], user: AbstractBaseUser, *, also_outside: bool
) -> Recognized:
    further = [pk for pk in dict.fromkeys(further) if pk not in ids]
    near = _within_reach(further, user)
    inside = [*ids, *(pk for pk in further if pk in near)]
    outside = [pk for pk in further if pk not in near] if also_outside else []
    shown = inside[:RESULTS] + outside[:OUTSIDE]
    people = with_jobs(in_this_order(shown), permissions.jobs_for(user)) if shown else ()
    return Recognized(
        [person if person.pk in inside else _outline(person) for person in people],
        len(inside) > RESULTS or len(outside) > OUTSIDE,
    )


def _within_reach(ids: Iterable[int], user: AbstractBaseUser) -> set[int]:
    rows = permissions.people.rows_for(user).filter(pk__in=list(ids))
    return set(rows.order_by().values_list("pk", flat=True))


def _outline(person: Person) -> Outline:
    codes = [code for code in getattr(person, "codes", ()) if code in SAID_OUTSIDE]
    return Outline(
        pk=person.pk,
        uuid=person.uuid,
        card_code=person.card_code,
        name=person.name,
        name_km=person.name_km,
        name_latin=person.name_latin,
        sex=person.get_sex_display(),
        place=_place(person),
        reasons=[MatchReason(code).label for code in codes],
    )


def _place(person: Person) -> str:
    for job in reversed(person.jobs):
        organization = job.organization
        if organization and organization.kind not in UNIONS:
            words = [organization.get_kind_display(), organization.province]
            return " · ".join(str(word) for word in words if word)
    return ""
