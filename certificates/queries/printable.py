"""What the press prints: a completion here, or a year of a person (`queries.years`)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from certificates.choices import Kind
from certificates.queries.papers import names_of
from certificates.rules.verdict import months_later
from certificates.rules.wording import (
    LANGUAGES,
    RENEW,
    TITLES,
    Place,
    facts_line,
    formal_dates,
    hours_attended,
    issued,
    place_name,
    plain_day,
)
from courses.models import Completion, Course, CourseRun, Enrollment, Person, Session

#: Between a room and its province.
BETWEEN = {"km": " ", "en": ", "}


class Printable(Protocol):
    """Something that a paper may be made of. `place` holds the fields of the certificate that say
    what it is about; `credited_minutes` were attended."""

    person: Person
    place: dict
    course_code: str
    credited_minutes: int

    def expiry(self, kind: str) -> date | None:
        """The last valid day of a paper of this kind."""

    def is_confirmed(self) -> bool:
        """Whether the names as they would print now were confirmed."""

    def words(self, kind: str, fields: Collection[str], issued_on: date) -> dict:
        """The facts that are its own: titles, days, minutes, and the lines made of them."""


@dataclass(frozen=True)
class OfRun:
    """A completion with the sessions that its paper counts."""

    completion: Completion
    sessions: list[Session]

    @property
    def enrollment(self) -> Enrollment:
        return self.completion.enrollment

    @property
    def course(self) -> Course:
        return self.enrollment.run.course

    @property
    def person(self) -> Person:
        return self.enrollment.person

    @property
    def place(self) -> dict:
        return {"enrollment": self.enrollment, "course": self.course, "person": self.person}

    @property
    def course_code(self) -> str:
        return self.course.code

    @property
    def credited_minutes(self) -> int:
        return self.completion.credited_minutes

    def expiry(self, kind: str) -> date | None:
        return None if kind == Kind.ATTENDANCE else expiry_of(self.completion)

    def is_confirmed(self) -> bool:
        check = getattr(self.enrollment, "name_check", None)
        return check is not None and (check.name_km, check.name_en) == names_of(self.person)

    def words(self, kind: str, fields: Collection[str], issued_on: date) -> dict:
        """Asks nothing besides what is loaded, but the topic where that is asked for."""
        first, last = self.sessions[0].day, self.sessions[-1].day
        title_km, title_en = TITLES[kind]
        facts = {
            "course_km": self.course.title_km or self.course.title_en,
            "course_en": self.course.title_en,
            "first_day": first.isoformat(),
            "last_day": last.isoformat(),
            "minutes": self.completion.planned_minutes,
            "sessions": len(self.sessions),
            "title_km": title_km,
            "title_en": title_en,
            **self._lines(kind, first, last, issued_on),
        }
        if {"subject_km", "subject_en"} & set(fields):
            facts |= _subject(self.course)
        return facts

    def _lines(self, kind: str, first: date, last: date, issued_on: date) -> dict:
        """Lines that are made of days, hours and places, in both languages."""
        planned = self.completion.planned_minutes
        province, venue = self.enrollment.run.province, self.enrollment.run.venue
        place = Place(province.name_km, province.name_en, province.is_capital)
        until = self.expiry(kind)
        in_the_line = None if kind == Kind.REFRESHER else until
        facts = {}
        for language in LANGUAGES:
            where = place_name(place, language)
            room = getattr(venue, f"name_{language}") if venue else ""
            facts |= {
                f"facts_{language}": facts_line(first, last, planned, place, in_the_line, language),
                f"dates_{language}": formal_dates(first, last, language),
                f"venue_{language}": f"{room}{BETWEEN[language]}{where}" if room else where,
                f"hours_{language}": hours_attended(self.credited_minutes, planned, language),
                f"workplace_{language}": _workplace(self.enrollment, language),
                f"issued_{language}": issued(issued_on, language),
                f"until_{language}": plain_day(until, language) if until else "",
                f"renew_{language}": RENEW[language] if until else "",
            }
        return facts


def expiry_of(completion: Completion) -> date | None:
    """The last valid day, counted from the day on which the course was completed."""
    months = completion.enrollment.run.course.validity_months
    return months_later(completion.met_on, months) if months else None


def printed_sessions(run: CourseRun) -> list[Session]:
    """The sessions that the paper counts: with names, or all where none has names."""
    held = run.sessions.taking_place()
    return list(held.named()) or list(held)


def _workplace(enrollment: Enrollment, language: str) -> str:
    """As it was then; a dash where nobody told."""
    employer = enrollment.employer
    if employer is None:
        return enrollment.employer_text or "–"
    return getattr(employer, f"name_{language}") or employer.name_en


def _subject(course: Course) -> dict:
    """The first topic of the course; the course itself where it has none."""
    topic = next(iter(course.topics.all()), None)
    return {
        f"subject_{language}": getattr(topic, f"name_{language}", "")
        or getattr(course, f"title_{language}")
        or course.title_en
        for language in LANGUAGES
    }
