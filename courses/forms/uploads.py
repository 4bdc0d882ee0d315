"""Choosing a file for a page, and naming the lesson that is made of it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.actions.lesson_import import LONGEST_TITLE
from courses.models import Course, Topic


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


class CourseFileForm(forms.Form):
    file = forms.FileField(
        label=_("Course file"),
        help_text=_("Made on another site with “Course as a file”; its name ends in .zip."),
        error_messages={"required": _("Choose the file of the course.")},
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".zip"}),
    )


class CourseArrivalForm(forms.Form):
    """The yes to what was shown; `seen` is its mark."""

    seen = forms.CharField(max_length=24, widget=forms.HiddenInput)


class NewCourseForm(CourseArrivalForm):
    """What must be decided here for a course that this site does not have."""

    code = forms.SlugField(
        label=_("Code"),
        max_length=Course._meta.get_field("code").max_length,
        help_text=_("It must be free on this site."),
    )
    topics = forms.ModelMultipleChoiceField(
        label=_("Topics"),
        queryset=Topic.objects.all(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Topics of this site. Those with the same name as in the file are chosen."),
    )
