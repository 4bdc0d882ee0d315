"""What will happen to an organization, in sentences with numbers."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.admin.columns import number_of
from courses.models import Organization
from courses.queries.organization_facts import weight_of


def of_renaming(organization: Organization) -> list[str]:
    weight = weight_of(organization)
    return [
        _("The name before stays on record with its last day, and still finds the organization."),
        *_if(weight.enrollments, _enrollments_keep_name, organization),
    ]


def of_closing(organization: Organization) -> list[str]:
    weight = weight_of(organization)
    return [
        _("It can no longer be chosen anywhere. You can open it again at any time."),
        *_if(weight.enrollments, _enrollments_stay, organization),
        *_if(weight.people_today, _people_leave, organization),
        *_if(weight.runs_to_come, _runs_to_come, organization),
        *_if(weight.members, _members, organization),
    ]


def of_merging(kept: Organization, other: Organization) -> list[str]:
    """Both sides as they are, then what becomes of what `other` has."""
    names = {"kept": kept.name, "other": other.name}
    weight = weight_of(other)
    return [
        _("%(kept)s stays and can be chosen. %(other)s can no longer be chosen.") % names,
        _("Whoever types a name of %(other)s finds %(kept)s.") % names,
        *_if(weight.enrollments, _enrollments_stay, other),
        *_if(weight.people_today, _people_move, other),
        *_if(weight.members, _members_move, other),
        *_if(weight.headcounts, _headcounts_stay, other),
        *_if(weight.runs_to_come, _runs_to_come, other),
        _("You can undo this at any time."),
    ]


def _if(number: int, sentence, organization: Organization) -> list[str]:
    words = {"number": number_of(number), "name": organization.name}
    return [sentence(number) % words] if number else []


def _enrollments_keep_name(number: int) -> str:
    return ngettext(
        "%(number)s enrolment names it. Before that day it keeps the former name.",
        "%(number)s enrolments name it. Those before that day keep the former name.",
        number,
    )


def _enrollments_stay(number: int) -> str:
    return ngettext(
        "%(number)s enrolment keeps %(name)s as the workplace of that time.",
        "%(number)s enrolments keep %(name)s as the workplace of that time.",
        number,
    )


def _people_leave(number: int) -> str:
    return ngettext(
        "%(number)s person works there today. The next enrolment asks for a new workplace.",
        "%(number)s people work there today. Their next enrolment asks for a new workplace.",
        number,
    )


def _people_move(number: int) -> str:
    return ngettext(
        "%(number)s person who works there today counts as working at the one that stays.",
        "%(number)s people who work there today count as working at the one that stays.",
        number,
    )


def _runs_to_come(number: int) -> str:
    return ngettext(
        "%(number)s run to come is planned at %(name)s. Look whether it can take place.",
        "%(number)s runs to come are planned at %(name)s. Look whether they can take place.",
        number,
    )


def _members(number: int) -> str:
    return ngettext(
        "%(number)s organization belongs to it and stays as it is.",
        "%(number)s organizations belong to it and stay as they are.",
        number,
    )


def _members_move(number: int) -> str:
    return ngettext(
        "%(number)s organization that belongs to it shows below the one that stays.",
        "%(number)s organizations that belong to it show below the one that stays.",
        number,
    )


def _headcounts_stay(number: int) -> str:
    return ngettext(
        "%(number)s headcount stays with %(name)s.",
        "%(number)s headcounts stay with %(name)s.",
        number,
    )
