"""Questions come from a file into the quiz of a lesson."""

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from courses.actions.question_import import add_questions
from courses.admin.page_imports import ChooseFile, LookAtFile, import_button, import_urls
from courses.choices import UploadKind
from courses.forms.upload_words import FORMATS, problem_row, question_row
from courses.forms.uploads import QuestionFileForm
from courses.models import LessonPage
from courses.queries.question_import import question_preview
from courses.rules.imported_questions import UNFIT

CHOOSE = "courses_question_file"


class ChooseQuestions(ChooseFile):
    kind = UploadKind.QUESTIONS
    page_model = LessonPage
    page_title = gettext_lazy("Questions from a file")
    form_class = QuestionFileForm
    name = CHOOSE


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


question_urls = import_urls("question-file", ChooseQuestions, LookAtQuestions)
question_button = import_button(ChooseQuestions, gettext_lazy("Questions from a file"), priority=14)
