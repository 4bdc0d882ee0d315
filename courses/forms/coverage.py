"""What is asked of the factories: which, of what size, reached or not."""

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.forms.reach import ReachForm

#: By the word in the address: label, fewest and most people.
SIZES = {
    "small": (_("Under 100 people"), 0, 99),
    "middle": (_("100 to 499 people"), 100, 499),
    "large": (_("500 to 999 people"), 500, 999),
    "larger": (_("1,000 to 4,999 people"), 1000, 4999),
    "largest": (_("5,000 people and more"), 5000, None),
    "unknown": (_("Number of people not known"), None, None),
}
STATES = {
    "never": _("Never reached"),
    "before": _("Reached before the period, not in it"),
    "period": _("Reached in the period"),
}


class CoverageForm(ReachForm):
    """The filters of the reach page, where province and sector are those of the factory, with the
    size of the factories and whether they were reached."""

    template = None
    size = forms.ChoiceField(
        label=_("How large"),
        required=False,
        choices=[("", _("All sizes")), *((name, each[0]) for name, each in SIZES.items())],
    )
    state = forms.ChoiceField(
        label=_("Reached"),
        required=False,
        choices=[("", _("All factories")), *STATES.items()],
    )
    field_order = ("state", "size", "period", "start", "end")

    @property
    def limits(self) -> tuple[int | None, int | None] | None:
        """The fewest and the most people; None for every size."""
        chosen = self.cleaned_data.get("size")
        return SIZES[chosen][1:] if chosen else None
