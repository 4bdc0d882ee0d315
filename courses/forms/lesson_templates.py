"""Choosing the outline that a lesson starts from."""

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.actions.lesson_import import LONGEST_TITLE
from courses.adapters.language import language
from courses.rules.lesson_templates import TEMPLATES, template_for


class LessonTemplateForm(forms.Form):
    outline = forms.ChoiceField(label=_("Outline"), widget=forms.RadioSelect)
    title = forms.CharField(
        label=_("Title of the lesson"),
        max_length=LONGEST_TITLE,
        help_text=_("In the language of this page; the drafts in other languages get their own."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["outline"].choices = [(key, _words(key)) for key in TEMPLATES]


def _words(key: str) -> str:
    template = template_for(key, language())
    return f"{template.title} – {template.told}"
