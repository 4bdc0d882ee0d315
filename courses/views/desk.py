"""The trainer's desk: what matters now, this week, what waits, and all runs."""

from django.core.paginator import Paginator
from django.utils import timezone
from django.utils.translation import gettext as _

from courses import permissions
from courses.adapters.language import language
from courses.queries.aside import open_ones, unsent_phones
from courses.queries.desk import open_registers, week_of, with_walk_ins
from courses.queries.factory_actions import with_overdue_actions
from courses.queries.marking import with_answers
from courses.queries.runs import coming_up, gone_by, named, with_people, with_requests
from courses.views.base import SalaView

NOON, EVENING = 12, 17
RUNS_ON_THE_DESK = 5
RUNS_WITH_REQUESTS = 20
RUNS_PER_PAGE = 20


def greeting(user, hour):
    """Good morning, with the name that the person is called by in this language."""
    person = getattr(user, "training_person", None)
    name = person.called_in(language()) if person else user.get_short_name()
    if hour < NOON:
        words, alone = _("Good morning, %(name)s"), _("Good morning")
    elif hour < EVENING:
        words, alone = _("Good afternoon, %(name)s"), _("Good afternoon")
    else:
        words, alone = _("Good evening, %(name)s"), _("Good evening")
    return words % {"name": name} if name else alone


class Desk(SalaView):
    policy = "trainer"
    template_name = "courses/desk/desk.html"

    def get_context_data(self, **kwargs):
        user, moment = self.request.user, timezone.now()
        sessions, runs = permissions.sessions.rows_for(user), permissions.runs.rows_for(user)
        actions = permissions.factory_actions.rows_for(user)
        week = week_of(sessions, moment)
        today = timezone.localdate(moment)
        return super().get_context_data(
            greeting=greeting(user, timezone.localtime(moment).hour),
            today=today,
            week=week,
            registers=open_registers(sessions, moment, but=week.now),
            requests=with_requests(runs)[:RUNS_WITH_REQUESTS],
            aside=open_ones(permissions.aside.rows_for(user)).count(),
            phones=unsent_phones(permissions.devices.rows_for(user))[:RUNS_WITH_REQUESTS],
            walk_ins=with_walk_ins(runs, moment)[:RUNS_WITH_REQUESTS],
            answers=with_answers(runs)[:RUNS_WITH_REQUESTS],
            actions=with_overdue_actions(runs, actions, today)[:RUNS_WITH_REQUESTS],
            runs=with_people(coming_up(runs, today))[:RUNS_ON_THE_DESK],
            may_plan=permissions.runs.may(user, "add"),
            **kwargs,
        )


class Runs(SalaView):
    """All runs of the trainer, or of the programme for staff: to come, or past."""

    policy = "trainer"
    template_name = "courses/desk/runs.html"

    def get_context_data(self, **kwargs):
        query = self.request.GET.get("q", "")
        are_past = self.request.GET.get("when") == "past"
        pick = gone_by if are_past else coming_up
        runs = permissions.runs.rows_for(self.request.user)
        rows = named(pick(runs, timezone.localdate()), query)
        pages = Paginator(with_people(rows), RUNS_PER_PAGE)
        return super().get_context_data(
            page=pages.get_page(self.request.GET.get("page")),
            are_past=are_past,
            query=query,
            may_plan=permissions.runs.may(self.request.user, "add"),
            **kwargs,
        )
