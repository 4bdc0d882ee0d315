"""What a person takes along of her own certificate: a picture to show, a reminder for the
calendar. Nobody else comes in, staff included."""

from datetime import datetime, time, timedelta

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from certificates.models import Certificate
from certificates.queries.printing import can_print_again, picture_of
from certificates.rules.sharing import reminder_day
from certificates.views.files import DownloadView
from courses.adapters.calendars import Entry
from courses.adapters.language import language
from courses.exceptions import Refused
from courses.rules.calendar_words import span
from courses.views.calendars import calendar_file

NINE, HALF_AN_HOUR = time(9), timedelta(minutes=30)


class OwnCertificate(DownloadView):
    """A certificate in force of whoever looks."""

    policy = "own"

    def certificate(self):
        if self.person is None:
            raise Http404
        rows = Certificate.objects.in_force().filter(person=self.person)
        return get_object_or_404(rows.select_related("revision"), uuid=self.kwargs["uuid"])


class SharePicture(OwnCertificate):
    """The page as PNG, drawn from the frozen facts."""

    def hand_out(self, certificate):
        if not can_print_again(certificate):
            raise Http404
        try:
            content = picture_of(certificate)
        except Refused as no:
            raise Http404 from no
        return HttpResponse(
            content,
            content_type="image/png",
            headers={
                "Content-Disposition": f'attachment; filename="{certificate.serial}.png"',
                "X-Content-Type-Options": "nosniff",
            },
        )


class Reminder(OwnCertificate):
    """An entry for the calendar some time before the last valid day, which rings."""

    def hand_out(self, certificate):
        day = reminder_day(certificate.expires_on, timezone.localdate())
        if day is None:
            raise Http404
        return calendar_file([self.entry(certificate, day)], certificate.serial)

    def entry(self, certificate, day):
        starts = timezone.make_aware(datetime.combine(day, NINE))
        last = span(certificate.expires_on, certificate.expires_on, language())
        about = {"course": certificate.about, "number": certificate.serial, "day": last}
        return Entry(
            uid=f"{certificate.uuid}-refresh@sala",
            sequence=0,
            starts=starts,
            ends=starts + HALF_AN_HOUR,
            title=_("Refresh: %(course)s") % about,
            changed=timezone.now(),
            description=_(
                "Your certificate %(number)s is valid until %(day)s. Take part in the course again"
                " before that day."
            )
            % about,
            url=self.request.build_absolute_uri(reverse("courses:my_training")),
            rings=True,
        )
