"""Begin a report template or a set of targets as the copy of another one."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from courses.actions.audit import record
from courses.exceptions import Refused
from courses.models import ReportTemplate, TargetSet

#: The field that a copy has a new name in.
NAMES = {ReportTemplate: "name", TargetSet: "name_en"}


@transaction.atomic
def copy_with_parts(
    row: ReportTemplate | TargetSet, name: str, *, by: AbstractBaseUser
) -> ReportTemplate | TargetSet:
    """A copy under another name, with all its rows. Raises Refused: `no_name`, `name_taken`."""
    model, field, name = type(row), NAMES[type(row)], name.strip()
    if not name:
        raise Refused(_("Give the copy a name."), code="no_name")
    if model.objects.filter(**{field: name}).exists():
        raise Refused(_("Another one has this name already."), code="name_taken")
    copy, _parts = row.copy_cluster(exclude_fields=["id"])
    setattr(copy, field, name)
    copy.save()
    record(copy, "copied", by=by, source=row.pk)
    return copy
