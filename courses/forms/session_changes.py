"""What can change about a session, why it is called off, and who came all the same."""

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.actions.session_changes import SessionPlan, Why
from courses.choices import SessionCause
from courses.forms.pick import PickField
from courses.forms.planning import AddSessionForm
from courses.forms.runs import ReasonForm, TrainersField, describe_venue
from courses.models import Session, Venue
from courses.queries.lookup import venues_matching
from courses.queries.patterns import slot_of
from courses.queries.register import roster
from courses.queries.sessions import came_anyway, trainers_in


def cause_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("What is the cause"), choices=SessionCause.choices, widget=forms.RadioSelect
    )


def words_field() -> forms.CharField:
    return forms.CharField(
        label=_("Why"),
        max_length=200,
        help_text=_("A few words. They stay in the history."),
        error_messages={"required": _("Say in a few words why.")},
    )


class CancelSessionForm(ReasonForm):
    cause = cause_field()
    field_order = ("cause", "reason")


class ChangeSessionForm(AddSessionForm):
    """When, where and by whom a session is held."""

    venue = PickField(
        label=_("Place"),
        help_text=_("Leave it empty where it is the place of the run."),
        rows=lambda: Venue.objects.select_related("province"),
        search=venues_matching,
        describe=describe_venue,
        required=False,
    )
    trainers = TrainersField(
        label=_("Trainers of this session"),
        help_text=_(
            "A stand-in can open the register. Leave it empty for the trainers of the run."
        ),
        required=False,
    )

    def __init__(self, *args, user, **options):
        super().__init__(*args, **options)
        self.fields["trainers"].offer_to(user)

    def plan(self) -> SessionPlan:
        answers = self.cleaned_data
        return SessionPlan(self.slot(), answers["venue"], tuple(answers["trainers"]))

    @classmethod
    def answers_of_session(cls, session: Session) -> dict:
        return {
            **cls.answers_of(slot_of(session)),
            "venue": session.venue,
            "trainers": trainers_in(session),
        }


class PostponeSessionForm(ChangeSessionForm):
    """The session at its new time, and why."""

    cause = cause_field()
    reason = words_field()

    def why(self) -> Why:
        return Why(self.cleaned_data["cause"], self.cleaned_data["reason"])


class CameForm(forms.Form):
    """Those enrolled, with a tick for who came although the session was called off."""

    came = forms.ModelMultipleChoiceField(
        label=_("Who came"),
        queryset=None,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, data=None, *, session: Session):
        came = [row.pk for row in came_anyway(session)]
        super().__init__(data, initial={"came": came})
        field = self.fields["came"]
        field.queryset = roster(session)
        field.label_from_instance = lambda row: row.person.name
