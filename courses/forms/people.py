"""A new person in four answers, and the fields that find people and workplaces."""

from django import forms
from django.utils.translation import gettext_lazy as _

from courses import conf
from courses.actions.enrollment import JobAtTheTime
from courses.actions.people import PersonDetails
from courses.adapters.language import language
from courses.choices import ListProblem, ReadsKhmer, Role, Sex
from courses.forms.pick import PickField
from courses.models import Organization, Person
from courses.queries.organizations import organizations_matching, organizations_named
from courses.rules import khmer, names
from courses.rules.calendar_words import digits
from courses.rules.phones import parse_phones
from courses.rules.traits import Traits

USUAL_ROLES = (Role.WORKER, Role.SUPERVISOR, Role.WORKER_REP, Role.UNION_LEADER)
USUAL_ROLES_AT_MOST = 4
#: Asked where there is time for it.
RARER = ("phone_is_shared", "birth_year_is_estimated", "employee_number", "reads_khmer")
OLDEST, YOUNGEST = 1920, 2020


def describe_organization(organization: Organization) -> tuple[str, str]:
    place = organization.province.name if organization.province else ""
    words = [organization.short_name, organization.get_kind_display(), place]
    return organization.name, " · ".join(str(word) for word in words if word)


def describe_person(person: Person) -> tuple[str, str]:
    words = [person.name_latin if person.name_km else "", person.card_code]
    return person.name, " · ".join(word for word in words if word)


class OrganizationField(PickField):
    def __init__(self, **options):
        super().__init__(
            rows=lambda: Organization.objects.active().select_related("province"),
            search=organizations_matching,
            describe=describe_organization,
            **options,
        )

    def named(self, words, found):
        """Any of its names will do, also an acronym or one that it had."""
        row = organizations_named([words])[words]
        return [row] if row else []


def roles_for(course) -> tuple[list, list]:
    """Choices of a role: those that the course is made for first, then all others."""
    audience = [role for role in course.audience if role in Role.values] or USUAL_ROLES
    usual = [Role(role) for role in audience[:USUAL_ROLES_AT_MOST]]
    rest = [role for role in Role if role not in usual]
    return [(role.value, role.label) for role in usual], [(role.value, role.label) for role in rest]


def spelling_of(words: str) -> dict[str, str]:
    """The name fields of a person for a name in one line, in Khmer or in Latin letters, without its
    title."""
    _title, name = names.split_title(words)
    if khmer.khmer_share(name):
        return {"name_km": name}
    family, given = names.split_latin(name)
    return {"family_name_latin": family, "given_name_latin": given}


class NewPersonForm(forms.Form):
    """Name, sex, role and workplace; a phone, a year of birth and more if she or he wants."""

    name = forms.CharField(
        label=_("Name"),
        help_text=_("In Khmer or Latin letters, family name first, as she or he says it."),
        error_messages={"required": _("Write the name as you hear it.")},
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    sex = forms.ChoiceField(
        label=_("Sex"),
        choices=Sex.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one. “Not stated” is fine.")},
    )
    role = forms.ChoiceField(
        label=_("Role"),
        choices=Role.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the role that is nearest.")},
    )
    workplace = OrganizationField(
        label=_("Workplace"),
        help_text=_("Type two letters and choose, or write it as you hear it."),
        error_messages={"required": _("Say where she or he works.")},
        keeps_words=True,
    )
    phone = forms.CharField(
        label=_("Phone, if she or he wants"),
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )
    birth_year = forms.CharField(
        label=_("Year of birth, if known"),
        required=False,
        max_length=8,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    phone_is_shared = forms.BooleanField(label=_("Others use this phone too"), required=False)
    birth_year_is_estimated = forms.BooleanField(
        label=_("The year of birth is estimated"), required=False
    )
    employee_number = forms.CharField(
        label=_("Employee number, if known"),
        help_text=_("Kept with a workplace that is chosen from the list."),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    reads_khmer = forms.ChoiceField(
        label=_("Reads Khmer"),
        choices=[*ReadsKhmer.choices, ("", _("Not asked"))],
        widget=forms.RadioSelect,
        required=False,
        initial="",
    )

    def __init__(self, data=None, *, course, **options):
        super().__init__(data, **options)
        self.usual_roles, self.other_roles = roles_for(course)
        self.fields["role"].choices = self.usual_roles + self.other_roles

    @property
    def has_more(self) -> bool:
        """Whether one of the rarer answers is given, so that they are shown."""
        return any(self[name].value() or self[name].errors for name in RARER)

    @property
    def rarer(self) -> list[forms.BoundField]:
        return [self[name] for name in RARER]

    @property
    def has_other_role(self) -> bool:
        return self["role"].value() in dict(self.other_roles)

    def clean_name(self):
        name = khmer.clean(self.cleaned_data["name"])
        if not any(char.isalpha() for char in name):
            raise forms.ValidationError(_("Write the name in letters."))
        return name

    def clean_birth_year(self):
        typed = khmer.from_khmer_digits(self.cleaned_data["birth_year"].strip())
        if not typed:
            return None
        if not (typed.isdecimal() and OLDEST <= int(typed) <= YOUNGEST):
            years = {"first": OLDEST, "last": YOUNGEST}
            raise forms.ValidationError(
                _("Write the year in four digits, between %(first)s and %(last)s.")
                % {name: digits(year, language()) for name, year in years.items()}
            )
        return int(typed)

    def person(self) -> PersonDetails:
        """The details of the person; a name in Latin letters is split, family name first."""
        answers = self.cleaned_data
        title, _name = names.split_title(answers["name"])
        return PersonDetails(
            **spelling_of(answers["name"]),
            title=title[:40],
            sex=answers["sex"],
            birth_year=answers["birth_year"],
            birth_year_is_estimated=bool(
                answers["birth_year"] and answers["birth_year_is_estimated"]
            ),
            reads_khmer=answers["reads_khmer"],
            phone=answers["phone"],
            phone_is_shared=answers["phone_is_shared"],
            employee_number=khmer.clean(answers["employee_number"]),
            role=answers["role"],
            employer=self.employer,
        )

    def job(self) -> JobAtTheTime:
        """The job as told; a workplace that is not in the list stays as words."""
        words = "" if self.employer else self.cleaned_data["workplace"]
        return JobAtTheTime(
            role=self.cleaned_data["role"], employer=self.employer, employer_text=words
        )

    def told(self) -> Traits:
        """What is told so far, also while the form is half filled or wrong: answers that cannot be
        read are left out. For finding out who is known already."""
        answers = getattr(self, "cleaned_data", {})
        spelling = spelling_of(khmer.clean(self["name"].value() or ""))
        phones = parse_phones(self["phone"].value() or "", conf.get("COURSES_PHONE_REGION"))
        numbers = frozenset(phone.e164 for phone in phones if phone.e164)
        workplace = answers.get("workplace")
        return Traits(
            key_km=khmer.match_key(spelling.get("name_km", "")),
            name_latin=" ".join(
                spelling.get(part, "") for part in ("family_name_latin", "given_name_latin")
            ).strip(),
            sex="" if answers.get("sex") == Sex.NOT_STATED else answers.get("sex", ""),
            birth_year=answers.get("birth_year"),
            birth_year_is_estimated=answers.get("birth_year_is_estimated", False),
            phones=numbers,
            shared_phones=numbers if answers.get("phone_is_shared") else frozenset(),
            employee_number=khmer.clean(answers.get("employee_number", "")),
            employer=workplace.pk if isinstance(workplace, Organization) else None,
        )

    def doubts(self) -> list[str]:
        """Sentences about a phone that may be wrong. It is kept as it was told all the same."""
        phones = parse_phones(self.cleaned_data["phone"], conf.get("COURSES_PHONE_REGION"))
        return [
            ListProblem(phone.problem).label % {"value": phone.raw}
            for phone in phones
            if phone.problem
        ]

    @property
    def employer(self) -> Organization | None:
        workplace = self.cleaned_data["workplace"]
        return workplace if isinstance(workplace, Organization) else None
