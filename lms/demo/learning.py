"""Answers to questions of lessons: enough for figures of an author, and two that wait for a mark."""

from uuid import NAMESPACE_URL, uuid5

from courses.actions.quizzes import hand_in_quiz
from courses.models import CourseRun, LessonPage, Person
from courses.queries.quizzes import lesson_quiz, seed_of
from courses.rules.questions import Kind, Question

#: By the person's place on the list: the questions, from 0, that she answers wrongly.
MISTAKES = ((), (), (5,), (3,), (1, 5), (0, 3, 5), (0, 1, 2, 3), (0, 1, 3, 4, 5))
WRITTEN = (
    "Put a lamp at the stairs of hall 2. The electrician does it, until Friday.",
    "The floor is wet.",
)


def write_answers(trainer: Person) -> None:
    """On the first run of the committee course that the trainer leads."""
    runs = CourseRun.objects.filter(course__code="OSHC", run_trainers__person=trainer)
    run = runs.order_by("starts_on", "pk").first()
    people = [
        place.person for place in run.enrollments.enrolled().select_related("person").order_by("pk")
    ]
    for number, (person, wrong) in enumerate(zip(people, MISTAKES, strict=False)):
        _answer(person, "the-walk", f"{run.code}/{number}", wrong)
    for number, (person, words) in enumerate(zip(people, WRITTEN, strict=False)):
        _answer(person, "from-a-list-to-a-plan", f"{run.code}/w{number}", (), words)


def _answer(person: Person, slug: str, name: str, wrong: tuple, words: str = "") -> None:
    lesson = LessonPage.objects.get(slug=slug, locale__language_code="en")
    attempt = uuid5(NAMESPACE_URL, name)
    questions = lesson_quiz(lesson).drawn(seed_of(attempt))
    answers = [
        _said(question, number not in wrong, words) for number, question in enumerate(questions)
    ]
    hand_in_quiz(person, lesson, answers, attempt=attempt, by=None)


def _said(question: Question, is_right: bool, words: str):
    if question.kind is Kind.WRITTEN:
        return words
    if question.kind is Kind.NUMBER:
        return str(question.number) if is_right else "60"
    if is_right:
        return list(question.right)
    if question.kind in (Kind.ORDER, Kind.MATCH):
        return list(reversed(question.right))
    return [next(n for n in range(len(question.parts)) if n not in question.right)]
