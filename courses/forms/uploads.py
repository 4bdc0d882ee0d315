"""Choosing a file for a page, and naming the lesson that is made of it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.actions.lesson_import import LONGEST_TITLE


class QuestionFileForm(forms.Form):
    file = forms.FileField(
        label=_("File with questions"),
        help_text=_(
            "GIFT or Moodle XML from Moodle, or QTI 2.1: one item, or a zipped package of items."
        ),
        error_messages={"required": _("Choose the file with the questions.")},
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".txt,.gift,.xml,.zip"}),
    )


class WordFileForm(forms.Form):
    file = forms.FileField(
        label=_("Word document"),
        help_text=_("One lesson in one .docx file, with headings, lists, tables and pictures."),
        error_messages={"required": _("Choose the Word document.")},
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".docx"}),
    )


class LessonTitleForm(forms.Form):
    title = forms.CharField(label=_("Title of the lesson"), max_length=LONGEST_TITLE)
