"""Questions come from a file into the quiz of a lesson."""

from django import forms
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.widgets.button import Button

from courses import permissions
from courses.actions.question_import import add_questions
from courses.admin.page_imports import ChooseFile, LookAtFile
from courses.choices import UploadKind
from courses.forms.upload_words import FORMATS, problem_row, question_row
from courses.forms.uploads import QuestionFileForm
from courses.models import LessonPage
from courses.queries.question_import import question_preview
from courses.rules.imported_questions import UNFIT

CHOOSE, LOOK = "courses_question_file", "courses_question_file_look"


class ChooseQuestions(ChooseFile):
    kind = UploadKind.QUESTIONS
    page_model = LessonPage
    page_title = gettext_lazy("Questions from a file")
    form_class = QuestionFileForm
    preview_name = LOOK


class LookAtQuestions(LookAtFile):
    kind = UploadKind.QUESTIONS
    page_model = LessonPage
    page_title = gettext_lazy("Questions in the file")
    form_class = forms.Form
    template_name = "courses/admin/question_preview.html"

    @cached_property
    def preview(self):
        return question_preview(self.contents, self.page)

    @property
    def button(self):
        count = len(self.preview.fresh)
        if not count:
            return _("Put the file away")
        return ngettext("Add %(count)s question", "Add %(count)s questions", count) % {
            "count": count
        }

    def act(self, form):
        count = add_questions(self.upload, by=self.request.user)
        told = ngettext(
            "%(count)s question was added to the draft. Look at it, then publish.",
            "%(count)s questions were added to the draft. Look at them, then publish.",
            count,
        ) % {"count": count}
        return self.done(told if count else _("Nothing was added."), self.page)

    def get_context_data(self, **kwargs):
        preview = self.preview
        rows = [question_row(each) for each in preview.questions]
        return super().get_context_data(
            format=FORMATS[preview.format],
            rows=rows,
            problems=[problem_row(each) for each in preview.problems],
            fresh=len(preview.fresh),
            left_out=preview.counts[UNFIT] + len(preview.problems),
            **kwargs,
        )


def question_urls():
    """Hook `register_admin_urls`."""
    return [
        path("training/question-file/", ChooseQuestions.as_view(), name=CHOOSE),
        path("training/question-file/look/", LookAtQuestions.as_view(), name=LOOK),
    ]


def question_buttons(page, user, **kwargs):
    """Hooks of the page listing and of the page header: only on a lesson."""
    is_lesson = page.cached_content_type.model_class() is LessonPage
    if is_lesson and permissions.uploads.may_use(user, page, UploadKind.QUESTIONS):
        yield Button(
            _("Questions from a file"),
            url=f"{reverse(CHOOSE)}?page={page.pk}",
            icon_name="download",
            priority=14,
        )


def question_header_buttons(page, user, view_name, **kwargs):
    return question_buttons(page, user)
