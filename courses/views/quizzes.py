"""Quizzes of lessons: begin one, keep answers on the way, hand them in, see the result."""

import uuid

from django.contrib import messages
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from courses.actions.quizzes import begin_quiz, hand_in_quiz, keep_answers
from courses.exceptions import Refused
from courses.forms.quiz import QuizForm
from courses.forms.quiz_words import answered
from courses.models import QuizAttempt
from courses.queries.learning import lesson_screen, lesson_with_key
from courses.queries.quizzes import (
    OVER,
    SIGN_IN,
    Sheet,
    lesson_quiz,
    may_see_notes,
    questions_in,
    questions_shown,
    sheet_of,
)
from courses.queries.visitors import reader_of
from courses.rules.questions import Result, grade_all
from courses.views.base import SalaView
from courses.views.lessons import LessonView

NO_PERSON = gettext_lazy("Your login is not joined to a person yet. Ask a trainer.")


def as_uuid(text: str) -> uuid.UUID:
    """The number of an attempt as it was sent; a new one for anything else."""
    try:
        return uuid.UUID(text)
    except ValueError:
        return uuid.uuid4()


class QuizView(LessonView):
    """A verb of the quiz of a lesson."""

    policy = "public"

    @cached_property
    def sheet(self) -> Sheet | None:
        quiz = lesson_quiz(self.lesson)
        if quiz is None:
            return None
        attempt = as_uuid(self.request.POST.get("attempt", ""))
        return sheet_of(self.lesson, quiz, self.person, attempt)

    def post(self, request, *args, **kwargs):
        if self.sheet is None:
            return self.back(_("This lesson has no questions any more."))
        if self.sheet.state == SIGN_IN:
            return self.back(self.why_sign_in())
        response = self.act()
        add_never_cache_headers(response)
        return response

    def why_sign_in(self) -> str:
        if self.request.user.is_authenticated:
            return NO_PERSON
        return _("Sign in to answer these questions. Your result is then kept.")

    def form(self, **kwargs) -> QuizForm:
        sheet = self.sheet
        return QuizForm(
            sheet.questions,
            self.request.POST,
            attempt=sheet.attempt,
            version=sheet.version,
            **kwargs,
        )

    def back(self, sentence: str, *, level: int = messages.ERROR):
        messages.add_message(self.request, level, sentence)
        return redirect(f"{self.lesson.get_url(self.request)}#quiz")


class BeginQuiz(QuizView):
    """Draws the questions and lets the time run."""

    def act(self):
        try:
            begin_quiz(self.person, self.lesson, attempt=self.sheet.attempt, by=self.actor)
        except Refused as no:
            return self.back(no.sentence)
        return redirect(f"{self.lesson.get_url(self.request)}#quiz")


class KeepQuiz(QuizView):
    """Keeps answers that are not handed in yet: by the button, or by the script in between."""

    def act(self):
        refused = self.keep()
        if "application/json" in self.request.headers.get("Accept", ""):
            return JsonResponse({"kept": not refused, "why": str(refused)}, status=200)
        if refused:
            return self.back(refused)
        words = _("Your answers are kept. You can go on later.")
        return self.back(words, level=messages.SUCCESS)

    def keep(self) -> str:
        """Why they were not kept; empty when they were."""
        if self.person is None:
            return str(NO_PERSON)
        form = self.form(is_lenient=True)
        if not form.fits:
            return form.non_field_errors()[0]
        try:
            keep_answers(self.person, self.lesson, form.answers(), attempt=self.sheet.attempt)
        except Refused as no:
            return no.sentence
        return ""


class Quiz(QuizView):
    """Grades the answers; keeps them for people who have signed in, others practise."""

    template_name = "courses/quiz/result.html"

    def act(self):
        is_over = self.sheet.begun is not None and self.sheet.state == OVER
        form = self.form(is_lenient=is_over)
        if self.sheet.begun and self.sheet.begun.submitted_at:
            return redirect("courses:quiz_result", self.sheet.attempt)
        if not (form.is_valid() or (form.is_lenient and form.fits) or is_over):
            return self.again(form)
        if self.person is None:
            return self.practised(form)
        try:
            attempt = self.hand_in([] if is_over else form.answers())
        except Refused as no:
            form.add_error(None, no.sentence)
            return self.again(form)
        return redirect("courses:quiz_result", attempt.uuid)

    def hand_in(self, answers: list) -> QuizAttempt:
        return hand_in_quiz(
            self.person,
            self.lesson,
            answers,
            attempt=self.sheet.attempt,
            by=self.actor,
        )

    def again(self, form: QuizForm):
        self.template_name = "courses/quiz/again.html"
        return self.show(form=form, sheet=self.sheet, lesson=self.lesson)

    def practised(self, form: QuizForm):
        result = grade_all(form.questions, form.answers())
        return self.show(
            lesson=self.lesson,
            lesson_url=self.lesson.get_url(self.request),
            screen=self.screen,
            result=result,
            rows=answered(form.questions, form.answers(), result.shares),
            needed=self.screen.course.min_quiz_percent,
        )


class QuizResult(SalaView):
    """An attempt of one's own that was handed in, with what trainers said about it since."""

    policy = "own"
    template_name = "courses/quiz/result.html"

    @cached_property
    def attempt(self) -> QuizAttempt:
        rows = QuizAttempt.objects.handed_in().filter(person=self.person)
        return get_object_or_404(rows.select_related("course"), uuid=self.kwargs["attempt"])

    def find(self):
        if self.person is None:
            raise Http404
        return self.attempt

    def get_context_data(self, **kwargs):
        attempt = self.attempt
        lesson = lesson_with_key(attempt.lesson_key, get_language())
        quiz = lesson_quiz(lesson) if lesson else None
        needed = (quiz and quiz.pass_percent) or attempt.course.min_quiz_percent
        shares = tuple(attempt.shares)
        questions = questions_shown(attempt, lesson)[0] if lesson else questions_in(attempt)
        return super().get_context_data(
            attempt=attempt,
            lesson=lesson,
            lesson_url=lesson.get_url(self.request) if lesson else reverse("courses:my_training"),
            screen=lesson and lesson_screen(lesson, reader_of(self.request), timezone.now()),
            result=Result(shares),
            rows=answered(questions, attempt.answers, shares, attempt.remarks),
            needed=needed,
            shows_notes=may_see_notes(attempt, quiz, attempt.course.min_quiz_percent),
            is_kept=True,
            **kwargs,
        )
