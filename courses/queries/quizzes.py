"""What stands between a person and the quiz of a lesson: her attempts, and the sheet to answer."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.crypto import salted_hmac

from courses.models import LessonPage, Person, QuizAttempt
from courses.queries.learning import Looking, is_known
from courses.rules.questions import Question, from_stored, translated, version_of
from courses.rules.quiz import Quiz, attempts_left, ends_at, is_late, quiz_of, tells_notes

SALT = "courses.quiz"
#: What a reader can do with a quiz.
OPEN, BEGIN, OVER, USED_UP, SIGN_IN = "open", "begin", "over", "used_up", "sign_in"


def seed_of(attempt: uuid.UUID) -> str:
    """What an attempt is drawn with. The number of the attempt is known outside, this is not."""
    return salted_hmac(SALT, attempt.hex, algorithm="sha256").hexdigest()


def lesson_quiz(lesson: LessonPage) -> Quiz | None:
    value = lesson.quiz
    return None if value is None else quiz_of(value)


def attempts_of(person: Person, lesson_key: uuid.UUID) -> QuerySet[QuizAttempt]:
    return QuizAttempt.objects.filter(person=person, lesson_key=lesson_key)


def questions_in(attempt: QuizAttempt) -> tuple[Question, ...]:
    """The attempt's own copy of its questions."""
    return tuple(from_stored(question) for question in attempt.questions)


def questions_shown(attempt: QuizAttempt, lesson: LessonPage) -> tuple[tuple[Question, ...], str]:
    """The questions of an attempt in the language of the lesson, and nothing; or as the attempt
    keeps them, and the language that they are in, where that cannot be told for sure. One query
    for an attempt of another language."""
    kept = questions_in(attempt)
    if attempt.language in ("", lesson.locale.language_code):
        return kept, ""
    twins = LessonPage.objects.live().filter(translation_key=lesson.translation_key)
    began = twins.filter(locale__language_code=attempt.language).first()
    quizzes = [lesson_quiz(page) for page in (began, lesson) if page]
    if len(quizzes) == 2 and all(quizzes):
        shown = translated(kept, *(quiz.questions for quiz in quizzes))
        if shown is not None:
            return shown, ""
    return kept, attempt.language


@dataclass(frozen=True)
class Sheet:
    """A quiz in front of a reader. `begun` is her attempt that is not handed in yet; `results` are
    the percentages of those that are."""

    lesson: LessonPage
    quiz: Quiz
    attempt: uuid.UUID
    now: datetime
    begun: QuizAttempt | None = None
    results: tuple[int, ...] = ()
    best: QuizAttempt | None = None
    is_known: bool = False

    @cached_property
    def _shown(self) -> tuple[tuple[Question, ...], str]:
        if self.begun:
            return questions_shown(self.begun, self.lesson)
        return self.quiz.drawn(seed_of(self.attempt)), ""

    @property
    def questions(self) -> tuple[Question, ...]:
        return self._shown[0]

    @property
    def began_in(self) -> str:
        """The language in which the questions stay, where that is not the one of the page."""
        return self._shown[1]

    @property
    def version(self) -> str:
        """The same in every language in which the questions of an attempt are shown."""
        return version_of(questions_in(self.begun) if self.begun else self.questions)

    @property
    def answers(self) -> list:
        return self.begun.answers if self.begun else []

    @property
    def attempts_left(self) -> int | None:
        return attempts_left(self.quiz, len(self.results))

    @property
    def ends_at(self) -> datetime | None:
        return ends_at(self.begun.started_at, self.begun.minutes) if self.begun else None

    @property
    def state(self) -> str:
        if self.quiz.is_for_people_only and not self.is_known:
            return SIGN_IN
        if self.begun:
            late = is_late(self.begun.started_at, self.begun.minutes, self.now)
            return OVER if late else OPEN
        if self.quiz.has_limits:
            return USED_UP if self.attempts_left == 0 else BEGIN
        return OPEN


def sheet_for(lesson: LessonPage, reader: Looking) -> Sheet | None:
    """The sheet that the page of a lesson shows; None without a quiz. At most one query."""
    quiz = lesson_quiz(lesson)
    if quiz is None:
        return None
    fresh = {"quiz": quiz, "attempt": uuid.uuid4(), "now": timezone.now(), "lesson": lesson}
    if not is_known(reader) or lesson.pk is None:
        return Sheet(**fresh)
    hers = {"person": reader} if isinstance(reader, Person) else {"person__user": reader}
    attempts = list(QuizAttempt.objects.filter(**hers, lesson_key=lesson.translation_key))
    begun = next((each for each in attempts if each.submitted_at is None), None)
    handed_in = [each for each in attempts if each.submitted_at]
    return Sheet(
        **fresh | ({"attempt": begun.uuid} if begun else {}),
        begun=begun,
        results=tuple(each.percent for each in handed_in),
        best=max(handed_in, key=lambda each: each.percent, default=None),
        is_known=True,
    )


def sheet_of(lesson: LessonPage, quiz: Quiz, person: Person | None, attempt: uuid.UUID) -> Sheet:
    """The sheet that somebody sends back: her own copy where she has one, else drawn again."""
    kept = None
    if person is not None:
        kept = attempts_of(person, lesson.translation_key).filter(uuid=attempt).first()
    now = timezone.now()
    return Sheet(lesson, quiz, attempt, now, begun=kept, is_known=person is not None)


def may_see_notes(attempt: QuizAttempt, quiz: Quiz | None, needed: int | None) -> bool:
    """Whether the person of an attempt is told what was right; yes where the quiz is gone."""
    if quiz is None or quiz.notes == "always":
        return True
    handed_in = attempts_of(attempt.person, attempt.lesson_key).handed_in()
    return tells_notes(quiz, [each.percent for each in handed_in], needed)
