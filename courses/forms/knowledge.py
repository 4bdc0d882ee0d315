"""Scores of a test, typed from paper: a row for everybody on the run.

`p-7` holds the points of enrolment 7, empty for none, and `f-7` the form that she had. `seen` holds
what the page showed first, so that a page left open overwrites nothing that somebody else wrote.
"""

import json
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext_lazy as _

from courses.actions.knowledge_scores import Kept, Scored
from courses.adapters.language import language
from courses.choices import Moment, ParallelForm
from courses.models import CourseRun
from courses.models.knowledge import AboutTest
from courses.queries.knowledge import Line, Score, lines
from courses.rules import khmer
from courses.rules.calendar_words import digits

LONGEST_SCORE = 6


@dataclass(frozen=True)
class Typed:
    """What the form holds of one person."""

    points: str
    form: str

    def score(self, most: int) -> Score | None:
        """Raises ValueError where the points are no number from nought to `most`."""
        text = khmer.from_khmer_digits(self.points.strip())
        if not text:
            return None
        if not text.isdecimal() or int(text) > most:
            raise ValueError(text)
        return int(text), self.form


@dataclass(frozen=True)
class Row:
    """What the page shows of one person."""

    line: Line
    number: int
    typed: Typed
    error: str = ""


class ScoresForm:
    """Everybody on the run with her score at one moment; `data` is what was typed."""

    def __init__(self, run: CourseRun, test: AboutTest, moment: Moment, data=None):
        self.run, self.test, self.moment, self.data = run, test, moment, data
        self.errors: dict[int, str] = {}

    def is_valid(self) -> bool:
        """Whether all points make sense; `errors` says by enrolment where they do not."""
        for pk, typed in self.typed.items():
            try:
                typed.score(self.test.max_score)
            except ValueError:
                words = _("Write a whole number from 0 to %(most)s, or nothing.")
                self.errors[pk] = words % {"most": digits(self.test.max_score, language())}
        return not self.errors

    def rows(self) -> list[Scored]:
        """What was typed, of who had a row; of a valid form."""
        return [
            Scored(pk, typed.score(self.test.max_score), self._seen.get(pk))
            for pk, typed in self.typed.items()
        ]

    def tell_clashes(self, kept: Kept) -> None:
        """The other rows are saved; what stands in all of them now counts as seen."""
        stand = {row.enrollment: row.now for row in self.rows()} | kept.clashes
        self._seen = {pk: score for pk, score in stand.items() if score}
        for pk, score in kept.clashes.items():
            self.errors[pk] = _told_meanwhile(score)

    @cached_property
    def typed(self) -> dict[int, Typed]:
        found = {}
        for name, points in (self.data or {}).items():
            if name.startswith("p-") and (key := name[2:]).isdecimal():
                form = self.data.get(f"f-{key}", "")
                form = form if form in ParallelForm.values else ParallelForm.A
                found[int(key)] = Typed(points[:LONGEST_SCORE], form)
        return found

    @cached_property
    def _seen(self) -> dict[int, Score]:
        try:
            seen = json.loads(self.data.get("seen", "{}"))
            return {int(pk): (int(score), str(form)) for pk, (score, form) in seen.items()}
        except (ValueError, TypeError, AttributeError):
            return {}

    @cached_property
    def shown(self) -> list[Row]:
        return [
            Row(line, number, self._typed_or_saved(line), self.errors.get(line.row.pk, ""))
            for number, line in enumerate(self.lines, start=1)
        ]

    @cached_property
    def lines(self) -> list[Line]:
        return lines(self.run, self.moment)

    def _typed_or_saved(self, line: Line) -> Typed:
        if line.row.pk in self.typed:
            return self.typed[line.row.pk]
        points, form = line.score or ("", line.form)
        return Typed(str(points), form)

    @property
    def wrong(self) -> list[Row]:
        return [row for row in self.shown if row.error]

    @property
    def seen(self) -> str:
        """What this page showed first, for the hidden field."""
        if self.data is not None:
            return json.dumps(self._seen)
        return json.dumps({line.row.pk: line.score for line in self.lines if line.score})


def _told_meanwhile(score: Score | None) -> str:
    if score is None:
        return _("Somebody took this result back in the meantime. Save again to write it anew.")
    words = _("Somebody wrote %(score)s here in the meantime. Save again to write over it.")
    return words % {"score": digits(score[0], language())}
