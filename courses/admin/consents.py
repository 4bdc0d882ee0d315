"""Consents in the admin: the answers of one person, and the words in which people are asked."""

from django.db.models import Q
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column

from courses import permissions
from courses.actions.consents import publish_notice, record_consents
from courses.admin import filters
from courses.admin.base import RecordViewSet
from courses.admin.columns import NumberColumn, RecordColumn, time_of
from courses.admin.menu import ORDER
from courses.admin.verbs import VerbView
from courses.admin.views import AddView
from courses.forms.consents import ConsentsForm
from courses.models import ConsentNotice


class ConsentsView(VerbView):
    """The five questions for one person; see `courses.views.consents` for trainers."""

    page_title = _("Record consents")
    header_icon = "check"
    button = _("Keep the answers")
    warning = _(
        "Read the words aloud, where nobody else can hear the answer. Whoever says no takes part"
        " and gets a certificate like everybody else."
    )

    def get_form(self, form_class=None):
        data = self.request.POST if self.request.method == "POST" else None
        return ConsentsForm(data, person=self.object)

    def act(self, form):
        record_consents(
            self.object,
            form.answers(),
            by=self.request.user,
            manner=form.cleaned_data["manner"],
            seen=form.seen(),
        )
        said = _now("The answers of %(name)s are kept.") % {"name": self.object.name}
        return said, self.address_of(self.object)


class NoticeFilterSet(filters.RecordFilterSet):
    kind = filters.choices_of(ConsentNotice, "kind")

    class Meta:
        model = ConsentNotice
        fields = []


class NoticeAddView(AddView):
    """A new version of the words; the earlier ones stay with their answers."""

    def save_instance(self):
        notice = self.form.instance
        return publish_notice(
            notice.kind, text_km=notice.text_km, text_en=notice.text_en, by=self.request.user
        )


class NoticeViewSet(RecordViewSet):
    model = ConsentNotice
    policy = permissions.notices
    actions = ("view", "add")
    icon = "openquote"
    menu_label = _("Consent notices")
    menu_name = "training-notices"
    menu_order = ORDER["notices"]
    ordering = ("kind", "-version")
    filterset_class = NoticeFilterSet
    add_view_class = NoticeAddView
    related = ("published_by",)
    inspect_view_fields = ("kind", "version", "text_km", "text_en", "published_at", "published_by")
    list_display = (
        RecordColumn("kind", label=_("What for"), accessor="get_kind_display", sort_key="kind"),
        NumberColumn("version", label=_("Version"), sort_key="version"),
        Column(
            "published",
            label=_("Published"),
            accessor=lambda notice: time_of(notice.published_at),
            sort_key="published_at",
        ),
        Column("by", label=_("By"), accessor="published_by"),
    )
    exported = (
        (_("What for"), "get_kind_display"),
        (_("Version"), "version"),
        (_("Text in Khmer"), "text_km"),
        (_("Text in English"), "text_en"),
        (_("Published"), "published_at"),
    )
    panels = [FieldPanel("kind"), FieldPanel("text_km"), FieldPanel("text_en")]

    def search(self, rows, words):
        return rows.filter(Q(text_km__icontains=words) | Q(text_en__icontains=words))
