"""How well the questions of a lesson or test do their work: for those who may change them."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import path, reverse, reverse_lazy
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.permission_policies.pages import PagePermissionPolicy

from courses import permissions
from courses.admin.menu import ORDER
from courses.forms.quiz_fields import words_of
from courses.models import LessonPage
from courses.queries.item_analysis import (
    QuestionFigures,
    answered_quizzes,
    figures_of,
    figures_of_test,
)
from courses.rules.item_analysis import SHOWN_FROM, STEADY_FROM

URL_NAME = "courses_questions"
LESSON_NAME = "courses_questions_of"
TEST_NAME = "courses_questions_of_test"
WEAK, STRONG = 0.2, 0.4


def lessons_for(user):
    """The lessons that the user may change."""
    pages = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
    return LessonPage.objects.live().filter(pk__in=pages.values("pk"))


def may_look(user) -> bool:
    return PagePermissionPolicy().user_has_permission(user, "change")


@dataclass(frozen=True)
class Choice:
    """Something that could be chosen, and by how many of each group."""

    words: str
    is_right: bool
    counts: tuple[int, int, int]

    @property
    def people(self) -> int:
        return sum(self.counts)


class ForAuthors(WagtailAdminTemplateMixin):
    """Only for those who may change pages."""

    policy = "staff"
    header_icon = "form"
    page_title = gettext_lazy("Questions")

    def dispatch(self, request, *args, **kwargs):
        if not self.may_come_in(request.user):
            raise PermissionDenied
        response = super().dispatch(request, *args, **kwargs)
        response["Cache-Control"] = "private, no-store"
        return response

    def may_come_in(self, user):
        return may_look(user)


class QuestionsView(ForAuthors, TemplateView):
    """Lessons whose questions were answered."""

    template_name = "courses/admin/questions/list.html"

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        spoken = (get_language() or "").partition("-")[0]
        rows = answered_quizzes(lessons_for(self.request.user), spoken)
        lines = [(row, reverse(LESSON_NAME, args=[row.lesson.pk])) for row in rows]
        return super().get_context_data(lines=lines, **kwargs)


class QuestionsOfView(ForAuthors, TemplateView):
    """The figures of one lesson."""

    template_name = "courses/admin/questions/lesson.html"

    @cached_property
    def lesson(self):
        return get_object_or_404(lessons_for(self.request.user), pk=self.kwargs["pk"])

    @property
    def shown(self):
        return self.lesson.title

    @property
    def figures(self):
        return figures_of(self.lesson)

    def get_page_subtitle(self):
        return self.shown

    def get_breadcrumbs_items(self):
        here = {"url": reverse(URL_NAME), "label": self.page_title}
        return [*self.breadcrumbs_items, here, {"url": "", "label": self.shown}]

    def get_context_data(self, **kwargs):
        rows = [
            {"figures": each, "judgement": judgement(each), "choices": choices_of(each)}
            for each in self.figures
        ]
        return super().get_context_data(
            rows=rows, shown_from=SHOWN_FROM, steady_from=STEADY_FROM, **kwargs
        )


class QuestionsOfTestView(QuestionsOfView):
    """The figures of a test of a course, both forms."""

    def may_come_in(self, user):
        return permissions.tests.may(user, "change")

    def get_breadcrumbs_items(self):
        there = {"url": reverse("training_tests:index"), "label": _("Pre-tests and post-tests")}
        return [*self.breadcrumbs_items, there, {"url": "", "label": self.shown}]

    @cached_property
    def test(self):
        rows = permissions.tests.rows_for(self.request.user)
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    @property
    def shown(self):
        return self.test.title

    @property
    def figures(self):
        return figures_of_test(self.test)


def judgement(figures: QuestionFigures) -> str:
    """What the discrimination says, in words; empty where nothing can be said."""
    item = figures.item
    if item is None or item.upper_lower is None:
        return ""
    if item.upper_lower < 0:
        return _("Look at the key: those who know less were right more often.")
    if item.upper_lower < WEAK:
        return _("It hardly tells who knows more.")
    if item.upper_lower < STRONG:
        return _("It tells who knows more.")
    return _("It tells very well who knows more.")


def choices_of(figures: QuestionFigures) -> list[Choice]:
    """The answers that can be chosen now or were chosen before, with how many chose them."""
    item, question = figures.item, figures.question
    if item is None or not (item.chosen or question.parts):
        return []
    shown = {part.id for part in question.parts} if item.chosen else set()
    ids = [part.id for part in question.parts if part.id in shown]
    ids += [each for each in item.chosen if each not in shown and each in figures.parts]
    return [_choice(figures, each) for each in ids]


def _choice(figures: QuestionFigures, part: str) -> Choice:
    asked = figures.question
    if part not in {each.id for each in asked.parts}:
        asked = figures.parts[part]
    at = [each.id for each in asked.parts].index(part)
    return Choice(
        str(words_of(asked)[at]), at in asked.right, figures.item.chosen.get(part, (0, 0, 0))
    )


class QuestionsItem(MenuItem):
    def is_shown(self, request):
        return may_look(request.user)


def questions_urls():
    """Hook `register_admin_urls`."""
    return [
        path("training/questions/", QuestionsView.as_view(), name=URL_NAME),
        path("training/questions/<int:pk>/", QuestionsOfView.as_view(), name=LESSON_NAME),
        path("training/questions/test/<int:pk>/", QuestionsOfTestView.as_view(), name=TEST_NAME),
    ]


def questions_menu_item():
    return QuestionsItem(
        _("Questions"),
        reverse_lazy(URL_NAME),
        name="training-questions",
        icon_name="form",
        order=ORDER["questions"],
    )
