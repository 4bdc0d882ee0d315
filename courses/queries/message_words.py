"""What a message says: the words of its kind, and the facts of the run that are put in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from django.utils import timezone
from django.utils.translation import gettext, override

from courses.adapters.shipped_words import shipped_words
from courses.models import CourseRun, MessageTemplate, Session
from courses.rules.calendar_words import date_in_words
from courses.rules.messages import filled
from courses.rules.plans import Slot, dates_of, schedule_of, times_of

LANGUAGES = ("en", "km")


@dataclass(frozen=True)
class Text:
    subject: str
    body: str


@dataclass(frozen=True)
class Words:
    """The texts of one kind by field name, such as `body_km`."""

    texts: Mapping[str, str]

    def text(self, language: str, values: Mapping[str, str], *, is_discreet: bool = False) -> Text:
        """The texts with the values put in. A discreet one has no subject."""
        if is_discreet:
            return Text("", filled(self.texts[f"discreet_{language}"], values))
        subject = filled(self.texts[f"subject_{language}"], values)
        return Text(" ".join(subject.split())[:250], filled(self.texts[f"body_{language}"], values))


def words_for(kind: str) -> Words:
    """The words that staff chose, or those that were shipped."""
    names = tuple(shipped_words()[kind])
    chosen = MessageTemplate.objects.filter(kind=kind).values(*names).first()
    return Words(chosen or shipped_words()[kind])


class RunWords:
    """The facts of a run in the words of a language. Two queries, made when they are needed; `now`
    says what is still to come.

    `sessions` stand for those of the run where a message is about some of them.
    """

    def __init__(
        self, run: CourseRun, now: datetime, sessions: Iterable[Session] | None = None
    ) -> None:
        self._pk = run.pk
        self.now = now
        self._sessions = sessions

    @cached_property
    def run(self) -> CourseRun:
        related = CourseRun.objects.select_related("course", "host", "venue", "province")
        return related.get(pk=self._pk)

    @cached_property
    def sessions(self) -> list[Session]:
        """What is to come; what was planned where nothing is."""
        rows = self.run.sessions.select_related("venue") if self._sessions is None else None
        planned = list(self._sessions if rows is None else rows)
        standing = [each for each in planned if each.status in ("planned", "held")] or planned
        return [each for each in standing if each.ends_at > self.now] or standing

    @cached_property
    def slots(self) -> list[Slot]:
        return [Slot(_local(each.starts_at), _local(each.ends_at)) for each in self.sessions]

    @cached_property
    def ends_at(self) -> datetime | None:
        return max((slot.ends for slot in self.slots), default=None)

    def values(self, language: str, day: date | None = None, **more: str) -> dict[str, str]:
        """Everything that a template may name about the run, and `more`."""
        with override(language):
            return {
                "course": self.run.course.title,
                "place": self._place(),
                "run": self.run.code,
                "dates": dates_of(self.slots, language),
                "times": times_of(self.slots, language),
                "schedule": schedule_of(self.slots, language),
                "day": date_in_words(day, language) if day else dates_of(self.slots, language),
                **more,
            }

    def _place(self) -> str:
        """The venues of the sessions, where they have some of their own, host and province."""
        venues = [each.venue or self.run.venue for each in self.sessions] or [self.run.venue]
        parts = [venue.name for venue in venues if venue]
        parts += [self.run.host.name, self.run.province.name]
        return ", ".join(dict.fromkeys(parts))


def everyone(language: str) -> str:
    """Whom a text for a whole group addresses."""
    with override(language):
        return gettext("everyone")


def _local(moment: datetime) -> datetime:
    return timezone.localtime(moment)
