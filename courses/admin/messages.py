"""Messages in the admin: what people were told, what failed and why, and sending it once more."""

from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, StatusTagColumn

from courses import permissions
from courses.actions.messages import send_by_hand, try_again
from courses.admin import filters
from courses.admin.base import RecordViewSet
from courses.admin.columns import CodeColumn, RecordColumn, person_name, time_of
from courses.admin.links import run_links
from courses.admin.menu import ORDER
from courses.admin.verbs import VerbView
from courses.admin.views import RecordView
from courses.choices import TROUBLED_MESSAGES, DeliveryLanguage
from courses.models import Message
from courses.queries.messages import messages_found, troubled_first


class MessageFilterSet(filters.RecordFilterSet):
    status = filters.choices_of(Message, "status")
    kind = filters.choices_of(Message, "kind")
    channel = filters.choices_of(Message, "channel")
    course = filters.courses("run__course")
    province = filters.provinces("run__province")
    created_at = filters.days("created_at", _("Day"))

    class Meta:
        model = Message
        fields = []


class MessageVerbView(VerbView):
    """Only for messages that failed, or that nobody is sure about."""

    header_icon = "mail"

    def is_allowed(self):
        return super().is_allowed() and self.object.status in TROUBLED_MESSAGES


class TryAgainView(MessageVerbView):
    page_title = _("Send once more")
    button = _("Send once more")
    warning = _("The message goes to the same address. If it has arrived already, it comes twice.")

    def act(self, form):
        try_again(self.object, by=self.request.user)
        return _now("The message will be sent once more."), self.address_of(self.object)


class ByHandView(MessageVerbView):
    page_title = _("Make a text to paste")
    button = _("Make a text to paste")
    warning = _("The text stands on the page of the run, ready to be sent by hand.")

    def act(self, form):
        send_by_hand(self.object, by=self.request.user)
        return _now("The text is ready to paste."), self.address_of(self.object)


class MessageRecordView(RecordView):
    def get_facts(self):
        return [(_("Language"), dict(DeliveryLanguage.choices)[self.object.language])]


class MessageViewSet(RecordViewSet):
    model = Message
    inspect_view_class = MessageRecordView
    exports_people = True
    policy = permissions.messages
    actions = ("view",)
    related = ("person", "run__course")
    icon = "mail"
    menu_label = _("Messages")
    menu_name = "training-messages"
    menu_order = ORDER["messages"]
    ordering = ("urgency", "-pk")
    filterset_class = MessageFilterSet
    inspect_view_fields = (
        "person",
        "run",
        "kind",
        "status",
        "problem",
        "problem_detail",
        "channel",
        "address",
        "subject",
        "body",
        "attempts",
        "receipt",
        "created_at",
        "sent_at",
    )
    list_display = (
        RecordColumn(
            "person",
            label=_("To"),
            accessor=lambda message: person_name(message.person),
            sort_key="person__sort_key",
        ),
        CodeColumn("run", label=_("Run"), accessor="run.code", sort_key="run__code"),
        Column("kind", label=_("About"), accessor="get_kind_display", sort_key="kind"),
        Column("channel", label=_("By"), accessor="get_channel_display", sort_key="channel"),
        StatusTagColumn(
            "status",
            label=_("Status"),
            accessor="get_status_display",
            primary=lambda message: message.status not in TROUBLED_MESSAGES,
            sort_key="urgency",
        ),
        Column("problem", label=_("Problem"), accessor="get_problem_display"),
        Column(
            "moment",
            label=_("When"),
            accessor=lambda message: time_of(message.sent_at or message.created_at),
            sort_key="created_at",
        ),
    )
    exported = (
        ("UUID", lambda message: str(message.uuid)),
        (_("Run"), "run.code"),
        (_("Card code"), "person.card_code"),
        (_("About"), "get_kind_display"),
        (_("By"), "get_channel_display"),
        (_("Status"), "get_status_display"),
        (_("Problem"), "get_problem_display"),
        (_("Made"), "created_at"),
        (_("Sent"), "sent_at"),
    )

    def rows(self, user):
        return troubled_first(super().rows(user))

    def search(self, rows, words):
        return messages_found(rows, words)

    @cached_property
    def again_view(self):
        return self.construct_view(TryAgainView)

    @cached_property
    def by_hand_view(self):
        return self.construct_view(ByHandView)

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            path("again/<str:pk>/", self.again_view, name="again"),
            path("by-hand/<str:pk>/", self.by_hand_view, name="by_hand"),
        ]

    def links(self, row, user):
        found = run_links(row.run)
        if row.status in TROUBLED_MESSAGES and self.policy.may(user, "change", row):
            found = [
                (_now("Send once more…"), self.verb("again", row), "redirect"),
                (_now("Make a text to paste…"), self.verb("by_hand", row), "edit"),
                *found,
            ]
        return found

    def verb(self, name, row):
        return reverse(self.get_url_name(name), args=[row.pk])
