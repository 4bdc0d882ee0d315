"""What is known about the translation of a page, and the task that has pages checked first."""

import swapper
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.models import AbstractGroupApprovalTask

#: Asked before a page is approved: `fn(page)` with the newest version of the page returns an
#: address where the reasons are told, or nothing where the page may be approved.
BEFORE_APPROVAL = "before_approve_page"


class PageTranslation(models.Model):
    """Of which words of its source each text of a translated page is the translation: a list with
    them by the path of the text, empty where it was never translated. Personal data: none."""

    page = models.OneToOneField(
        swapper.get_model_name("wagtailcore", "Page"),
        models.CASCADE,
        primary_key=True,
        related_name="+",
    )
    seen = models.JSONField(default=dict)


class CheckedApproval(AbstractGroupApprovalTask):
    """The task of a workflow in which a group approves, and nothing that must be mended first.
    Personal data: none."""

    class Meta:
        verbose_name = _("group approval with page checks")
        verbose_name_plural = _("group approvals with page checks")

    def on_action(self, task_state, user, action_name, **kwargs):
        """Returns where the reasons are told when approving is refused; nothing changes then."""
        if action_name == "approve":
            page = task_state.workflow_state.content_object.get_latest_revision_as_object()
            for ask in hooks.get_hooks(BEFORE_APPROVAL):
                address = ask(page)
                if address:
                    return address
        return super().on_action(task_state, user, action_name, **kwargs)
