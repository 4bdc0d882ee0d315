"""Refuses to publish or to approve a page while something on it must be mended first."""

from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from wagtail.admin import messages

from courses.forms.page_check_words import place, sentence
from courses.models import BEFORE_APPROVAL, CheckedApproval, CoursePage, LessonPage
from courses.queries.page_checks import page_findings

CHECKED = (CoursePage, LessonPage)
#: In the address of the editor, where approving was refused.
NOT_APPROVED = "not-approved"


def refuse_publishing(request, page):
    """Hook `before_publish_page`: what was written stays, as a draft."""
    reasons = blocking(page)
    if reasons:
        messages.error(
            request,
            told(_("“%(title)s” is saved as a draft but not published."), page, reasons),
        )
        return redirect("wagtailadmin_pages:edit", page.pk)


def refuse_publishing_many(request, action_type, pages, action):
    """Hook `before_bulk_action`: none is published when one must be mended."""
    if action_type != "publish":
        return None
    unready = []
    for page in with_drafts_below(pages, action.cleaned_form.cleaned_data):
        draft = page.get_latest_revision_as_object()
        if reasons := blocking(draft):
            unready.append((draft, reasons))
    for draft, reasons in unready:
        messages.error(request, told(_("“%(title)s” must be mended first."), draft, reasons))
    return redirect("wagtailadmin_explore", unready[0][0].get_parent().pk) if unready else None


def with_drafts_below(pages, answers):
    """The pages, and the drafts below them where these are to be published too."""
    for page in pages:
        yield page
        if answers.get("include_descendants"):
            yield from page.get_descendants().not_live()


def refuse_approval(page):
    """Hook `before_approve_page` of the app: where the reasons are told, if there are any."""
    if not blocking(page):
        return None
    return f"{reverse('wagtailadmin_pages:edit', args=[page.pk])}?{NOT_APPROVED}=1"


def tell_not_approved(request, page):
    """Hook `before_edit_page`: the reasons, while there are any."""
    if request.method == "GET" and NOT_APPROVED in request.GET:
        draft = page.get_latest_revision_as_object()
        if reasons := blocking(draft):
            messages.error(request, told(_("“%(title)s” is not approved."), draft, reasons))


def lead_to_reasons(request, page):
    """Hook `after_edit_page`: what was written is saved; approving it in the same go was
    refused by the task, which the editor does not notice."""
    if request.POST.get("workflow-action-name") != "approve":
        return None
    address = isinstance(page.current_workflow_task, CheckedApproval) and refuse_approval(page)
    return redirect(address) if address else None


def blocking(page) -> list:
    if not isinstance(page, CHECKED):
        return []
    return [finding for finding in page_findings(page) if finding.is_blocking]


def told(opening, page, reasons):
    """The opening and each reason with its place, as a message of the admin."""
    lines = format_html_join(
        "",
        "<li>{}</li>",
        ([": ".join(filter(None, (place(each), sentence(each))))] for each in reasons),
    )
    link = reverse("wagtailadmin_pages:edit", args=[page.pk])
    title = format_html('<a href="{}">{}</a>', link, page.get_admin_display_title())
    sentence_about_it = format_html(opening.replace("%(title)s", "{}"), title)
    return format_html("{}<ul>{}</ul>", sentence_about_it, lines)


#: What the app hooks on.
CHECKS = (
    ("before_publish_page", refuse_publishing),
    ("before_bulk_action", refuse_publishing_many),
    (BEFORE_APPROVAL, refuse_approval),
    ("before_edit_page", tell_not_approved),
    ("after_edit_page", lead_to_reasons),
)
