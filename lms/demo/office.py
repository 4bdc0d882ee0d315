"""The office of the demo: a member of staff for two provinces, and files that were taken away."""

from django.contrib.auth.models import AbstractBaseUser

from courses.actions.areas import assign_area
from courses.actions.exports import Purpose, record_personal_export
from courses.choices import ExportPurpose
from courses.models import Person, Province

#: Kampong Speu and Kandal.
PROVINCES = ("05", "08")
#: What was taken, in which form, what for, for what exactly; all people, or one of them.
FILES = (
    ("people", "xlsx", ExportPurpose.QUALITY, "Spelling of names, with the trainers", True),
    ("person", "pdf", ExportPurpose.PERSON_ASKED, "Asked for at the training", False),
)


def write_office(officer: AbstractBaseUser, *, by: AbstractBaseUser) -> None:
    assign_area(officer, Province.objects.filter(pk__in=PROVINCES), by=by)
    person = Person.objects.filter(enrollments__completion__is_met=True).order_by("pk").first()
    for what, file_format, purpose, detail, is_of_all in FILES:
        filters = {} if is_of_all else {"person": str(person.uuid)}
        rows = Person.objects.count() if is_of_all else 1
        record_personal_export(what, file_format, filters, Purpose(purpose, detail, rows), by=by)
