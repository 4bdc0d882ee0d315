"""Whom a run is for, what becomes of its free seats, and its standing roster."""

from django import forms
from django.utils.translation import gettext_lazy as _

from courses import permissions
from courses.choices import Role, WaitingRule
from courses.models import CourseRun, Roster

MOST_HOURS, USUAL_HOURS = 24 * 14, 48
PLAIN = ("is_for_host_only", "waiting_rule", "offer_hours")


class WhoMayComeForm(forms.Form):
    """Part of the form of a run; the roster is asked for only where the user may choose one."""

    roles = forms.MultipleChoiceField(
        label=_("Roles that may take part"),
        help_text=_("Choose none when everybody may take part."),
        choices=Role.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    is_for_host_only = forms.BooleanField(
        label=_("Only for people of the host organization"), required=False
    )
    waiting_rule = forms.ChoiceField(
        label=_("A seat that becomes free"),
        choices=WaitingRule.choices,
        widget=forms.RadioSelect,
        initial=WaitingRule.SEAT,
        required=False,
    )
    offer_hours = forms.IntegerField(
        label=_("Hours to answer an offer"),
        min_value=1,
        max_value=MOST_HOURS,
        initial=USUAL_HOURS,
        required=False,
    )
    roster = forms.ModelChoiceField(
        label=_("Standing roster"),
        help_text=_("Its members are enrolled when the run is planned. Alternates stay at home."),
        queryset=Roster.objects.none(),
        required=False,
        empty_label=_("No roster"),
    )

    def offer_rosters_to(self, user):
        """Those of runs that the user sees; without any the form asks for none."""
        rosters = permissions.rosters.rows_for(user).order_by("name_en", "pk")
        self.fields["roster"].queryset = rosters
        if not rosters.exists():
            del self.fields["roster"]

    def clean_waiting_rule(self):
        return self.cleaned_data["waiting_rule"] or WaitingRule.SEAT

    def clean_offer_hours(self):
        return self.cleaned_data["offer_hours"] or USUAL_HOURS

    def who_may_come(self) -> dict:
        """The answers as the details of a run."""
        answers = self.cleaned_data
        return {
            **{name: answers[name] for name in PLAIN},
            "roles": tuple(answers["roles"]),
            "roster": answers.get("roster"),
        }

    @staticmethod
    def who_may_come_to(run: CourseRun) -> dict:
        """What was decided about a run, as first answers."""
        return {name: getattr(run, name) for name in (*PLAIN, "roles", "roster")}
