"""What speaks against a person on a run, in sentences: to herself, and to who enrols her."""

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone
from django.utils.translation import gettext as _

from courses import permissions
from courses.adapters.language import language
from courses.choices import Role
from courses.exceptions import Refused
from courses.models import CourseRun, Enrollment
from courses.queries.eligibility import Objection, objections
from courses.rules.calendar_words import clock_range, date_in_words

#: A trainer or staff may enrol all the same, with a reason.
MAY_BE_OVERRIDDEN = frozenset({"wrong_role", "host_only", "not_completed", "clash"})
#: What cannot be asked of a form without an account, lest it tells of somebody else's training.
#: It stands on record: nothing that she says in a form about her work changes it.
PRIVATE = frozenset({"not_completed", "clash"})


def objections_of(place: Enrollment) -> list[Objection]:
    """What speaks against a person on her run, with the job that the place remembers."""
    return objections(
        place.run, place.person, role=place.role, employer=place.employer, now=timezone.now()
    )


def refused_to_herself(found: list[Objection]) -> Refused | None:
    """No, with the first reason, and what she can do."""
    return Refused(TO_HERSELF[found[0].code](found[0]), code=found[0].code) if found else None


def known_beforehand(found: list[Objection]) -> Refused | None:
    """No to somebody who has signed in, before she fills in anything; the same sentence that the
    form would get."""
    return refused_to_herself([each for each in found if each.code in PRIVATE])


def for_whom(found: list[Objection]) -> list[str]:
    """For whom the run is, where that hangs on what she says about her work."""
    return [TO_HERSELF[each.code](each) for each in found if each.code not in PRIVATE]


def refused_to_staff(found: list[Objection], *, by: AbstractBaseUser | None) -> Refused | None:
    """No, unless a reason is given."""
    return Refused(in_words(found, by=by)[0], code=found[0].code) if found else None


def in_words(found: list[Objection], *, by: AbstractBaseUser | None) -> list[str]:
    """All that speaks against a person, for who enrols her. What she does on runs that the user
    does not see stays unsaid."""
    return [
        _("At another training at the same time.")
        if each.other_run and not _sees(by, each.other_run)
        else TO_STAFF[each.code](each)
        for each in found
    ]


def _sees(user: AbstractBaseUser | None, run: CourseRun) -> bool:
    return user is not None and permissions.runs.rows_for(user).filter(pk=run.pk).exists()


def _roles(objection: Objection) -> str:
    labels = dict(Role.choices)
    return " · ".join(str(labels.get(role, role)) for role in objection.run.roles)


def _first_course(objection: Objection) -> dict:
    course, day = objection.courses[0]
    return {"course": course.title, "day": date_in_words(day, language()) if day else ""}


def _clash(objection: Objection) -> dict:
    slot = objection.clash.other
    return {
        "course": objection.other_run.course.title,
        "day": date_in_words(slot.starts.date(), language()),
        "times": clock_range(slot.starts.time(), slot.ends.time(), language()),
    }


def _role_to_herself(objection):
    words = _("This date is for: %(roles)s. Choose another date, or ask a trainer.")
    return words % {"roles": _roles(objection)}


def _host_to_herself(objection):
    words = _("This date is for people of %(host)s only. Choose another date, or ask a trainer.")
    return words % {"host": objection.run.host.name}


def _course_to_herself(objection):
    facts = _first_course(objection)
    if facts["day"]:
        words = _("Complete %(course)s first. It is held next on %(day)s.")
    else:
        words = _("Complete %(course)s first. No date is planned yet; ask a trainer.")
    return words % facts


def _clash_to_herself(objection):
    words = _(
        "You are at %(course)s at that time: %(day)s, %(times)s. Choose another date, or give up"
        " your place there first."
    )
    return words % _clash(objection)


def _role_to_staff(objection):
    return _("This run is for: %(roles)s.") % {"roles": _roles(objection)}


def _host_to_staff(objection):
    return _("This run is for people of %(host)s only.") % {"host": objection.run.host.name}


def _course_to_staff(objection):
    facts = _first_course(objection)
    if facts["day"]:
        words = _("%(course)s has to be completed first. It is held next on %(day)s.")
    else:
        words = _("%(course)s has to be completed first. No date of it is planned yet.")
    return words % facts


def _clash_to_staff(objection):
    return _("At %(course)s at the same time: %(day)s, %(times)s.") % _clash(objection)


TO_HERSELF = {
    "wrong_role": _role_to_herself,
    "host_only": _host_to_herself,
    "not_completed": _course_to_herself,
    "clash": _clash_to_herself,
}
TO_STAFF = {
    "wrong_role": _role_to_staff,
    "host_only": _host_to_staff,
    "not_completed": _course_to_staff,
    "clash": _clash_to_staff,
}
