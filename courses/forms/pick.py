"""A field for choosing among hundreds: type a few letters, find, choose. Works without JavaScript.

The browser sends three things: what was chosen (NAME), the words typed (NAME_q), and whether the
person only asked to find (NAME_find).
"""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.db.models import Model, QuerySet
from django.forms.boundfield import BoundField
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from courses.rules import khmer

OPTIONS = 8
#: Chosen instead of a row: keep the words as they stand.
AS_WRITTEN = "as-written"


@dataclass(frozen=True)
class Typed:
    """What the browser sent for one field."""

    chosen: tuple[str, ...] = ()
    words: str = ""


@dataclass(frozen=True)
class Option:
    value: str
    name: str
    detail: str
    is_chosen: bool


def listed(rows: Model | list[Model] | None) -> list[Model]:
    """A first answer as a list."""
    return list(rows) if isinstance(rows, list | tuple) else [rows] if rows else []


class PickWidget(forms.Widget):
    """Only reads; `courses/components/pick.html` draws the field."""

    def value_from_datadict(self, data, files, name):
        values = data.getlist(name) if hasattr(data, "getlist") else data.get(name, ())
        values = values if isinstance(values, list | tuple) else [values]
        return Typed(
            tuple(str(value) for value in values if value),
            khmer.clean(data.get(f"{name}_q", ""))[:150],
        )


class PickBoundField(BoundField):
    """What the template needs: the words typed, and the options to choose from."""

    @cached_property
    def typed(self) -> Typed:
        if self.form.is_bound:
            return self.data
        return Typed(tuple(str(row.pk) for row in listed(self.initial)))

    @cached_property
    def options(self) -> list[Option]:
        """What was chosen, then what the words find."""
        chosen = self.field.rows_of(self.typed.chosen)
        known = {row.pk for row in chosen}
        found = [row for row in self.field.found(self.typed.words) if row.pk not in known]
        options = [self._option(row, True) for row in chosen]
        options += [self._option(row, False) for row in found]
        return options + self._own_words() if options else []

    def _option(self, row: Model, is_chosen: bool) -> Option:
        name, detail = self.field.describe(row)
        return Option(str(row.pk), name, detail, is_chosen)

    def _own_words(self) -> list[Option]:
        if not (self.field.keeps_words and self.typed.words):
            return []
        is_chosen = AS_WRITTEN in self.typed.chosen
        return [Option(AS_WRITTEN, self.typed.words, _("As written"), is_chosen)]

    @property
    def found_nothing(self) -> bool:
        return bool(self.typed.words) and not self.options

    @property
    def input_type(self) -> str:
        return "checkbox" if self.field.is_many else "radio"


class PickField(forms.Field):
    """Cleans to a row, to a list of rows (`is_many`), or to the words typed (`keeps_words`).

    `rows()` are the rows that may be chosen, `search(words)` those that the words find,
    `describe(row)` gives a row's name and a detail that tells it from its namesakes.
    """

    widget = PickWidget
    bound_field_class = PickBoundField
    default_error_messages = {
        "required": _("Type two letters and choose."),
        "choose": _("Choose one of these."),
        "nothing": _("Nothing was found. Try other letters."),
        "gone": _("This one cannot be chosen any more. Choose another."),
    }

    def __init__(
        self,
        *,
        rows: Callable[[], QuerySet],
        search: Callable[[str], QuerySet],
        describe: Callable[[Model], tuple[str, str]],
        is_many: bool = False,
        keeps_words: bool = False,
        **options,
    ):
        super().__init__(**options)
        self.rows, self.search, self.describe = rows, search, describe
        self.is_many, self.keeps_words = is_many, keeps_words
        self.kept: list[Model] = []

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> BoundField:
        """The first answer may stay, though it would not be offered any more."""
        self.kept = listed(form.get_initial_for_field(self, field_name))
        return super().get_bound_field(form, field_name)

    def rows_of(self, values: tuple[str, ...]) -> list[Model]:
        """The rows chosen, in the order chosen; strange values are left out."""
        keys = list(dict.fromkeys(value for value in values if value.isdecimal()))
        rows = {str(row.pk): row for row in self.kept}
        if others := [key for key in keys if key not in rows]:
            rows |= {str(row.pk): row for row in self.rows().filter(pk__in=others)}
        return [rows[key] for key in keys if key in rows]

    def found(self, words: str) -> list[Model]:
        return list(self.search(words)[:OPTIONS]) if words else []

    def clean(self, typed: Typed):
        if self.keeps_words and AS_WRITTEN in typed.chosen and typed.words:
            return typed.words
        chosen = self.rows_of(typed.chosen)
        if len(chosen) < len(set(typed.chosen) - {AS_WRITTEN}):
            raise self._error("gone")
        if chosen:
            return chosen if self.is_many else chosen[0]
        if typed.words:
            return self._read(typed.words)
        if self.required:
            raise self._error("required")
        return [] if self.is_many else None

    def _read(self, words: str):
        """The one row that the words name or find, or the words where they find nothing."""
        found = self.found(words)
        named = self.named(words, found)
        if len(named) == 1 or (len(found) == 1 and not self.keeps_words):
            row = (named or found)[0]
            return [row] if self.is_many else row
        if self.keeps_words and not found:
            return words
        raise self._error("choose" if found else "nothing")

    def named(self, words: str, found: list[Model]) -> list[Model]:
        """Those of the rows found whose whole name the words are."""
        return [row for row in found if words.casefold() in self._names(row)]

    def _names(self, row: Model) -> set[str]:
        names = (getattr(row, name, "") for name in ("name_en", "name_km", "name_latin"))
        return {name.casefold() for name in names if name}

    def _error(self, code: str) -> forms.ValidationError:
        return forms.ValidationError(self.error_messages[code], code=code)


def is_asking(form: forms.Form) -> bool:
    """Whether the person pressed "Find" beside one of the form's fields."""
    picks = (name for name, field in form.fields.items() if isinstance(field, PickField))
    return any(f"{form.add_prefix(name)}_find" in form.data for name in picks)


def without_verdict(form: forms.Form) -> forms.Form:
    """The form with what was typed and no errors yet: the person is still choosing."""
    form.full_clean()
    form.errors.clear()
    return form
