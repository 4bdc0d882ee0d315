"""The register of a session: mark who is here, add walk-ins, close it and open it again."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses import conf, permissions
from courses.actions.attendance import close_register, mark_register, reopen_register
from courses.choices import Sex
from courses.exceptions import Refused
from courses.forms.people import roles_for
from courses.forms.register import RegisterForm
from courses.forms.register_checklist import checklist
from courses.forms.register_words import bar_words, number
from courses.forms.runs import ReasonForm
from courses.queries.aside import to_close_with
from courses.queries.runs import in_their_run, register_state
from courses.views.base import FormMixin, SessionView


class RegisterView(SessionView):
    """What the screens around one register share."""

    needs = "sessions.change"

    @cached_property
    def session(self):
        rows = to_close_with(in_their_run(permissions.sessions.rows_for(self.request.user)))
        rows = rows.select_related("run__course", "run__host", "run__venue")
        return get_object_or_404(rows, uuid=self.kwargs["uuid"])

    @property
    def register_url(self):
        return reverse("courses:register", args=[self.session.uuid])


class Register(RegisterView):
    """The register as a form: one line per person and one button to save. The script that saves
    each tap by itself is an addition."""

    template_name = "courses/register/register.html"

    def get(self, request, *args, **kwargs):
        if self.session.counts_heads:
            return redirect("courses:count_heads", self.session.uuid)
        answer = self.show(form=RegisterForm(self.session))
        answer["X-Sala-Keep"] = "no" if self.state == "early" else "yes"
        return answer

    @property
    def state(self):
        """A page that is taken along holds the form also before the day has come."""
        state = register_state(self.session, timezone.localdate())
        return "open" if state == "early" and "offline" in self.request.GET else state

    def post(self, request, *args, **kwargs):
        form = RegisterForm(self.session, request.POST)
        if not form.is_valid():
            return self.show(form=form)
        try:
            return self.save(form)
        except Refused as no:
            return self.show(form=form, refusal=no)

    def save(self, form):
        changed = mark_register(self.session, form.marks(), by=self.request.user)
        self.tell(changed)
        return redirect(self.register_url)

    def tell(self, changed):
        if not changed:
            messages.info(self.request, _("Nothing was changed."))
            return
        words = ngettext("%(count)s mark is saved.", "%(count)s marks are saved.", changed)
        messages.success(self.request, words % {"count": number(changed)})

    def get_context_data(self, *, form, refusal=None, **kwargs):
        state = self.state
        usual_roles, other_roles = roles_for(self.session.run.course)
        keeps = refusal is not None or bool(form.errors)
        return super().get_context_data(
            form=form,
            refusal=refusal,
            state=state,
            is_open=state == "open" or keeps,
            bar=bar_words(form.count),
            points=checklist(self.session, form.count) if state == "open" else [],
            sexes=Sex.choices,
            usual_roles=usual_roles,
            other_roles=other_roles,
            grace=conf.get("COURSES_GRACE_MINUTES"),
            **kwargs,
        )


class CloseRegister(Register):
    """Saves what was typed, then closes. Marks stay saved when somebody is still undecided."""

    def get(self, request, *args, **kwargs):
        return redirect(self.register_url)

    def save(self, form):
        mark_register(self.session, form.marks(), by=self.request.user)
        try:
            close_register(self.session, by=self.request.user)
        except Refused as no:
            messages.error(self.request, no.sentence)
            return redirect(self.register_url)
        messages.success(self.request, _("The register is closed."))
        return redirect(self.register_url)


class ReopenRegister(FormMixin, RegisterView):
    template_name = "courses/register/reopen.html"
    form_class = ReasonForm

    def act(self, form):
        reopen_register(self.session, form.cleaned_data["reason"], by=self.request.user)
        messages.success(self.request, _("The register is open again."))
        return self.register_url
