"""Begin a quiz, keep answers on the way, hand them in once, and mark what a person has to."""

import uuid
from collections.abc import Sequence

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.actions.audit import record
from courses.actions.learning import course_id_of, learned, progress_of
from courses.exceptions import Refused
from courses.models import LessonPage, Person, QuizAttempt
from courses.queries.quizzes import attempts_of, lesson_quiz, questions_in, seed_of
from courses.rules.questions import Kind, Result, as_stored, grade_all
from courses.rules.questions.grading import Answer
from courses.rules.quiz import Quiz, attempts_left, is_late

LONGEST_REMARK = 500
REFUSALS = {
    "no_quiz": _("This lesson has no questions any more."),
    "answers_do_not_fit": _("The questions have changed. Please answer them again."),
    "used_up": _("You have no attempt left."),
    "not_begun": _("Please begin the questions first."),
    "time_over": _("The time is over. Hand in what was kept."),
    "not_hers": _("These answers belong to somebody else. Please open the lesson again."),
    "not_waiting": _("This answer does not wait to be marked."),
    "not_a_share": _("Choose how much of the point the answer earns."),
}


def _no(reason: str) -> Refused:
    return Refused(REFUSALS[reason], code=reason)


@transaction.atomic
def begin_quiz(
    person: Person, lesson: LessonPage, *, attempt: uuid.UUID, by: AbstractBaseUser | None
) -> QuizAttempt:
    """Draw the questions and let the time run. One that is begun already goes on, unless its time
    is over: then what was kept in time is handed in first. Race-free: what a person does in one
    lesson comes one after the other.

    Raises Refused: `no_quiz`, `used_up`, `not_hers`.
    """
    quiz = _quiz(lesson)
    progress_of(person, lesson)
    begun = attempts_of(person, lesson.translation_key).begun().first()
    if begun and _is_late(begun):
        _hand_in(begun, begun.answers, lesson, by=by)
        begun = None
    if begun:
        return begun
    begun = _written(person, lesson, quiz, attempt)
    handed_in = attempts_of(person, lesson.translation_key).handed_in().count()
    if begun.submitted_at is None and attempts_left(quiz, handed_in) == 0:
        raise _no("used_up")
    return begun


@transaction.atomic
def keep_answers(
    person: Person, lesson: LessonPage, answers: Sequence[Answer], *, attempt: uuid.UUID
) -> QuizAttempt:
    """Keep answers that are not handed in yet; those kept later replace them. What is handed in
    stays as it is.

    Raises Refused: `no_quiz`, `not_begun`, `not_hers`, `answers_do_not_fit`, `time_over`.
    """
    begun = _begun(person, lesson, attempt)
    if begun.submitted_at:
        return begun
    if _is_late(begun):
        raise _no("time_over")
    _fit(begun, answers)
    begun.answers, begun.kept_at = list(answers), timezone.now()
    begun.save(update_fields=["answers", "kept_at"])
    return begun


@transaction.atomic
def hand_in_quiz(
    person: Person,
    lesson: LessonPage,
    answers: Sequence[Answer],
    *,
    attempt: uuid.UUID,
    by: AbstractBaseUser | None,
) -> QuizAttempt:
    """Grade and keep one attempt; the same `attempt` again (a double click, an answer that got
    lost) changes nothing. After the time is over those answers count that were kept before.

    Raises Refused: `no_quiz`, `not_begun`, `not_hers`, `answers_do_not_fit`.
    """
    begun = _begun(person, lesson, attempt)
    if begun.submitted_at:
        return begun
    if _is_late(begun):
        answers = begun.answers
    else:
        _fit(begun, answers)
    return _hand_in(begun, answers, lesson, by=by)


@transaction.atomic
def mark_answer(
    attempt: QuizAttempt,
    number: int,
    share: float,
    *,
    remark: str = "",
    by: AbstractBaseUser,
) -> QuizAttempt:
    """Say which share of its point a written answer earns, with a word to the person. Marking
    again corrects. The history keeps who marked, not what was written.

    Raises Refused: `not_waiting` (no written answer that was handed in), `not_a_share`.
    """
    attempt = QuizAttempt.objects.select_for_update().get(pk=attempt.pk)
    if not is_written(attempt, number):
        raise _no("not_waiting")
    if not 0 <= share <= 1:
        raise _no("not_a_share")
    attempt.shares[number] = share
    remarks = attempt.remarks or [""] * attempt.total
    remarks[number] = remark.strip()[:LONGEST_REMARK]
    attempt.remarks = remarks
    _count(attempt, Result(tuple(attempt.shares)))
    attempt.save(update_fields=["shares", "remarks", "waiting", "correct", "total"])
    record(attempt, "answer_marked", by=by, question=number + 1, share=share)
    learned(attempt.person, attempt.course_id, by=by)
    return attempt


def is_written(attempt: QuizAttempt, number: int) -> bool:
    """Whether this is a written answer that was handed in and not left empty."""
    if not (attempt.submitted_at and 0 <= number < len(attempt.answers)):
        return False
    written = attempt.questions and attempt.questions[number]["kind"] == Kind.WRITTEN
    return bool(written and attempt.answers[number])


def _quiz(lesson: LessonPage) -> Quiz:
    quiz = lesson_quiz(lesson)
    if quiz is None:
        raise _no("no_quiz")
    return quiz


def _begun(person: Person, lesson: LessonPage, attempt: uuid.UUID) -> QuizAttempt:
    """The attempt, after all else that the person does in this lesson at the same moment. One to a
    quiz without limits may begin with its first answers; it replaces what the person began
    elsewhere and did not hand in."""
    progress_of(person, lesson)
    found = QuizAttempt.objects.filter(uuid=attempt).first()
    if found is None:
        quiz = _quiz(lesson)
        if quiz.has_limits:
            raise _no("not_begun")
        attempts_of(person, lesson.translation_key).begun().delete()
        found = _written(person, lesson, quiz, attempt)
    return _hers(found, person, lesson)


def _hers(attempt: QuizAttempt, person: Person, lesson: LessonPage) -> QuizAttempt:
    if attempt.person_id != person.pk:
        raise _no("not_hers")
    if attempt.lesson_key != lesson.translation_key:
        raise _no("answers_do_not_fit")
    return attempt


def _written(person: Person, lesson: LessonPage, quiz: Quiz, attempt: uuid.UUID) -> QuizAttempt:
    """The attempt with its own copy of the questions."""
    seed = seed_of(attempt)
    found, _is_new = QuizAttempt.objects.get_or_create(
        uuid=attempt,
        defaults={
            "person": person,
            "course_id": course_id_of(lesson),
            "lesson_key": lesson.translation_key,
            "seed": seed,
            "questions": [as_stored(question) for question in quiz.drawn(seed)],
            "language": lesson.locale.language_code,
            "minutes": quiz.minutes,
            "started_at": timezone.now(),
        },
    )
    return _hers(found, person, lesson)


def _is_late(begun: QuizAttempt) -> bool:
    return is_late(begun.started_at, begun.minutes, timezone.now())


def _fit(begun: QuizAttempt, answers: Sequence[Answer]) -> None:
    if len(answers) != len(begun.questions):
        raise _no("answers_do_not_fit")


def _hand_in(
    begun: QuizAttempt,
    answers: Sequence[Answer],
    lesson: LessonPage,
    *,
    by: AbstractBaseUser | None,
) -> QuizAttempt:
    questions = questions_in(begun)
    begun.answers = list(answers) or [None] * len(questions)
    result = grade_all(questions, begun.answers)
    begun.shares = list(result.shares)
    begun.submitted_at = timezone.now()
    _count(begun, result)
    begun.save()
    learned(begun.person, begun.course_id, lesson=lesson, by=by)
    return begun


def _count(attempt: QuizAttempt, result: Result) -> None:
    attempt.waiting, attempt.correct = result.waiting, result.correct
    attempt.total = result.total
