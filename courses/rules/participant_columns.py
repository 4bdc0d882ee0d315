"""Finds the heading of a participant list and guesses what each column holds."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from courses.rules.khmer import clean, khmer_share, match_key

Cells = Sequence[object]

NUMBER = "number"
TITLE = "title"
NAME = "name"
NAME_KM, FAMILY_KM, GIVEN_KM = "name_km", "family_km", "given_km"
NAME_LATIN, FAMILY_LATIN, GIVEN_LATIN = "name_latin", "family_latin", "given_latin"
FAMILY, GIVEN = "family", "given"
SEX, TICK_FEMALE, TICK_MALE = "sex", "tick_female", "tick_male"
ROLE = "role"
EMPLOYEE_NUMBER = "employee_number"
SECTION = "section"
PHONE = "phone"
BIRTH = "birth"
ORGANIZATION = "organization"
LEFT_OUT = "left_out"

NAME_COLUMNS = frozenset(
    (NAME, NAME_KM, FAMILY_KM, GIVEN_KM, NAME_LATIN, FAMILY_LATIN, GIVEN_LATIN, FAMILY, GIVEN)
)
_IN_SCRIPT = {
    NAME: (NAME_KM, NAME_LATIN),
    FAMILY: (FAMILY_KM, FAMILY_LATIN),
    GIVEN: (GIVEN_KM, GIVEN_LATIN),
}
_KHMER_NAMES = (NAME_KM, FAMILY_KM, GIVEN_KM)
_LATIN_NAMES = (NAME_LATIN, FAMILY_LATIN, GIVEN_LATIN)
KHMER_SHARE_OF_KHMER = 0.5
ODD_NAMES_AT_MOST = 0.3
ROWS_LOOKED_AT = 40
LONGEST_COMPARED = 200
VALUES_LOOKED_AT = 200

# Tried from the top; a Latin word must stand alone, other scripts may stand inside a longer text.
SEX_HEADINGS = "ភេទ sex gender m_f f_m 性别"
HEADINGS: tuple[tuple[str, str], ...] = (
    (ROLE, "ប្រភេទការងារ"),
    (LEFT_OUT, "ប្រភេទ type"),
    (LEFT_OUT, "ហត្ថលេខា ស្នាមមេដៃ ផ្សេងៗ អាយុ អត្តសញ្ញាណប័ណ្ណ បេឡាជាតិ ប.ស.ស signature remark"),
    (
        LEFT_OUT,
        "remarks note notes age thumbprint passport nssf national_id id_card salary 签名 备注",
    ),
    (PHONE, "ទូរស័ព្ទ ទូរសព្ទ ទូរស័ព្ធ phone phones telephone tel mobile contact hp h_p 电话 手机"),
    (SEX, SEX_HEADINGS),
    (BIRTH, "កំណើត birth dob yob born birthday birthdate 出生 生日"),
    (EMPLOYEE_NUMBER, "អត្តលេខ លេខសម្គាល់ លេខកាត លេខកម្មករ emp_no emp_id employee_no id"),
    (EMPLOYEE_NUMBER, "employee_number employee_id staff_id staff_no worker_id worker_no"),
    (EMPLOYEE_NUMBER, "badge card_no id_no 工号"),
    (ORGANIZATION, "រោងចក្រ ក្រុមហ៊ុន សហជីព អង្គភាព ស្ថាប័ន សហគ្រាស កន្លែងធ្វើការ factory company"),
    (ORGANIZATION, "organization organisation enterprise union employer workplace 工厂 公司"),
    (SECTION, "ផ្នែក ខ្សែ section line department dept 部门 车间"),
    (ROLE, "តួនាទី មុខងារ មុខតំណែង position role job_title job function occupation 职位 职务"),
    (NAME, "នាមត្រកូលនិងនាម គោត្តនាមនិងនាម នាមនិងគោត្តនាម full_name first_and_last 姓名"),
    (FAMILY, "នាមត្រកូល គោត្តនាម family_name surname last_name family"),
    (GIVEN, "នាមខ្លួន given_name first_name given"),
    (TITLE, "គោរមងារ title prefix mr_ms"),
    (NAME, "ឈ្មោះ នាម name names participant participants"),
    (NUMBER, "ល.រ លរ លេខរៀង លេខ no nr n sn s_n # № 序号"),
)
KHMER_WORDS = "ខ្មែរ អក្សរខ្មែរ ជាអក្សរខ្មែរ ភាសាខ្មែរ khmer in_khmer kh km"
LATIN_WORDS = (
    "ឡាតាំង អក្សរឡាតាំង ជាអក្សរឡាតាំង អង់គ្លេស ភាសាអង់គ្លេស "
    "latin in_latin english in_english eng en roman 英文"
)
FEMALE_WORDS = "ស្រី ស នារី f female females woman women w 女"
MALE_WORDS = "ប្រុស ប បុរស m male males man men 男"

_PUNCTUATION = re.compile(r"[\s\-_/\\.,:;()\[\]'’\"*]+")
_ODD_IN_LATIN_NAMES = re.compile(r"[a-z][A-Z]|[^\w\s.,'’()-]|[\d_]")


@dataclass(frozen=True)
class Column:
    """One column: its place from 0, what it holds, and its heading as written."""

    place: int
    kind: str
    heading: str


@dataclass(frozen=True)
class Heading:
    """The columns of a sheet and the index of the first row below their heading."""

    columns: tuple[Column, ...]
    first_row: int


def words_of(text: object) -> str:
    """A heading or cell for comparing: its key with every run of punctuation as one space."""
    return _words(str(text)[:LONGEST_COMPARED]) if text is not None else ""


def holds_word(text: object, vocabulary: str) -> bool:
    """Whether the text holds one of the words of a vocabulary such as the ones above."""
    words = words_of(text)
    if not words:
        return False
    latin, other = _vocabulary(vocabulary)
    spaced, dense = f" {words} ", words.replace(" ", "")
    return any(f" {word} " in spaced for word in latin) or any(word in dense for word in other)


def is_word(text: object, vocabulary: str) -> bool:
    """Whether the text is one of the words and nothing else."""
    latin, other = _vocabulary(vocabulary)
    words = words_of(text)
    return words in latin or words.replace(" ", "") in other


@lru_cache(maxsize=4096)
def _words(text: str) -> str:
    return _PUNCTUATION.sub(" ", match_key(text)).strip()


@cache
def _vocabulary(vocabulary: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words that must stand alone, and those that may stand inside a text without spaces."""
    words = {_words(word) for word in vocabulary.split()}
    latin = frozenset(word for word in words if word.isascii())
    return latin, frozenset(word.replace(" ", "") for word in words - latin)


def kind_of(heading: object, above: object = None) -> str | None:
    """What a column with this heading holds, under a wider heading above it where there is one."""
    if tick := _tick_kind(heading, above):
        return tick
    own = _own_kind(heading)
    if above is not None and (own is None or own in _IN_SCRIPT):
        return _own_kind(f"{above} {heading or ''}") or own
    return own


def find_heading(rows: Sequence[Cells]) -> Heading | None:
    """The heading of a sheet: the row (or two rows) that names a name and most other columns."""
    best: Heading | None = None
    for index, row in enumerate(rows[:ROWS_LOOKED_AT]):
        for heading in _candidates(rows, index, row):
            if best is None or len(heading.columns) > len(best.columns):
                best = heading
    return best and Heading(_with_scripts(best, rows), best.first_row)


def not_unicode_khmer(heading: Heading, rows: Sequence[Cells]) -> list[Column]:
    """Name columns headed as Khmer whose text is not: old fonts draw Latin signs as Khmer."""
    below = rows[heading.first_row :]
    return [column for column in heading.columns if _is_drawn_by_a_font(column, below)]


def _is_drawn_by_a_font(column: Column, rows: Sequence[Cells]) -> bool:
    share = _khmer_share_of(column.place, rows)
    if share is None or share >= KHMER_SHARE_OF_KHMER:
        return False
    if column.kind in _KHMER_NAMES:
        return True
    if column.kind not in _LATIN_NAMES or holds_word(column.heading, LATIN_WORDS):
        return False
    is_headed_in_khmer = khmer_share(column.heading) > KHMER_SHARE_OF_KHMER
    return is_headed_in_khmer and _is_odd_latin(column.place, rows)


def _is_odd_latin(place: int, rows: Sequence[Cells]) -> bool:
    """Whether many cells hold capitals or signs where a Latin name has none."""
    values = [str(_at(row, place)) for row in rows if _at(row, place) is not None]
    odd = sum(bool(_ODD_IN_LATIN_NAMES.search(value)) for value in values)
    return odd > ODD_NAMES_AT_MOST * len(values)


def _tick_kind(heading: object, above: object) -> str | None:
    if above is None or not holds_word(above, SEX_HEADINGS):
        return None
    if is_word(heading, FEMALE_WORDS):
        return TICK_FEMALE
    return TICK_MALE if is_word(heading, MALE_WORDS) else None


def _own_kind(heading: object) -> str | None:
    text = str(heading if heading is not None else "")
    kind = next((kind for kind, words in HEADINGS if holds_word(text, words)), None)
    if kind is None:
        is_script = is_word(text, f"{KHMER_WORDS} {LATIN_WORDS}")
        return _in_script(NAME, text) if is_script else None
    return _in_script(kind, text)


def _in_script(kind: str, text: str) -> str:
    """The kind of a name column in the script that its heading names."""
    if kind not in _IN_SCRIPT:
        return kind
    khmer, latin = _IN_SCRIPT[kind]
    if holds_word(text, LATIN_WORDS):
        return latin
    return khmer if holds_word(text, KHMER_WORDS) else kind


def _candidates(rows: Sequence[Cells], index: int, row: Cells) -> Iterable[Heading]:
    single = _columns({place: kind_of(cell) for place, cell in enumerate(row)}, row)
    if _is_heading(single):
        yield Heading(single, index + 1)
    below = rows[index + 1] if index + 1 < len(rows) else ()
    if single and _is_second_row(row, below):
        wide = [_above(row, below, place) for place in range(max(len(row), len(below)))]
        kinds = {
            place: kind_of(_at(below, place), above) if _at(below, place) else kind_of(above)
            for place, above in enumerate(wide)
        }
        texts = [f"{wide[place] or ''} {_at(below, place) or ''}".strip() for place in kinds]
        double = _columns(kinds, texts)
        if _is_heading(double):
            yield Heading(double, index + 2)


def _columns(kinds: dict[int, str | None], texts: Sequence[object]) -> tuple[Column, ...]:
    """One column for each kind; the first of a kind wins, but several may still be just names."""
    found: dict[tuple[str, int], Column] = {}
    for place, kind in kinds.items():
        if kind in (None, LEFT_OUT):
            continue
        key = (kind, place if kind == NAME else 0)
        found.setdefault(key, Column(place, kind, clean(str(texts[place]))))
    return tuple(found.values())


def _is_heading(columns: tuple[Column, ...]) -> bool:
    return len(columns) >= 2 and any(column.kind in NAME_COLUMNS for column in columns)


def _is_second_row(row: Cells, below: Cells) -> bool:
    """Whether a row only divides the wider headings above it."""
    filled = [place for place in range(len(below)) if _at(below, place)]
    return bool(filled) and all(
        _own_kind(_at(below, place)) or _tick_kind(_at(below, place), _above(row, below, place))
        for place in filled
    )


def _above(row: Cells, below: Cells, place: int) -> object:
    """The wider heading over a place: a merged cell holds its text in its first column only."""
    if _at(row, place) or not _at(below, place):
        return _at(row, place)
    return next((_at(row, left) for left in range(place, -1, -1) if _at(row, left)), None)


def _at(row: Cells, place: int) -> object:
    return row[place] if place < len(row) else None


def _with_scripts(heading: Heading, rows: Sequence[Cells]) -> tuple[Column, ...]:
    """Columns headed only as names get a script: what the heading is written in when another column
    is for Latin, else what the cells are written in."""
    below = rows[heading.first_row :]
    has_latin = any(column.kind in _LATIN_NAMES for column in heading.columns)
    settled: dict[str, Column] = {}
    for column in heading.columns:
        kind = column.kind
        if kind in _IN_SCRIPT:
            by_heading = has_latin and khmer_share(column.heading) > KHMER_SHARE_OF_KHMER
            share = 1.0 if by_heading else _khmer_share_of(column.place, below) or 0.0
            kind = _IN_SCRIPT[kind][share < KHMER_SHARE_OF_KHMER]
        settled.setdefault(kind, Column(column.place, kind, column.heading))
    return tuple(sorted(settled.values(), key=lambda column: column.place))


def _khmer_share_of(place: int, rows: Sequence[Cells]) -> float | None:
    values = [str(value) for row in rows if (value := _at(row, place)) is not None]
    text = "".join(values[:VALUES_LOOKED_AT])
    return khmer_share(text) if any(char.isalpha() for char in text) else None
