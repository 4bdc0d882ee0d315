"""The form of a person in the admin: names, phones and jobs as they were told."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
)

from courses import conf, permissions
from courses.actions.people import free_card_code
from courses.admin.views import AddView, ChangeView
from courses.choices import ListProblem
from courses.rules import khmer
from courses.rules.phones import parse_phones

NAMES = ("name_km", "family_name_latin", "given_name_latin", "known_as", "title")


class PersonForm(WagtailAdminModelForm):
    """Names as they are given, without what nobody can see; phones as they are said, with the
    international form where there is one. `doubtful` are the new numbers that may be wrong. Phones
    and the e-mail are there for those who may see them.

    With another phone or job somebody is compared with all others again.
    """

    doubtful = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        is_known = self.instance.pk and self.for_user
        if is_known and not permissions.contacts.may_see(self.for_user, self.instance):
            del self.fields["email"]
            del self.formsets["phones"]

    def clean(self):
        answers = super().clean()
        for name in NAMES:
            answers[name] = khmer.clean(answers.get(name) or "")
        self.doubtful = [phone for row in self._rows("phones") for phone in _read_phone(row)]
        for row in self._rows("employments"):
            _check_days(row)
        if any(formset.has_changed() for formset in self.formsets.values()):
            self.instance.compared_at = None
        return answers

    def _rows(self, part):
        formset = self.formsets.get(part, ())
        return [row for row in formset if row.is_valid() and row not in formset.deleted_forms]


def _read_phone(row):
    """Keeps the international form beside a number that was changed; gives it if it is doubtful."""
    if "raw" not in row.changed_data:
        return []
    row.instance.raw = khmer.clean(row.cleaned_data["raw"])
    phones = parse_phones(row.instance.raw, conf.get("COURSES_PHONE_REGION"))
    if len(phones) != 1:
        row.add_error("raw", ValidationError(_("Write one number here, and each in its own row.")))
        return []
    row.instance.e164 = phones[0].e164 or ""
    return [phone for phone in phones if phone.problem]


def _check_days(row):
    starts_on, ends_on = row.cleaned_data.get("starts_on"), row.cleaned_data.get("ends_on")
    if starts_on and ends_on and ends_on < starts_on:
        row.add_error("ends_on", ValidationError(_("The last day cannot be before the first.")))


class PhonesPanel(InlinePanel):
    """Is not there where the form holds no phones."""

    class BoundPanel(InlinePanel.BoundPanel):
        def __init__(self, *, form, **kwargs):
            name = kwargs["panel"].relation_name
            self.is_withheld = form is not None and name not in form.formsets
            super().__init__(form=None if self.is_withheld else form, **kwargs)

        def is_shown(self):
            return not self.is_withheld and super().is_shown()


class TellsDoubts:
    """Says which of the new numbers may be wrong, when all is kept."""

    def form_valid(self, form):
        answer = super().form_valid(form)
        for phone in form.doubtful:
            words = ListProblem(phone.problem).label % {"value": phone.raw}
            messages.warning(self.request, words)
        return answer


class PersonAddView(TellsDoubts, AddView):
    def save_instance(self):
        self.form.instance.card_code = free_card_code()
        return super().save_instance()


class PersonChangeView(TellsDoubts, ChangeView):
    pass


PERSON_FORM = ObjectList(
    [
        MultiFieldPanel(
            [
                FieldPanel("name_km"),
                FieldRowPanel([FieldPanel("family_name_latin"), FieldPanel("given_name_latin")]),
                FieldRowPanel([FieldPanel("known_as"), FieldPanel("title")]),
            ],
            heading=_("Name"),
            help_text=_("Write names as the person writes them. One spelling is enough."),
        ),
        MultiFieldPanel(
            [
                FieldPanel("sex"),
                FieldRowPanel([FieldPanel("birth_year"), FieldPanel("birth_year_is_estimated")]),
                FieldPanel("reads_khmer"),
            ],
            heading=_("About the person"),
        ),
        PhonesPanel(
            "phones",
            heading=_("Phones"),
            label=_("Phone"),
            panels=[FieldPanel("raw", heading=_("Number")), FieldPanel("is_shared")],
            help_text=_("Each number as the person says it. One that looks wrong is kept too."),
        ),
        MultiFieldPanel([FieldPanel("email")], heading=_("Contact")),
        InlinePanel(
            "employments",
            heading=_("Jobs"),
            label=_("Job"),
            panels=[
                FieldPanel("organization"),
                FieldRowPanel([FieldPanel("role"), FieldPanel("employee_number")]),
                FieldPanel("section"),
                FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
            ],
            help_text=_(
                "Where the person works, or worked. Give a job that ended its last day, and add"
                " the new one: what was before stays."
            ),
        ),
    ],
    base_form_class=PersonForm,
)
