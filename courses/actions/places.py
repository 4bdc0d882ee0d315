"""Name places where sessions are held."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from courses.actions.audit import record
from courses.exceptions import Refused
from courses.models import Province, Venue
from courses.rules import khmer


@transaction.atomic
def name_venue(name: str, province: Province, *, by: AbstractBaseUser) -> Venue:
    """The venue of that name in the province; it is added where there is none. A Khmer name is
    kept as the Khmer name too. Idempotent. Raises Refused `no_name`."""
    name = khmer.clean(name)
    if not name:
        raise Refused(_("Give the place a name."), code="no_name")
    same = Venue.objects.filter(province=province)
    venue = (same.filter(name_en__iexact=name) | same.filter(name_km=name)).first()
    if venue is None:
        is_khmer = khmer.khmer_share(name) > 0
        name_km = name if is_khmer else ""
        venue = Venue.objects.create(name_en=name, name_km=name_km, province=province)
        record(venue, "venue_named", by=by)
    return venue
