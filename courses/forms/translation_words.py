"""How one text of a page and its translation are told on the screen for translating."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from django import forms
from django.db.models import ForeignKey
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.blocks import BooleanBlock, ChoiceBlock
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageChooserBlock

from courses.forms.page_check_words import place_of
from courses.forms.translations import name_of
from courses.queries.page_leaves import definition
from courses.queries.translations import Comparison
from courses.rules.page_changes import TEXTS, Form, Leaf, Segment, State, plain
from courses.rules.word_changes import Stretch, text_of, word_changes

STATES = {
    State.MISSING: gettext_lazy("Not translated"),
    State.STALE: gettext_lazy("Changed in the source"),
    State.GONE: gettext_lazy("No longer in the source"),
    State.FINE: gettext_lazy("Up to date"),
}
FILTERS = {
    "open": gettext_lazy("To do"),
    "changed": gettext_lazy("Changed in the source"),
    "missing": gettext_lazy("Not translated"),
    "all": gettext_lazy("All texts"),
}


@dataclass
class Row:
    """A segment as the template shows it. `next` is the name of the one after it; `words` and
    `source` are plain lines for settings and parts, and HTML or text for texts."""

    segment: Segment
    place: str
    source: str
    words: str = ""
    changes: list[Stretch] = field(default_factory=list)
    bound: forms.BoundField | None = None
    was: forms.BoundField | None = None
    error: str = ""
    theirs: str | None = None
    is_typed: bool = False
    next: str = ""

    @property
    def name(self) -> str:
        return name_of(self.segment.leaf.key)

    @property
    def state(self) -> str:
        return self.segment.state.value

    @property
    def label(self) -> str:
        if self.segment.state is State.MISSING and self.segment.is_behind:
            return _("New in the source")
        return str(STATES[self.segment.state])

    @property
    def is_open(self) -> bool:
        return self.segment.state is not State.FINE

    @property
    def is_rich(self) -> bool:
        return self.segment.leaf.form is Form.RICH

    @property
    def looks_the_same(self) -> bool:
        """Whether only the look or a link changed, and no word."""
        return bool(self.changes) and all(each.fate == "stays" for each in self.changes)


def is_shown(segment: Segment, show: str) -> bool:
    """Settings that are alike, and texts that both pages leave empty, are never shown."""
    if show == "missing":
        return segment.state is State.MISSING and not segment.is_behind
    if show == "changed":
        return segment.is_behind
    if segment.state is not State.FINE:
        return True
    return show == "all" and segment.is_text and bool(plain(segment.leaf.value) or segment.words)


def counts(found: Iterable[Segment]) -> dict[str, int]:
    found = list(found)
    return {show: sum(is_shown(each, show) for each in found) for show in FILTERS}


def rows_for(compared: Comparison, shown: list[Segment], form: forms.Form) -> list[Row]:
    names = _names_of_files(compared, shown)
    rows = []
    for segment in shown:
        name = name_of(segment.leaf.key)
        row = Row(segment, place_words(segment.leaf), *_sides(compared, segment, names))
        row.was = form[f"was_{name}"]
        if segment.is_text:
            row.bound = form[name]
            if segment.state is State.STALE and segment.before is not None:
                row.changes = word_changes(text_of(segment.before), text_of(segment.leaf.value))
        rows.append(row)
    for row, after in pairwise(rows):
        row.next = after.name
    return rows


def place_words(leaf: Leaf) -> str:
    """Part 3: Quiz · Questions 2 · Answers 1 · Answer. What only says again what the part is, is
    left out."""
    words: list[str] = []
    for label in leaf.labels:
        if isinstance(label, int) and words:
            words[-1] = f"{words[-1]} {label}"
        else:
            words.append(str(label))
    place = place_of(leaf.part.kind, leaf.part.number)
    return " · ".join([place, *(each for each in words if not place.endswith(f" {each}"))])


def _sides(compared: Comparison, segment: Segment, names: Mapping) -> tuple[str, str]:
    leaf = segment.leaf
    if leaf.form in TEXTS:
        return leaf.value or "", segment.words or ""
    if leaf.form is Form.ORDER:
        return _("The order in the list changed."), _("The list still has the former order.")
    if leaf.form is Form.PART:
        inside = [
            text_of(each.value)
            for each in compared.leaves
            if each.path[: len(leaf.path) - 1] == leaf.path[:-1]
            and each.form in TEXTS
            and each.value
        ]
        return _("This part was taken out."), "\n".join(inside)
    where = definition(type(compared.source), compared.source_tree, leaf)
    return _told(where, leaf.value, names), _told(where, segment.words, names)


def _told(where: object, value: object, names: Mapping) -> str:
    if value is None or value == "":
        return "–"
    if _is_picture(where) or isinstance(where, DocumentChooserBlock):
        return names.get((_is_picture(where), value), "–")
    if isinstance(where, BooleanBlock):
        return _("Yes") if value else _("No")
    if isinstance(where, ChoiceBlock):
        return str(dict(where.field.choices).get(value, value))
    return _("Other settings") if isinstance(value, (list, dict)) else str(value)


def _is_picture(where: object) -> bool:
    return isinstance(where, (ImageChooserBlock, ForeignKey))


def _names_of_files(compared: Comparison, shown: list[Segment]) -> dict:
    """The titles of pictures and files by kind and number, in two queries at most."""
    wanted: dict[bool, set] = {True: set(), False: set()}
    for segment in shown:
        if segment.leaf.form is Form.VALUE:
            where = definition(type(compared.source), compared.source_tree, segment.leaf)
            if _is_picture(where) or isinstance(where, DocumentChooserBlock):
                wanted[_is_picture(where)] |= {segment.leaf.value, segment.words} - {None}
    models = {True: get_image_model(), False: get_document_model()}
    return {
        (is_picture, row.pk): row.title
        for is_picture, model in models.items()
        if wanted[is_picture]
        for row in model.objects.filter(pk__in=wanted[is_picture])
    }
