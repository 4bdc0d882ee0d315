"""Calendar files: of a run for whoever may see it, and a trainer's feed by a secret address."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.actions.calendar_feeds import (
    open_calendar,
    renew_calendar_address,
    revoke_calendar_address,
)
from courses.adapters.calendars import published
from courses.adapters.language import language
from courses.adapters.pace import is_too_fast
from courses.models import CalendarFeed
from courses.queries.calendars import entries_of_run, entries_of_trainer
from courses.queries.my_training import own_enrollments
from courses.views.base import RunView, SalaView
from courses.views.enrol import RunForEverybody, Ticket

CONTENT_TYPE = "text/calendar; charset=utf-8"
#: A calendar program asks some times a day; this stops who tries out tokens.
READS_AT_MOST, READS_SECONDS = 120, 10 * 60


def calendar_file(entries, filename, name=""):
    body = published(entries, zone=settings.TIME_ZONE, name=name)
    response = HttpResponse(body, content_type=CONTENT_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{filename}.ics"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def of_run(run):
    return calendar_file(entries_of_run(run, language(), timezone.now()), run.code)


class RunCalendar(RunView):
    def get(self, request, *args, **kwargs):
        return of_run(self.run)


class MyCalendar(SalaView):
    """The sessions of a run on which the person has a place."""

    policy = "own"

    def get(self, request, *args, **kwargs):
        if self.person is None:
            raise Http404
        rows = own_enrollments(self.person).select_related("run")
        return of_run(get_object_or_404(rows, uuid=kwargs["enrollment"]).run)


class TakenPartCalendar(RunForEverybody):
    """For who has just taken part, with the ticket of her answer page."""

    def get(self, request, *args, **kwargs):
        Ticket.opened(kwargs["ticket"])
        return of_run(self.run)


class TrainerFeed(SalaView):
    """What a calendar program reads. Whoever has the address reads it, so it tells nothing of
    anybody who takes part."""

    policy = "public"

    def get(self, request, *args, **kwargs):
        who = request.META.get("REMOTE_ADDR", "")
        if is_too_fast("calendar", who, at_most=READS_AT_MOST, seconds=READS_SECONDS):
            return HttpResponse(status=429, headers={"Retry-After": str(READS_SECONDS)})
        user = open_calendar(kwargs["token"])
        if user is None:
            raise Http404
        entries = entries_of_trainer(user, language(), timezone.now())
        return calendar_file(entries, "sala", name=_("My training sessions"))


class CalendarAddress(SalaView):
    """The trainer's own secret address: made, renewed and taken away here, shown once."""

    policy = "trainer"
    needs = "runs.add"
    template_name = "courses/desk/calendar.html"

    def get_context_data(self, **kwargs):
        feed = CalendarFeed.objects.filter(user=self.request.user).first()
        return super().get_context_data(feed=feed, **kwargs)

    def post(self, request, *args, **kwargs):
        if "revoke" in request.POST:
            if revoke_calendar_address(request.user):
                messages.success(request, _("The address no longer works."))
            return redirect("courses:calendar_address")
        token = renew_calendar_address(request.user)
        https = request.build_absolute_uri(reverse("courses:trainer_feed", args=[token]))
        webcal = f"webcal:{https.partition(':')[2]}"
        return self.show(https=https, webcal=webcal)
