"""The queue of pairs that may be one person: both records side by side, one key for each answer."""

import uuid

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse, reverse_lazy
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from courses import permissions
from courses.actions.duplicates import put_off, take_back_answer
from courses.actions.merging import REFUSALS, merge_people, tell_apart, undo_merge
from courses.admin.menu import ORDER
from courses.admin.merge_words import preview_of
from courses.choices import MatchReason
from courses.exceptions import Refused
from courses.models import DistinctPair, DuplicateCandidate, PersonMerge
from courses.queries.duplicates import better_first, last_answers, next_pair, pairs_on_runs_of
from courses.queries.merging import latest_merge, side_of
from courses.queries.owners import Owner
from courses.rules.merging import why_not_merge

URL_NAME = "courses_duplicates"
#: What the buttons send.
DECISIONS = ("same", "apart", "later")


class DecisionForm(forms.Form):
    """Which button was pressed for which pair, whose record stays, and the newest merge that the
    reader knew of."""

    pair = forms.IntegerField(min_value=1)
    kept = forms.IntegerField(min_value=1)
    latest = forms.IntegerField(min_value=0)
    decision = forms.ChoiceField(choices=[(each, each) for each in DECISIONS])


class DuplicatesView(WagtailAdminTemplateMixin, TemplateView):
    """For those who may decide which records are of one person. `owner` in the address keeps to the
    people on somebody's runs, `pair` shows that pair first, `swap` turns it round."""

    policy = "staff"
    template_name = "courses/admin/duplicates/duplicates.html"
    page_title = gettext_lazy("Possible duplicates")
    header_icon = "copy"

    def dispatch(self, request, *args, **kwargs):
        if not permissions.people.may_merge(request.user):
            raise PermissionDenied
        response = super().dispatch(request, *args, **kwargs)
        response["Cache-Control"] = "private, no-store"
        return response

    @cached_property
    def owner(self):
        return Owner.of_key(self.request.GET.get("owner", ""))

    @cached_property
    def address(self):
        here = reverse(URL_NAME)
        return f"{here}?owner={self.owner.key}" if self.owner else here

    @cached_property
    def pairs(self):
        pairs = DuplicateCandidate.objects.undecided()
        return pairs_on_runs_of(pairs, self.owner) if self.owner else pairs

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            left=self.pairs.count(),
            address=self.address,
            answers=last_answers(self.request.user),
            media=forms.Media(js=["courses/admin/duplicates.js"]),
            **self._pair_to_show(),
            **kwargs,
        )

    def _pair_to_show(self):
        wanted = self.request.GET.get("pair", "")
        rows = self.pairs.filter(pk=wanted) if wanted.isdecimal() else self.pairs.none()
        pair = next_pair(rows) or next_pair(self.pairs)
        if pair is None:
            return {}
        kept, absorbed = better_first(pair)
        is_swapped = bool(self.request.GET.get("swap"))
        if is_swapped:
            kept, absorbed = absorbed, kept
        reason = why_not_merge(side_of(kept), side_of(absorbed))
        joint = "&" if self.owner else "?"
        turned = f"{self.address}{joint}pair={pair.pk}"
        return {
            "pair": pair,
            "kept": kept,
            "latest": latest_merge(kept, absorbed),
            "reasons": [MatchReason(code).label for code in pair.reasons],
            "preview": preview_of(kept, absorbed, self.request.user),
            "swap_url": turned if is_swapped else f"{turned}&swap=1",
            "warning": REFUSALS[reason] if reason else "",
        }

    def post(self, request, *args, **kwargs):
        try:
            if "undo" in request.POST:
                self._take_back()
            else:
                self._decide()
        except Refused as no:
            messages.error(request, no.sentence)
        return redirect(self.address)

    def _decide(self):
        form = DecisionForm(self.request.POST)
        if not form.is_valid():
            raise Refused(_("Choose one of the answers."), code="no_answer")
        answers = form.cleaned_data
        pair = DuplicateCandidate.objects.select_related("first", "second")
        pair = pair.filter(pk=answers["pair"]).first()
        if pair is None or answers["kept"] not in (pair.first_id, pair.second_id):
            raise Refused(_("This pair is not in the queue any more."), code="gone")
        kept, absorbed = pair.first, pair.second
        if answers["kept"] != kept.pk:
            kept, absorbed = absorbed, kept
        self._answer(answers, pair, kept, absorbed)

    def _answer(self, answers, pair, kept, absorbed):
        user, names = self.request.user, {"name": kept.name, "other": absorbed.name}
        if answers["decision"] == "same":
            merge_people(kept, absorbed, by=user, latest=answers["latest"])
            said = _("The record of %(other)s is part of the record of %(name)s now.")
        elif answers["decision"] == "apart":
            tell_apart(kept, absorbed, by=user)
            said = _("It is remembered that %(name)s and %(other)s are not the same person.")
        else:
            put_off(pair)
            said = _("%(name)s and %(other)s wait at the end of the queue.")
        messages.success(self.request, said % names)

    def _take_back(self):
        kind, _colon, key = self.request.POST["undo"].partition(":")
        user = self.request.user
        if kind == "merge":
            merge = get_object_or_404(PersonMerge, uuid=_uuid(key))
            merge = undo_merge(merge, by=user)
            people, said = (
                (merge.kept, merge.absorbed),
                _("%(name)s and %(other)s are two records again."),
            )
        else:
            pair = DistinctPair.objects.select_related("first", "second")
            pair = get_object_or_404(pair, pk=int(key) if key.isdecimal() else 0)
            take_back_answer(pair, by=user)
            people, said = (
                (pair.first, pair.second),
                _("%(name)s and %(other)s may be one person again."),
            )
        names = {"name": people[0].name, "other": people[1].name}
        messages.success(self.request, said % names)


def _uuid(text):
    try:
        return uuid.UUID(text)
    except ValueError:
        raise Http404 from None


class DuplicatesItem(MenuItem):
    def is_shown(self, request):
        return permissions.people.may_merge(request.user)


def duplicates_urls():
    """Hook `register_admin_urls`."""
    return [path("training/duplicates/", DuplicatesView.as_view(), name=URL_NAME)]


def duplicates_menu_item():
    """Hook of the menu "Training"."""
    return DuplicatesItem(
        gettext_lazy("Possible duplicates"),
        reverse_lazy(URL_NAME),
        name="training-duplicates",
        icon_name="copy",
        order=ORDER["duplicates"],
    )
