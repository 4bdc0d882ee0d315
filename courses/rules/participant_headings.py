"""Finds the heading of a participant list, and which of its columns are read as what."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from courses.rules import participant_columns as kinds
from courses.rules.khmer import clean, khmer_share
from courses.rules.participant_columns import IN_SCRIPT, NAME_COLUMNS, holds_word, kind_of, words_of

Cells = Sequence[object]
Kinds = dict[int, str | None]

KHMER_SHARE_OF_KHMER = 0.5
ODD_NAMES_AT_MOST = 0.3
ROWS_LOOKED_AT = 40
VALUES_LOOKED_AT = 200
VALUES_SHOWN = 3
LONGEST_SHOWN = 40
LONGEST_KEY = 200
UNKNOWN, TWICE, NOT_UNICODE = "unknown", "twice", "not_unicode"
#: Several columns may hold these.
MAY_REPEAT = (kinds.PHONE, kinds.NUMBER, kinds.LEFT_OUT)
_ODD_IN_LATIN_NAMES = re.compile(r"[a-z][A-Z]|[^\w\s.,'’()-]|[\d_]")


@dataclass(frozen=True)
class Column:
    """One column: its place from 0, what it holds, and its heading as written."""

    place: int
    kind: str
    heading: str


@dataclass(frozen=True)
class Offered:
    """A column as somebody is asked about it: what it is taken for, its first values, and why that
    is unsure (`unknown`, `twice`, `not_unicode`, or empty). `key` is how its choice is kept."""

    sheet: str
    key: str
    heading: str
    kind: str
    values: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True)
class Heading:
    """The columns of a sheet that are read, and the index of the first row below their heading.
    `texts` are the headings of all columns by place, read or not, and `guesses` their kinds."""

    columns: tuple[Column, ...]
    first_row: int
    texts: tuple[tuple[int, str], ...] = ()
    guesses: tuple[tuple[int, str | None], ...] = ()

    @property
    def has_names(self) -> bool:
        return any(column.kind in NAME_COLUMNS for column in self.columns)


@dataclass(frozen=True)
class _Layout:
    """A row (or two) that may be the heading: the text and the guess at every place."""

    first_row: int
    texts: dict[int, str]
    kinds: Kinds


def find_heading(rows: Sequence[Cells], chosen: Mapping[str, str] | None = None) -> Heading | None:
    """The heading of a sheet: the row (or two rows) that names a name and most other columns; else
    the first row that looks like one, with columns that only `chosen` can name.

    `chosen` are kinds by the key of a heading (see `keys_of`); they go before every guess.
    """
    chosen = chosen or {}
    best = _best(rows, {}) or (_best(rows, chosen) if chosen else None) or _any_heading(rows)
    if best is None:
        return None
    keys = keys_of(best.texts)
    settled = {place: chosen.get(keys[place], kind) for place, kind in best.kinds.items()}
    columns = _with_scripts(_columns(settled, best.texts), rows, best.first_row)
    return Heading(columns, best.first_row, tuple(best.texts.items()), tuple(settled.items()))


def keys_of(texts: Mapping[int, str]) -> dict[int, str]:
    """How the choice for each column is kept: its heading without case and punctuation; the second
    column of a heading has a number, one without a heading its place."""
    keys: dict[int, str] = {}
    for place, text in texts.items():
        key = words_of(text)[: LONGEST_KEY - 10] or f"# {place + 1}"
        number = sum(other.partition(" # ")[0] == key for other in keys.values())
        keys[place] = f"{key} # {number + 1}" if number else key
    return keys


def offered_columns(
    sheet: str, heading: Heading, rows: Sequence[Cells], chosen: Mapping[str, str] | None = None
) -> Iterator[Offered]:
    """Every column with a heading or values, as somebody may be asked about it."""
    chosen = chosen or {}
    texts, guesses = dict(heading.texts), dict(heading.guesses)
    used = {column.place: column for column in heading.columns}
    odd = {column.place for column in not_unicode_khmer(heading, rows)}
    keys = keys_of(texts)
    below = rows[heading.first_row :]
    for place, text in texts.items():
        values = _first_values(place, below)
        if not (text or values):
            continue
        kind = used[place].kind if place in used else guesses[place]
        why = ""
        if place in odd:
            why = NOT_UNICODE
        elif keys[place] not in chosen and text and values:
            why = _why_unsure(kind, place in used)
        offered = kind if place in used or kind in MAY_REPEAT else None
        yield Offered(sheet, keys[place], text, offered or kinds.LEFT_OUT, values, why)


def _why_unsure(kind: str | None, is_used: bool) -> str:
    if kind is None:
        return UNKNOWN
    return "" if is_used or kind in MAY_REPEAT else TWICE


def _first_values(place: int, rows: Sequence[Cells]) -> tuple[str, ...]:
    found: list[str] = []
    for row in rows:
        value = _at(row, place)
        text = clean(str(value))[:LONGEST_SHOWN] if value is not None else ""
        if text:
            found.append(text)
        if len(found) == VALUES_SHOWN:
            break
    return tuple(found)


def _best(rows: Sequence[Cells], chosen: Mapping[str, str]) -> _Layout | None:
    """The row (or two) with a name and the most columns, the first of equals."""
    best, most = None, 0
    for index, row in enumerate(rows[:ROWS_LOOKED_AT]):
        for layout in _candidates(rows, index, row, chosen):
            columns = _columns(layout.kinds, layout.texts)
            if _is_heading(columns) and len(columns) > most:
                best, most = layout, len(columns)
    return best


def _any_heading(rows: Sequence[Cells]) -> _Layout | None:
    """The first row of different words over a row that is filled in the same places."""
    for index, row in enumerate(rows[:ROWS_LOOKED_AT]):
        texts = {place: str(cell) for place, cell in enumerate(row) if cell is not None}
        below = rows[index + 1] if index + 1 < len(rows) else ()
        are_words = all(
            isinstance(row[place], str) and not any(map(str.isdigit, text))
            for place, text in texts.items()
        )
        filled = sum(_at(below, place) is not None for place in texts)
        if are_words and filled >= 2 and len(set(texts.values())) == len(texts):
            guesses = {place: kind_of(text) for place, text in texts.items()}
            return _layout(index + 1, texts, guesses, row)
    return None


def not_unicode_khmer(heading: Heading, rows: Sequence[Cells]) -> list[Column]:
    """Name columns headed as Khmer whose text is not: old fonts draw Latin signs as Khmer."""
    below = rows[heading.first_row :]
    return [column for column in heading.columns if _is_drawn_by_a_font(column, below)]


def _is_drawn_by_a_font(column: Column, rows: Sequence[Cells]) -> bool:
    share = _khmer_share_of(column.place, rows)
    if share is None or share >= KHMER_SHARE_OF_KHMER:
        return False
    if column.kind in kinds.KHMER_NAMES:
        return True
    if column.kind not in kinds.LATIN_NAMES or holds_word(column.heading, kinds.LATIN_WORDS):
        return False
    is_headed_in_khmer = khmer_share(column.heading) > KHMER_SHARE_OF_KHMER
    return is_headed_in_khmer and _is_odd_latin(column.place, rows)


def _is_odd_latin(place: int, rows: Sequence[Cells]) -> bool:
    """Whether many cells hold capitals or signs where a Latin name has none."""
    values = [str(_at(row, place)) for row in rows if _at(row, place) is not None]
    odd = sum(bool(_ODD_IN_LATIN_NAMES.search(value)) for value in values)
    return odd > ODD_NAMES_AT_MOST * len(values)


def _candidates(
    rows: Sequence[Cells], index: int, row: Cells, chosen: Mapping[str, str]
) -> Iterable[_Layout]:
    single = _layout(index + 1, row, {place: kind_of(cell) for place, cell in enumerate(row)}, row)
    single = _chosen(single, chosen)
    yield single
    below = rows[index + 1] if index + 1 < len(rows) else ()
    if _columns(single.kinds, single.texts) and _is_second_row(row, below):
        wide = [_above(row, below, place) for place in range(max(len(row), len(below)))]
        kinds_at = {
            place: kind_of(_at(below, place), above) if _at(below, place) else kind_of(above)
            for place, above in enumerate(wide)
        }
        texts = {place: f"{wide[place] or ''} {_at(below, place) or ''}" for place in kinds_at}
        yield _chosen(_layout(index + 2, texts, kinds_at, wide), chosen)


def _chosen(layout: _Layout, chosen: Mapping[str, str]) -> _Layout:
    keys = keys_of(layout.texts) if chosen else {}
    settled = {place: chosen.get(keys.get(place, ""), kind) for place, kind in layout.kinds.items()}
    return replace(layout, kinds=settled)


def _layout(first_row: int, texts, kinds_at: Kinds, row: Cells) -> _Layout:
    written = {
        place: clean(str(_of(texts, place)))[:LONGEST_KEY] if _of(texts, place) is not None else ""
        for place in range(len(row))
    }
    return _Layout(first_row, written, {place: kinds_at.get(place) for place in written})


def _of(texts, place: int) -> object:
    return texts.get(place) if isinstance(texts, dict) else _at(texts, place)


def _columns(kinds_at: Kinds, texts: Mapping[int, str]) -> tuple[Column, ...]:
    """One column for each kind; the first of a kind wins, but several may hold phones, and several
    may still be just names."""
    found: dict[tuple[str, int], Column] = {}
    for place, kind in kinds_at.items():
        if kind in (None, kinds.LEFT_OUT):
            continue
        key = (kind, place if kind in (kinds.NAME, kinds.PHONE) else 0)
        found.setdefault(key, Column(place, kind, texts[place]))
    return tuple(found.values())


def _is_heading(columns: tuple[Column, ...]) -> bool:
    return len(columns) >= 2 and any(column.kind in NAME_COLUMNS for column in columns)


def _is_second_row(row: Cells, below: Cells) -> bool:
    """Whether a row only divides the wider headings above it."""
    filled = [place for place in range(len(below)) if _at(below, place)]
    return bool(filled) and all(
        kinds.own_kind(_at(below, place))
        or kinds.tick_kind(_at(below, place), _above(row, below, place))
        for place in filled
    )


def _above(row: Cells, below: Cells, place: int) -> object:
    """The wider heading over a place: a merged cell holds its text in its first column only."""
    if _at(row, place) or not _at(below, place):
        return _at(row, place)
    return next((_at(row, left) for left in range(place, -1, -1) if _at(row, left)), None)


def _at(row: Cells, place: int) -> object:
    return row[place] if place < len(row) else None


def _with_scripts(
    columns: tuple[Column, ...], rows: Sequence[Cells], first_row: int
) -> tuple[Column, ...]:
    """Columns headed only as names get a script: what the heading is written in when another column
    is for Latin, else what the cells are written in."""
    below = rows[first_row:]
    has_latin = any(column.kind in kinds.LATIN_NAMES for column in columns)
    settled: dict[tuple[str, int], Column] = {}
    for column in columns:
        kind = column.kind
        if kind in IN_SCRIPT:
            by_heading = has_latin and khmer_share(column.heading) > KHMER_SHARE_OF_KHMER
            share = 1.0 if by_heading else _khmer_share_of(column.place, below) or 0.0
            kind = IN_SCRIPT[kind][share < KHMER_SHARE_OF_KHMER]
        place = column.place if kind == kinds.PHONE else 0
        settled.setdefault((kind, place), replace(column, kind=kind))
    return tuple(sorted(settled.values(), key=lambda column: column.place))


def _khmer_share_of(place: int, rows: Sequence[Cells]) -> float | None:
    values = [str(value) for row in rows if (value := _at(row, place)) is not None]
    text = "".join(values[:VALUES_LOOKED_AT])
    return khmer_share(text) if any(char.isalpha() for char in text) else None
