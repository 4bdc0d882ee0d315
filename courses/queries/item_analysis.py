"""The answers of people to the quiz of a lesson or to a test, question by question, for those who
write it."""

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from django.db.models import Count, F, QuerySet

from courses.choices import Moment
from courses.models import KnowledgeTest, LessonPage, QuizAttempt, RunTest, TakenTest
from courses.queries.figures import Figures
from courses.queries.knowledge_desks import asked_in
from courses.queries.quizzes import lesson_quiz
from courses.rules.item_analysis import Item, Response, analyse
from courses.rules.learning_results import QuestionBeforeAfter, Right
from courses.rules.questions import Question, from_stored, grade_all
from courses.rules.questions.drawing import CHOSEN
from courses.rules.questions.question import Kind
from courses.rules.reach import measures

#: Enough to be steady; more would only be slower.
MOST_ATTEMPTS = 5000
TESTED_RUNS = replace(measures.TESTED, value="", ids="f.run")
CHOOSING = {*CHOSEN, Kind.TRUE_FALSE}


@dataclass(frozen=True)
class AnsweredQuiz:
    """A lesson with questions that people answered, in one of its languages."""

    lesson: LessonPage
    people: int


@dataclass(frozen=True)
class QuestionFigures:
    """A question as it is written now, or as it was asked last; `item` is None while too few people
    have answered it. `parts` are what could be chosen, by id."""

    question: Question
    item: Item | None
    parts: dict[str, Question]
    is_asked: bool


def answered_quizzes(lessons: QuerySet[LessonPage], language: str) -> list[AnsweredQuiz]:
    """Those of the lessons that people answered, one for all languages, in page order. Two
    queries."""
    attempts = _kept().order_by().values("lesson_key")
    people = dict(
        attempts.annotate(people=Count("person", distinct=True)).values_list("lesson_key", "people")
    )
    rows = lessons.filter(translation_key__in=people).select_related("locale").order_by("path")
    found: dict[uuid.UUID, LessonPage] = {}
    for lesson in rows:
        if lesson.locale.language_code == language:
            found[lesson.translation_key] = lesson
        found.setdefault(lesson.translation_key, lesson)
    return [AnsweredQuiz(lesson, people[key]) for key, lesson in found.items()]


def figures_of(lesson: LessonPage) -> list[QuestionFigures]:
    """The questions in the author's order, then those that are no longer asked. One query."""
    attempts = _first_attempts(lesson.translation_key)
    kept: dict[str, Question] = {}
    parts: dict[str, Question] = {}
    for attempt in attempts:
        for stored in attempt.questions:
            question = kept[stored["id"]] = from_stored(stored)
            parts |= {part.id: question for part in question.parts}
    quiz = lesson_quiz(lesson)
    now = {question.id: question for question in (quiz.questions if quiz else ())}
    parts |= {part.id: question for question in now.values() for part in question.parts}
    responses = [_response(attempt) for attempt in attempts]
    return [
        QuestionFigures(question, analyse(responses, key), parts, key in now)
        for key, question in (now | {key: kept[key] for key in kept if key not in now}).items()
    ]


def figures_of_test(test: KnowledgeTest) -> list[QuestionFigures]:
    """The questions of both forms of a test as they are written now. A person has each form once,
    before or after the training. Two queries."""
    runs = test.run_tests.exclude(forms={})
    forms = {each.run_id: each.forms for each in runs}
    taken = TakenTest.objects.filter(enrollment__run__in=forms, max_score__gt=0)
    rows = taken.exclude(answers={}).order_by("taken_at", "pk")[:MOST_ATTEMPTS]
    responses = [
        response
        for row in rows.annotate(run=F("enrollment__run"))
        if (response := _response_to_test(row, forms[row.run]))
    ]
    found = []
    for asked in asked_in(test).values():
        for question in next(iter(asked.values())):
            parts = {part.id: question for part in question.parts}
            item = analyse(responses, question.id)
            found.append(QuestionFigures(question, item, parts, is_asked=True))
    return found


def before_and_after(answers: Figures, language: str) -> list[QuestionBeforeAfter]:
    """Each question of the tests of the runs that the figures count, by form, and what people of
    these figures knew before and after: from the latest results. Two queries of the site."""
    runs = [run for (run,) in answers.ids(TESTED_RUNS)]
    rows = RunTest.objects.filter(run__in=runs).exclude(forms={}).order_by("frozen_at", "pk")
    forms = dict(rows.values_list("run_id", "forms"))
    found = {
        stored["id"]: [form, stored["text"], {moment: [0, 0.0] for moment in Moment.values}]
        for run in reversed(forms)
        for form, told in sorted(forms[run].items())
        for stored in told.get(language) or next(iter(told.values()), ())
    }
    for moment, shares in _shares_in_tests(answers, forms):
        for question, share in shares:
            if question in found and share is not None:
                people_points = found[question][2][moment]
                people_points[0] += 1
                people_points[1] += share
    return [
        QuestionBeforeAfter(text, form, *(Right(*sums[moment]) for moment in Moment.values))
        for form, text, sums in sorted(found.values(), key=lambda each: each[0])
    ]


def _shares_in_tests(answers: Figures, forms: dict) -> Iterator[tuple[str, zip]]:
    """When each test was taken, and the questions in it with the share of the point."""
    counted = {pk for (pk,) in answers.ids(measures.TESTED)}
    rows = TakenTest.objects.filter(enrollment__run__in=forms).exclude(answers={})
    rows = rows.order_by("-taken_at", "-pk").values_list(
        *("enrollment_id", "enrollment__run_id", "moment", "form", "answers")
    )
    read: dict[tuple, list[Question]] = {}
    for enrollment, run, moment, form, answered in rows[:MOST_ATTEMPTS]:
        place = (run, form, answered["language"])
        if place not in read:
            stored = forms[run].get(form, {}).get(answered["language"], ())
            read[place] = [from_stored(each) for each in stored]
        questions = read[place]
        if enrollment in counted and len(questions) == len(answered["given"]):
            shares = grade_all(questions, answered["given"]).shares
            yield moment, zip([each.id for each in questions], shares, strict=True)


def _response_to_test(taken: TakenTest, forms: dict) -> Response | None:
    stored = forms[taken.form].get(taken.answers["language"], ())
    given = taken.answers["given"]
    if len(stored) != len(given):
        return None
    shares = grade_all([from_stored(each) for each in stored], given).shares
    return Response(
        {each["id"]: share for each, share in zip(stored, shares, strict=True)},
        {each["id"]: _chosen(each, one) for each, one in zip(stored, given, strict=True)},
    )


def _kept() -> QuerySet[QuizAttempt]:
    """Handed in, with the questions that were asked."""
    return QuizAttempt.objects.handed_in().exclude(questions=[])


def _first_attempts(lesson_key: uuid.UUID) -> list[QuizAttempt]:
    """The first attempt of each person, in time."""
    rows = _kept().filter(lesson_key=lesson_key).order_by("submitted_at", "pk")
    rows = rows.only("person_id", "questions", "answers", "shares")
    first: dict[int, QuizAttempt] = {}
    for attempt in rows[:MOST_ATTEMPTS]:
        first.setdefault(attempt.person_id, attempt)
    return list(first.values())


def _response(attempt: QuizAttempt) -> Response:
    answers = attempt.answers or [None] * len(attempt.questions)
    told = list(zip(attempt.questions, answers, attempt.shares, strict=True))
    return Response(
        {question["id"]: share for question, _answer, share in told if share is not None},
        {question["id"]: _chosen(question, answer) for question, answer, _share in told},
    )


def _chosen(stored: dict, answer: Iterable | None) -> tuple[str, ...]:
    if stored["kind"] not in CHOOSING or not answer:
        return ()
    return tuple(stored["parts"][n]["id"] for n in answer)
