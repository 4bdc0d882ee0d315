"""Issue yearly statements: what people attended in a year, over all courses or over one."""

from collections.abc import Iterable, Iterator

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from certificates.actions.audit import record
from certificates.actions.certificates import AT_ONCE, Outcome, hold_reason
from certificates.actions.designs import revision_of_shipped
from certificates.actions.links import tell_of
from certificates.actions.press import Press
from certificates.adapters.typesetting import TypesettingError
from certificates.choices import Kind
from certificates.models import Certificate, Design, DesignRevision
from certificates.queries.designs import newest_of
from certificates.queries.papers import REFUSALS
from certificates.queries.years import YearStanding, year_standings
from courses.actions.audit import record_each
from courses.exceptions import Refused
from courses.models import Course, Person


def issue_yearly_statement(
    person: Person,
    year: int,
    course: Course | None = None,
    *,
    by: AbstractBaseUser | None,
    design: Design | None = None,
) -> Certificate:
    """Print and number the statement of what the person attended in the year, over one course or
    over all. A second call returns the same one, or, where more is known meanwhile, a new one that
    takes its place.

    Raises Refused: `erased`, `year_to_come`, `was_revoked`, `not_there_that_year`, or a
    `HoldReason`.
    """
    told = list(issue_yearly_statements([person.pk], year, course, by=by, design=design))
    if not told:
        raise Refused(REFUSALS["erased"], code="erased")
    if told[0].refusal:
        raise told[0].refusal
    return told[0].certificate


def issue_yearly_statements(
    people: Iterable[int],
    year: int,
    course: Course | None = None,
    *,
    by: AbstractBaseUser | None,
    design: Design | None = None,
) -> Iterator[Outcome]:
    """Many by the ids of the people, with an outcome for each in that order; see
    `issue_yearly_statement`. A few at a time are in one transaction. Whoever is erased, or part of
    another record, has no outcome."""
    people = list(dict.fromkeys(people))
    for start in range(0, len(people), AT_ONCE):
        yield from _issue(people[start : start + AT_ONCE], year, course, design, by=by)


@transaction.atomic
def _issue(ids: list[int], year: int, course: Course | None, design: Design | None, *, by):
    press = Press()
    press.lock()
    locked = Person.objects.select_for_update().filter(pk__in=ids)
    people = {each.pk: each for each in locked.order_by("pk")}
    present = [people[pk] for pk in ids if pk in people]
    standings = year_standings(present, year, course, press.today)
    revision = newest_of(design) if design else revision_of_shipped(Kind.YEARLY)
    outcomes = [_outcome(press, standing, revision) for standing in standings]
    printed = press.keep()
    record_each(((each, {}) for each in printed), "issued", by=by, app="certificates")
    for older, newer in press.renewed:
        record(older, "replaced", by=by, successor=newer.serial)
    places = {each.person.pk: each.of_year.last_enrollment for each in standings}
    tell_of((each, places[each.person_id]) for each in printed)
    return outcomes


def _outcome(press: Press, standing: YearStanding, revision: DesignRevision) -> Outcome:
    pk = standing.person.pk
    if standing.why_not:
        return Outcome(pk, refusal=Refused(standing.sentence, code=standing.why_not))
    if standing.is_told:
        return Outcome(pk, standing.certificate)
    try:
        new = press.print(standing.of_year, revision)
    except TypesettingError as error:
        reason = hold_reason(error)
        return Outcome(pk, refusal=Refused(reason.label, code=reason))
    if standing.certificate:
        press.renew(standing.certificate, new)
    return Outcome(pk, new)
