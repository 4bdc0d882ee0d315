"""What is asked before a report is frozen."""

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from courses.models import ReportSnapshot


class FreezeForm(forms.Form):
    """A title, a comment, and perhaps the earlier report of those given whose place it takes."""

    title = forms.CharField(label=_("Title"), max_length=120)
    comment = forms.CharField(
        label=_("Comment"),
        max_length=2000,
        required=False,
        help_text=_("For whom it is, and what is still missing. No names of people."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    restates = forms.ModelChoiceField(
        ReportSnapshot.objects.none(),
        label=_("Takes the place of"),
        required=False,
        to_field_name="uuid",
        empty_label=_("No earlier report"),
        help_text=_("The earlier report stays, with a note that this one corrects it."),
    )

    def __init__(self, *args, earlier: QuerySet, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["restates"].queryset = earlier
