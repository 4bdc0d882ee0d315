"""A Word document becomes a draft lesson of a course."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from courses.actions.lesson_import import make_lesson
from courses.adapters.word import PicturePart, TextPart
from courses.admin.page_imports import ChooseFile, LookAtFile, import_button, import_urls
from courses.choices import UploadKind
from courses.forms.upload_words import document_counts, note_line
from courses.forms.uploads import LessonTitleForm, WordFileForm
from courses.models import CoursePage

CHOOSE = "courses_word"


class ChooseDocument(ChooseFile):
    kind = UploadKind.LESSON
    page_model = CoursePage
    page_title = gettext_lazy("Lesson from Word")
    form_class = WordFileForm
    name = CHOOSE


class LookAtDocument(LookAtFile):
    kind = UploadKind.LESSON
    page_model = CoursePage
    page_title = gettext_lazy("Lesson in the document")
    form_class = LessonTitleForm
    template_name = "courses/admin/lesson_preview.html"
    button = gettext_lazy("Make the draft lesson")

    def get_initial(self):
        return {"title": self.contents.title or self.upload.filename.rpartition(".")[0]}

    def act(self, form):
        lesson = make_lesson(self.upload, form.cleaned_data["title"], by=self.request.user)
        told = _("“%(title)s” is a draft now. Nobody else sees it before you publish it.")
        return self.done(told % {"title": lesson.title}, lesson)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            counts=document_counts(self.contents),
            parts=[_shown(part) for part in self.contents.parts],
            notes=[note_line(note) for note in self.contents.notes],
            **kwargs,
        )


def _shown(part) -> dict:
    """What the preview shows of a part; the HTML of a text is our own."""
    if isinstance(part, TextPart):
        return {"html": part.html}
    if isinstance(part, PicturePart):
        return {"number": part.number + 1, "alt": part.alt}
    return {"rows": part.rows}


lesson_urls = import_urls("word", ChooseDocument, LookAtDocument)
lesson_button = import_button(ChooseDocument, gettext_lazy("Lesson from Word"), priority=14)
