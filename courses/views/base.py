"""What every screen shares: who may come in, what templates need, and how a "no" is told."""

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.functional import cached_property
from django.views.generic import View
from django.views.generic.base import ContextMixin, TemplateResponseMixin

from courses import conf, permissions
from courses.exceptions import Refused
from courses.queries.runs import in_their_run
from courses.queries.visitors import actor, visitor
from courses.views.visitor import keep_visit, may_come_in_for_her_own


def is_anybody(user):
    return True


def leads_or_sees_all(user):
    return permissions.is_trainer(user) or permissions.may_see_reach(user)


def is_nobody(user):
    return False


ENTRANCES = {
    "public": is_anybody,
    "login": is_anybody,
    "own": is_anybody,
    "trainer": leads_or_sees_all,
    "run": leads_or_sees_all,
    "session": leads_or_sees_all,
    "person": leads_or_sees_all,
    "staff": permissions.sees_all,
    "invitation": is_nobody,
}


class SalaView(TemplateResponseMixin, ContextMixin, View):
    """A screen whose `policy` says who may come in.

    `public`: everybody. `login`: who has signed in. `own`: who has signed in or come by her card,
    for what is her own as `person`. `trainer`, `staff`: these roles. `run`,
    `session`, `person`: trainers and staff, for the rows that `permissions` lets them see. Who
    has not said who she is is sent where she can; everybody else finds nothing (404). What is not
    public is never cached.
    `needs` names a permission that must be there as well: "runs.change" asks `permissions.runs`.
    """

    policy = "login"
    needs = ""

    def dispatch(self, request, *args, **kwargs):
        if self.policy in ("public", "invitation"):
            return self.kept_private(super().dispatch(request, *args, **kwargs))
        if self.policy == "own" and not may_come_in_for_her_own(request):
            return redirect_to_login(request.get_full_path(), reverse("courses:card"))
        if self.policy != "own" and not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if not self.may_enter(request.user):
            raise Http404
        self.find()
        response = self.kept_private(super().dispatch(request, *args, **kwargs))
        patch_cache_control(response, private=True, no_store=True)
        return response

    def kept_private(self, response):
        """Nothing that is shown in a visit by card stays on the phone."""
        if keep_visit(self.request):
            patch_cache_control(response, private=True, no_store=True)
        return response

    @cached_property
    def person(self):
        """The person who looks, or None."""
        return visitor(self.request)

    @property
    def actor(self):
        """The login that acts, or None in a visit by card."""
        return actor(self.request)

    def may_enter(self, user):
        policy, _, action = self.needs.partition(".")
        is_able = not action or getattr(permissions, policy).may(user, action)
        return is_able and ENTRANCES[self.policy](user)

    def find(self):
        """Fetches what the address names before anything else happens, or raises Http404."""

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            sala_base=conf.get("COURSES_BASE_TEMPLATE"),
            is_signed_in=self.policy not in ("public", "invitation"),
            **kwargs,
        )

    def get(self, request, *args, **kwargs):
        return self.show()

    def show(self, **context):
        return self.render_to_response(self.get_context_data(**context))


class RunView(SalaView):
    """A screen about one run, found by the `uuid` in its address."""

    policy = "run"

    @cached_property
    def run(self):
        rows = permissions.runs.rows_for(self.request.user)
        rows = rows.select_related("course", "host", "venue", "province", "roster")
        return get_object_or_404(rows, uuid=self.kwargs["uuid"])

    def find(self):
        return self.run

    def get_context_data(self, **kwargs):
        return super().get_context_data(run=self.run, **kwargs)


class SessionView(SalaView):
    """A screen about one session, found by the `uuid` in its address."""

    policy = "session"

    @cached_property
    def session(self):
        rows = permissions.sessions.rows_for(self.request.user)
        rows = in_their_run(rows).select_related("run__course", "run__host", "run__venue")
        return get_object_or_404(rows, uuid=self.kwargs["uuid"])

    def find(self):
        return self.session

    def get_context_data(self, **kwargs):
        return super().get_context_data(session=self.session, run=self.session.run, **kwargs)


class FormMixin:
    """A form on a screen: GET shows it; POST calls `act(form)`, which returns where to go next.

    A `Refused` becomes an error of the form, and everything typed stays.
    """

    form_class = None

    def make_form(self, data=None):
        return self.form_class(data)

    def get(self, request, *args, **kwargs):
        return self.show(form=self.make_form())

    def post(self, request, *args, **kwargs):
        return self.answer(self.make_form(request.POST))

    def answer(self, form):
        if form.is_valid():
            try:
                return redirect(self.act(form))
            except Refused as no:
                form.add_error(None, no.sentence)
        return self.show(form=form)


class ReadOrChangeMixin(FormMixin):
    """A screen that some read and that has a form for those who `may_change` what it tells."""

    may_change = False

    def get(self, request, *args, **kwargs):
        return self.show(form=self.make_form() if self.may_change else None)

    def post(self, request, *args, **kwargs):
        if not self.may_change:
            raise Http404
        return super().post(request, *args, **kwargs)


class VerbMixin:
    """A button without a form: POST calls `act()`, which returns a sentence for the notice.

    A `Refused` becomes a notice. Either way the person lands on `get_next_url()`.
    """

    def get(self, request, *args, **kwargs):
        return redirect(self.get_next_url())

    def post(self, request, *args, **kwargs):
        try:
            messages.success(request, self.act())
        except Refused as no:
            messages.error(request, no.sentence)
        return redirect(self.get_next_url())
