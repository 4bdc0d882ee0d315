"""Public figures in the admin: prepare them from an approved report, look, publish, withdraw."""

from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import HeaderButton

from courses import permissions
from courses.actions.publishing import (
    discard_numbers,
    prepare_numbers,
    publish_numbers,
    withdraw_numbers,
)
from courses.adapters.language import language
from courses.admin.base import RecordViewSet
from courses.admin.columns import RecordColumn, time_of
from courses.admin.links import Link, address, links
from courses.admin.menu import ORDER
from courses.admin.numbers_words import preview_of
from courses.admin.verbs import AskView, VerbView
from courses.admin.views import ListView, RecordView
from courses.forms.numbers_words import YearTold
from courses.forms.publishing import PrepareForm, WithdrawForm
from courses.models import PublishedYear
from courses.queries.public_numbers import may_be_prepared
from courses.rules.public_numbers import from_plain


class NumbersList(ListView):
    @cached_property
    def header_buttons(self):
        if not self.viewset.policy.may_publish(self.request.user):
            return []
        url = reverse(self.viewset.get_url_name("prepare"))
        return [HeaderButton(_now("Prepare figures"), url=url, icon_name="plus")]


class NumbersRecord(RecordView):
    """The figures as everybody reads them, or will, with all that is hidden and why."""

    template_name = "courses/admin/numbers/preview.html"

    def get_context_data(self, **kwargs):
        row = self.object
        told = YearTold(row.content, language())
        return super().get_context_data(
            told=told,
            preview=preview_of(from_plain(row.proof), told),
            state=state_of(row),
            **kwargs,
        )


class Prepare(AskView):
    """A new edition, for a second person to look at."""

    page_title = _("Prepare public figures")
    header_icon = "view"
    button = _("Prepare")
    form_class = PrepareForm
    warning = _(
        "Small counts are hidden, and others until no hidden one can be worked out, also beside"
        " every earlier edition of the year. You see what is hidden and why; nobody else reads it"
        " before it is published."
    )

    def is_allowed(self):
        return self.viewset.policy.may_publish(self.request.user)

    def get_form_kwargs(self):
        reports = may_be_prepared(permissions.snapshots.rows_for(self.request.user))
        return {**super().get_form_kwargs(), "reports": reports}

    def act(self, form):
        row = prepare_numbers(form.cleaned_data["snapshot"], by=self.request.user)
        return _now("The figures are prepared. Nobody else reads them yet."), self.address_of(row)


class NumbersVerb(VerbView):
    def is_allowed(self):
        return self.viewset.policy.may_publish(self.request.user)


class Publish(NumbersVerb):
    page_title = _("Publish these figures")
    header_icon = "check"
    button = _("Publish figures")
    warning = _(
        "Everybody reads them from now on, and they never change. You can withdraw them, but not"
        " take back what was read."
    )

    def act(self, form):
        publish_numbers(self.object, by=self.request.user)
        return _now("The figures are published."), self.address_of(self.object)


class Discard(NumbersVerb):
    page_title = _("Discard what was prepared")
    header_icon = "bin"
    button = _("Discard")
    warning = _("Nobody has read these figures. The frozen report stays.")

    def act(self, form):
        discard_numbers(self.object, by=self.request.user)
        return _now("What was prepared is discarded."), reverse(self.viewset.get_url_name("index"))


class Withdraw(NumbersVerb):
    page_title = _("Withdraw these figures")
    header_icon = "warning"
    button = _("Withdraw figures")
    form_class = WithdrawForm
    warning = _(
        "The page and its files then tell since when and why the figures are withdrawn, and nothing"
        " else. A later edition may correct them."
    )

    def act(self, form):
        withdraw_numbers(self.object, form.cleaned_data["why"], by=self.request.user)
        return _now("The figures are withdrawn."), self.address_of(self.object)


VERBS = {"prepare": Prepare, "publish": Publish, "discard": Discard, "withdraw": Withdraw}


def state_of(row: PublishedYear) -> str:
    if row.withdrawn_at:
        return _now("Withdrawn")
    return _now("Published") if row.published_at else _now("Prepared, not published")


def public_links(row: PublishedYear) -> list[Link]:
    """The page that everybody reads, where the site has it."""
    if not row.published_at:
        return []
    page = address("courses:numbers_edition", row.year, row.edition)
    return links((_now("Public page"), page, "link-external"))


class NumbersViewSet(RecordViewSet):
    model = PublishedYear
    policy = permissions.numbers
    actions = ("view",)
    related = ("published_by",)
    icon = "globe"
    menu_label = _("Public figures")
    menu_name = "training-numbers"
    menu_order = ORDER["numbers"]
    ordering = ("-year", "-edition")
    index_view_class = NumbersList
    inspect_view_class = NumbersRecord
    inspect_view_fields = (
        *("snapshot", "prepared_at", "prepared_by", "published_at", "published_by"),
        *("withdrawn_at", "withdrawn_by", "withdrawn_why", "digest"),
    )
    exported = (
        (_("Year"), "year"),
        (_("Edition"), "edition"),
        (_("Published"), "published_at"),
        (_("Withdrawn"), "withdrawn_at"),
        (_("Fingerprint (SHA-256)"), "digest"),
    )
    list_display = (
        RecordColumn("edition", label=_("Year and edition"), accessor=str, sort_key="year"),
        Column("state", label=_("State"), accessor=state_of),
        Column("published", label=_("Published"), accessor=lambda row: time_of(row.published_at)),
        Column("by", label=_("By"), accessor="published_by"),
    )

    def rows(self, user):
        return super().rows(user).defer("content", "proof")

    def search(self, rows, words):
        return rows.filter(year=words) if words.isdecimal() else rows.none()

    def get_urlpatterns(self):
        own = [
            path(f"{name}/" if view is Prepare else f"{name}/<str:pk>/", self._of(view), name=name)
            for name, view in VERBS.items()
        ]
        return [*super().get_urlpatterns(), *own]

    def _of(self, view):
        return self.construct_view(view)

    def links(self, row, user):
        found = public_links(row)
        if not self.policy.may_publish(user) or row.withdrawn_at:
            return found
        verbs = [("withdraw", _now("Withdraw…"), "warning")]
        if not row.published_at:
            verbs = [
                ("publish", _now("Publish…"), "check"),
                ("discard", _now("Discard…"), "bin"),
            ]
        return [
            *found,
            *(
                (label, reverse(self.get_url_name(name), args=[row.pk]), icon)
                for name, label, icon in verbs
            ),
        ]
