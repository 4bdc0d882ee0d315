"""The words of messages in the admin: change them, see them with sample data, set them back."""

from datetime import date, datetime, time

from django.core.exceptions import ValidationError
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column

from courses import permissions
from courses.actions.messages import change_words, check_words, reset_words
from courses.adapters.shipped_words import shipped_words
from courses.admin import filters
from courses.admin.base import RecordViewSet
from courses.admin.columns import RecordColumn, time_of
from courses.admin.menu import ORDER
from courses.admin.verbs import VerbView
from courses.admin.views import ChangeView, RecordView
from courses.choices import MessageKind
from courses.exceptions import Refused
from courses.models import MessageTemplate
from courses.queries.message_words import LANGUAGES, Words
from courses.rules.calendar_words import date_and_time, date_in_words
from courses.rules.messages import placeholders
from courses.rules.plans import Slot, dates_of, schedule_of, times_of

FIELDS = tuple(f"{part}_{code}" for code in LANGUAGES for part in ("subject", "body", "discreet"))
#: What stands for a name in braces.
MEANINGS = {
    "name": _("the name of the person"),
    "course": _("the title of the course"),
    "dates": _("the days"),
    "times": _("the hours"),
    "schedule": _("every day with its hours"),
    "day": _("the day"),
    "place": _("venue, host and province"),
    "run": _("the code of the run"),
    "card": _("the code of her card"),
    "reason": _("the reason, where one was given"),
    "number": _("the number of the certificate"),
    "paper": _("where she opens her certificate without a login"),
    "until": _("until when that works"),
    "link": _("where the certificate can be checked"),
    "deadline": _("until when she must answer"),
    "text": _("what the trainer wrote"),
}
SAMPLE_DAY = date(2026, 12, 1)


def sample_values(language: str) -> dict[str, str]:
    """A day of training that nobody knows."""
    is_khmer = language == "km"
    hours = ((time(8), time(11)), (time(13, 30), time(16, 30)))
    slots = [
        Slot(datetime.combine(SAMPLE_DAY, begin), datetime.combine(SAMPLE_DAY, end))
        for begin, end in hours
    ]
    return {
        "name": "ស្រីមុំ" if is_khmer else "Sreymom",
        "course": "គណៈកម្មការសុវត្ថិភាព" if is_khmer else "Safety committee",
        "dates": dates_of(slots, language),
        "times": times_of(slots, language),
        "schedule": schedule_of(slots, language),
        "day": date_in_words(SAMPLE_DAY, language),
        "place": "សាលប្រជុំ, កំពង់ស្ពឺ" if is_khmer else "Meeting hall, Kampong Speu",
        "run": "OSHC-2026-001",
        "card": "KH-0000-0000",
        "reason": "គ្មានភ្លើង" if is_khmer else "No electricity",
        "number": "SALA-2026-000001",
        "paper": "https://example.org/check/paper/0000/",
        "until": date_in_words(date(2026, 12, 31), language),
        "link": "https://example.org/check/0000/",
        "deadline": date_and_time(datetime(2026, 11, 28, 17), language),
        "text": "សូមយកសៀវភៅមកជាមួយ។" if is_khmer else "Please bring your booklet.",
    }


class WordsForm(WagtailAdminModelForm):
    """Says below each box which names in braces may stand in it, and refuses every other."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in FIELDS:
            allowed = placeholders(self.instance.kind, discreet=name.startswith("discreet"))
            said = ", ".join(f"{{{each}}}: {MEANINGS[each]}" for each in allowed)
            words = _now("These names in braces are filled in: %(names)s.") % {"names": said}
            if name.startswith("discreet"):
                warning = _now("Others read that phone: name neither training nor place.")
                words = f"{warning} {words}"
            self.fields[name].help_text = words

    def clean(self):
        said = super().clean()
        for name in FIELDS:
            try:
                check_words(self.instance.kind, name, said.get(name, ""))
            except Refused as no:
                self.add_error(name, ValidationError(no.sentence, code=no.code))
        return said


class WordsChangeView(ChangeView):
    def save_instance(self):
        return change_words(self.form.instance, by=self.request.user)


class WordsRecordView(RecordView):
    """The words as they are, and what a person would read."""

    def get_facts(self):
        words = Words({name: getattr(self.object, name) for name in FIELDS})
        labels = {"en": _("Example in English"), "km": _("Example in Khmer")}
        shared = {"en": _("On a shared phone, English"), "km": _("On a shared phone, Khmer")}
        told = []
        for code in LANGUAGES:
            values = sample_values(code)
            text = words.text(code, values)
            told.append((labels[code], _shown(code, f"{text.subject}\n\n{text.body}")))
            discreet = words.text(code, values, is_discreet=True)
            told.append((shared[code], _shown(code, discreet.body)))
        return told


def _shown(language, text):
    return format_html('<p lang="{}" class="sala-text">{}</p>', language, text)


class ResetView(VerbView):
    page_title = _("Set back to the words of the program")
    header_icon = "undo"
    button = _("Set back")
    warning = _("Your own words for this kind of message go. Messages that wait keep theirs.")

    def act(self, form):
        reset_words(self.object, by=self.request.user)
        return _now("The words of the program stand again."), self.address_of(self.object)


class WordsFilterSet(filters.RecordFilterSet):
    kind = filters.choices_of(MessageTemplate, "kind")

    class Meta:
        model = MessageTemplate
        fields = []


class MessageWordsViewSet(RecordViewSet):
    model = MessageTemplate
    policy = permissions.message_words
    actions = ("view", "change")
    icon = "openquote"
    menu_label = _("Words of messages")
    menu_name = "training-words"
    menu_order = ORDER["words"]
    ordering = ("kind",)
    filterset_class = WordsFilterSet
    edit_view_class = WordsChangeView
    inspect_view_class = WordsRecordView
    inspect_view_fields = ("kind", "changed_at", "changed_by")
    related = ("changed_by",)
    list_display = (
        RecordColumn("kind", label=_("About"), accessor="get_kind_display", sort_key="kind"),
        Column("subject", label=_("Subject"), accessor=lambda words: words.subject_en),
        Column(
            "changed",
            label=_("Own words since"),
            accessor=lambda words: time_of(words.changed_at),
            sort_key="changed_at",
        ),
        Column("by", label=_("By"), accessor="changed_by"),
    )
    exported = ((_("About"), "get_kind_display"), *((name, name) for name in FIELDS))
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [FieldPanel("subject_km"), FieldPanel("body_km"), FieldPanel("discreet_km")],
                heading=_("In Khmer"),
            ),
            MultiFieldPanel(
                [FieldPanel("subject_en"), FieldPanel("body_en"), FieldPanel("discreet_en")],
                heading=_("In English"),
            ),
        ],
        base_form_class=WordsForm,
    )

    def search(self, rows, words):
        kinds = [
            kind for kind, label in MessageKind.choices if words.casefold() in label.casefold()
        ]
        return rows.filter(kind__in=kinds)

    @cached_property
    def reset_view(self):
        return self.construct_view(ResetView)

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            path("reset/<str:pk>/", self.reset_view, name="reset"),
        ]

    def links(self, row, user):
        may_change = self.policy.may(user, "change", row)
        is_own = any(getattr(row, name) != text for name, text in shipped_words()[row.kind].items())
        if not (may_change and is_own):
            return []
        url = reverse(self.get_url_name("reset"), args=[row.pk])
        return [(_now("Set back to the words of the program…"), url, "undo")]
