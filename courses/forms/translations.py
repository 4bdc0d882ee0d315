"""The texts of a translation as fields, and what somebody sent for them."""

import hashlib
import json
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import TextField
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.blocks import Block, TextBlock

from courses.actions.translations import Changes
from courses.queries.page_leaves import definition
from courses.queries.translations import Comparison
from courses.rules.page_changes import Form, Segment, fingerprint, plain
from courses.rules.word_changes import text_of

UNREADABLE = _("This text could not be read. Write it once more.")
ALL = "all"


def name_of(key: str) -> str:
    """The name of a text in the form and in addresses; the same for the same text."""
    return "t" + hashlib.sha256(key.encode()).hexdigest()[:12]


def field_for(compared: Comparison, segment: Segment) -> forms.Field:
    """The field of the page editor for a text, in one line where the page has one line."""
    where = definition(type(compared.source), compared.source_tree, segment.leaf)
    made = deepcopy(where.field if isinstance(where, Block) else where.formfield())
    if segment.leaf.form is Form.PLAIN:
        made.widget = AdminAutoHeightTextInput()
        made.has_lines = isinstance(where, (TextBlock, TextField))
    return made


@dataclass
class Sent:
    """What arrived for the texts on the screen. `typed` are the words in the fields that are not
    those of the page, by key; `errors` what is wrong with those that were to be saved; `lost`
    is what stands in fields of texts that are gone; `outdated` are the keys of texts that somebody
    else changed meanwhile."""

    typed: dict[str, str] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    changes: Changes | None = None
    lost: list[str] = field(default_factory=list)
    outdated: set[str] = field(default_factory=set)


def read_sent(compared: Comparison, data: Mapping[str, str]) -> Sent:
    """The button `save` saves one text or all that are other than before, `right` confirms one and
    saves it too where it was changed, `take` takes over a setting."""
    by_name = {name_of(each.leaf.key): each for each in compared.segments}
    sent = Sent(lost=_lost(by_name, data))
    wanted = data.get("save") or data.get("right") or ""
    words, was = {}, {}
    for name, segment in by_name.items():
        was[segment.leaf.key] = data.get(f"was_{name}", "")
        if not (segment.is_text and name in data):
            continue
        try:
            made = field_for(compared, segment)
            new = _read(made, data, name)
        except ValidationError as error:
            new, sent.errors[segment.leaf.key] = None, error.messages[0]
        if new is None or not _differs(made, segment, new):
            continue
        sent.typed[segment.leaf.key] = new
        if wanted in (name, ALL):
            words[segment.leaf.key] = new
            _check(sent, made, segment, new)
    if wanted != ALL:
        sent.errors = {key: why for key, why in sent.errors.items() if name_of(key) == wanted}
    right, taken = (
        frozenset({by_name[name].leaf.key} if name in by_name else ())
        for name in (data.get("right", ""), data.get("take", ""))
    )
    sent.changes = Changes(was, words, right, taken)
    return sent


def _lost(by_name: Mapping[str, Segment], data: Mapping[str, str]) -> list[str]:
    """What stands in fields of texts that the source has no more."""
    names = {name.removeprefix("was_") for name in data if name.startswith("was_t")}
    return [words for name in names - by_name.keys() if (words := _raw_words(data.get(name, "")))]


def _raw_words(posted: str) -> str:
    """The words in what a field sent; the rich editor sends its paragraphs as JSON."""
    try:
        blocks = json.loads(posted)["blocks"]
        return " ".join(block["text"] for block in blocks).strip()
    except (ValueError, KeyError, TypeError):
        return posted.strip()


def _read(made: forms.Field, data: Mapping[str, str], name: str) -> str:
    try:
        words = made.widget.value_from_datadict(data, {}, name)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise ValidationError(UNREADABLE) from error
    words = (words or "").replace("\r\n", "\n").strip()
    if not getattr(made, "has_lines", True):
        return " ".join(words.split())
    return words if text_of(words) else ""


def _differs(made: forms.Field, segment: Segment, new: str) -> bool:
    """Compared with what the field showed, for the rich editor writes its HTML in its own way, and
    nothing at all where there are no words."""
    shown = segment.words or ""
    if segment.leaf.form is Form.RICH and shown:
        shown = made.widget.value_from_datadict({"x": made.widget.format_value(shown)}, {}, "x")
    return plain(shown.replace("\r\n", "\n")) != plain(new)


def _check(sent: Sent, made: forms.Field, segment: Segment, new: str) -> None:
    try:
        made.clean(new)
    except ValidationError as error:
        sent.errors[segment.leaf.key] = error.messages[0]


def shown_form(compared: Comparison, shown: list[Segment], typed: Mapping[str, str]) -> forms.Form:
    """Fields for the texts on the screen with what stands in them: what was typed and not saved,
    else the words of the page."""
    form = forms.Form(auto_id="%s")
    for segment in shown:
        key = segment.leaf.key
        name = name_of(key)
        form.fields[f"was_{name}"] = forms.CharField(
            widget=forms.HiddenInput, initial=fingerprint(segment)
        )
        if segment.is_text:
            made = form.fields[name] = field_for(compared, segment)
            made.required = False
            _tell_name(made.widget, f"h-{name}")
            form.initial[name] = typed.get(key, segment.words or "")
    return form


def _tell_name(widget: forms.Widget, heading: str) -> None:
    """The heading above a text names its field for people who cannot see it."""
    if hasattr(widget, "options"):
        widget.options = {**widget.options, "ariaLabelledBy": heading}
    else:
        widget.attrs["aria-describedby"] = heading
