"""The action plan of a run: what was agreed, closing it with evidence, dropping it."""

from uuid import uuid4

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from courses import permissions
from courses.actions.factory_actions import (
    agree_action,
    change_action,
    close_action,
    delete_action_file,
    drop_action,
    keep_action_file,
    open_action_file,
    reopen_action,
)
from courses.exceptions import Refused
from courses.forms.factory_actions import ActionFileForm, ActionForm, CloseActionForm
from courses.forms.pick import is_asking, without_verdict
from courses.forms.runs import ReasonForm
from courses.queries.factory_actions import in_order
from courses.views.base import FormMixin, RunView
from courses.views.kept_files import DeletesFile, HandsOutFile


def plan_address(run):
    return reverse("courses:action_plan", args=[run.uuid])


class ActionPlan(RunView):
    """Everything that was agreed on a run."""

    needs = "factory_actions.view"
    template_name = "courses/actions/plan.html"

    def get_context_data(self, **kwargs):
        rows = permissions.factory_actions.rows_for(self.request.user)
        return super().get_context_data(
            actions=in_order(rows.filter(run=self.run)),
            today=timezone.localdate(),
            may_add=permissions.factory_actions.may(self.request.user, "add"),
            **kwargs,
        )


class AsksForOrganization(FormMixin):
    """A form in which somebody may only look for an organization."""

    form_class = ActionForm

    def post(self, request, *args, **kwargs):
        form = self.make_form(request.POST)
        if is_asking(form):
            return self.show(form=without_verdict(form))
        return super().post(request, *args, **kwargs)


class WriteAction(AsksForOrganization, RunView):
    needs = "factory_actions.add"
    template_name = "courses/actions/write.html"

    def make_form(self, data=None):
        return ActionForm(data, initial=ActionForm.first_answers(self.run, timezone.localdate()))

    def act(self, form):
        key = form.cleaned_data["form"] or uuid4()
        agree_action(self.run, form.agreed(), by=self.request.user, form=key)
        messages.success(self.request, _("The action is written down."))
        return plan_address(self.run)


class OneActionView(RunView):
    """A screen about one action, found by `action` in its address below the run."""

    needs = "factory_actions.view"

    @cached_property
    def action(self):
        rows = permissions.factory_actions.rows_for(self.request.user).filter(run=self.run)
        rows = rows.select_related("organization", "topic", "province", "written_by", "closed_by")
        return get_object_or_404(rows, uuid=self.kwargs["action"])

    def find(self):
        return self.action

    @property
    def action_address(self):
        return reverse("courses:action", args=[self.run.uuid, self.action.uuid])

    def get_context_data(self, **kwargs):
        return super().get_context_data(action=self.action, today=timezone.localdate(), **kwargs)


class ActionPage(FormMixin, OneActionView):
    """What was agreed and what shows that it is done, and a form to add a file."""

    template_name = "courses/actions/action.html"

    @property
    def may_add(self):
        return permissions.action_files.may(self.request.user, "add")

    def make_form(self, data=None):
        return ActionFileForm(data, self.request.FILES or None)

    def post(self, request, *args, **kwargs):
        if not self.may_add:
            raise Http404
        return super().post(request, *args, **kwargs)

    def act(self, form):
        answers = form.cleaned_data
        keep_action_file(self.action, answers["file"], answers["note"], by=self.request.user)
        messages.success(self.request, _("It is kept. Only trainers of the run and staff see it."))
        return self.action_address

    def get_context_data(self, **kwargs):
        user = self.request.user
        files = permissions.action_files.rows_for(user).filter(action=self.action)
        return super().get_context_data(
            files=files.select_related("uploaded_by"),
            may_add=self.may_add,
            may_change=permissions.factory_actions.may(user, "change"),
            may_delete=permissions.action_files.may(user, "delete"),
            **kwargs,
        )


class ChangingAction(FormMixin, OneActionView):
    needs = "factory_actions.change"
    form_class = ReasonForm


class ChangeAction(AsksForOrganization, ChangingAction):
    """Somebody else's change is told, with how the action stands now, before it is overwritten."""

    template_name = "courses/actions/change.html"
    is_stale = False

    def make_form(self, data=None):
        return ActionForm(data, initial=ActionForm.answers_of(self.action))

    def act(self, form):
        seen = form.cleaned_data["revision"] or 0
        try:
            change_action(self.action, form.agreed(), by=self.request.user, revision=seen)
        except Refused as no:
            self.is_stale = no.code == "stale"
            raise
        messages.success(self.request, _("The action is changed."))
        return self.action_address

    def show(self, form, **context):
        if self.is_stale:
            form.data = form.data.copy() | {"revision": self.action.revision}
        return super().show(form=form, is_stale=self.is_stale, **context)


class CloseAction(ChangingAction):
    template_name = "courses/actions/close.html"

    def make_form(self, data=None):
        initial = {"seen_on": timezone.localdate()}
        return CloseActionForm(data, self.request.FILES or None, initial=initial)

    def act(self, form):
        close_action(self.action, form.seen(), form.cleaned_data["file"], by=self.request.user)
        messages.success(self.request, _("The action is closed."))
        return self.action_address


class DropAction(ChangingAction):
    template_name = "courses/actions/drop.html"

    def act(self, form):
        drop_action(self.action, form.cleaned_data["reason"], by=self.request.user)
        messages.success(self.request, _("The action is dropped. The plan keeps it."))
        return self.action_address


class ReopenAction(ChangingAction):
    template_name = "courses/actions/reopen.html"

    def act(self, form):
        reopen_action(self.action, form.cleaned_data["reason"], by=self.request.user)
        messages.success(self.request, _("The action is open again."))
        return self.action_address


class OneActionFile(OneActionView):
    """A screen about one file, found by `file` in its address below the action."""

    needs = "action_files.view"

    @cached_property
    def evidence(self):
        rows = permissions.action_files.rows_for(self.request.user).filter(action=self.action)
        return get_object_or_404(rows, uuid=self.kwargs["file"])

    def find(self):
        return self.evidence


class ActionFile(HandsOutFile, OneActionFile):
    def open_file(self, user):
        return open_action_file(self.evidence, by=user)

    @property
    def file_name(self):
        return f"{self.run.code} {self.action.due_on} {self.evidence.pk}"


class DeleteActionFile(DeletesFile, OneActionFile):
    needs = "action_files.delete"
    template_name = "courses/actions/delete_file.html"

    def delete_file(self, reason, by):
        delete_action_file(self.evidence, reason, by=by)

    @property
    def after(self):
        return self.action_address
