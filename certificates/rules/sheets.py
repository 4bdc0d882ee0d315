"""What a design may hold: the drawing of one page as plain JSON, read strictly.

Lengths are millimetres, sizes are points. Nothing but known keys, known fields and known fonts gets
through, so that a file from anywhere is only ever text and places on a page.
"""

import json
import re
from collections.abc import Callable, Collection
from hashlib import sha256

from certificates.rules.samples import USUAL

HOLE = re.compile(r"\{(\w+)\}")
COLOR = re.compile(r"#[0-9a-f]{6}")
PICTURE = re.compile(r"picture/[0-9a-f]{64}\.jpg")
FONTS = ("Battambang", "Moul", "Noto Serif", "Noto Sans")
PICTURE_FIELDS = ("logo_1", "logo_2", "sign_1_image", "sign_2_image")
#: What a text may name. Pictures and rows are placed, never written.
FIELDS = frozenset({*USUAL, "title_km", "title_en"} - {"rows", "sign_1_alt", "sign_2_alt"})
ROW_FIELDS = frozenset(USUAL["rows"][0])
CONDITIONS = FIELDS | {*PICTURE_FIELDS}
#: Without these a paper cannot be checked.
NEEDED = ("name_km", "name_en", "serial", "code")
SHORTEST, LONGEST = 90, 430
LEAST_QR = 22
MOST_ELEMENTS, MOST_LINES, MOST_LETTERS = 60, 30, 300


class BadSheet(Exception):
    """A drawing that is refused; `code` says why and `where` holds what the sentence names."""

    def __init__(self, code: str, **where: object):
        super().__init__(code, where)
        self.code = code
        self.where = where


def number(low: float, high: float) -> Callable[[object], bool]:
    def is_good(value):
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return is_number and low <= value <= high

    return is_good


def one_of(*choices: object) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str | int) and value in choices


def text(longest: int) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and len(value) <= longest


def is_flag(value: object) -> bool:
    return isinstance(value, bool)


def is_color(value: object) -> bool:
    return isinstance(value, str) and bool(COLOR.fullmatch(value))


def is_fonts(value: object) -> bool:
    return isinstance(value, list) and 0 < len(value) <= 3 and all(f in FONTS for f in value)


LENGTH = number(0, LONGEST)
LOOK = {
    "lang": one_of("km", "en"),
    "fonts": is_fonts,
    "size": number(5, 60),
    "min": number(5, 60),
    "weight": one_of(400, 500, 600, 700),
    "italic": is_flag,
    "color": is_color,
    "align": one_of("left", "center", "right"),
    "lines": one_of(1, 2, 3, 4, 5, 6),
    "case": one_of("as-is", "upper"),
    "track": number(0, 0.09),
    "top": number(0.5, 1.5),
    "bottom": number(0.1, 1),
}
TEXT = LOOK | {
    "text": text(MOST_LETTERS),
    "style": text(40),
    "optional": is_flag,
    "gap": number(-5, 60),
    "h1": is_flag,
}
BOX = {"type": text(10), "id": text(40), "x": LENGTH, "y": LENGTH, "w": number(1, LONGEST)}
IMAGE = {
    "src": text(80),
    "field": one_of(*PICTURE_FIELDS),
    "alt": text(200),
    "alt_field": one_of("org_1_en", "org_2_en", "sign_1_alt", "sign_2_alt"),
    "optional": is_flag,
    "gap": number(-5, 60),
}
CELL = {"w": number(1, LONGEST), "head": list, "cell": list, "align": LOOK["align"]}
FOOT = {"span": one_of(1, 2, 3, 4), "cell": list, "align": LOOK["align"]}
IF = {"if": one_of(*CONDITIONS)}
KINDS = {
    "text": BOX | TEXT | IF,
    "image": BOX | IMAGE | IF | {"h": number(1, LONGEST)},
    "rule": BOX | IF | {"weight": number(0.1, 5), "color": is_color, "vertical": is_flag},
    "qr": BOX,
    "stack": BOX
    | IF
    | {
        "h": number(1, LONGEST),
        "align": LOOK["align"],
        "valign": one_of("top", "middle", "bottom"),
        "stretch": number(1, 3),
        "items": list,
    },
    "table": BOX
    | {
        "h": number(1, LONGEST),
        "rows": one_of("rows"),
        "pad": number(0, 10),
        "air": number(0, 10),
        "min_scale": number(0.4, 1),
        "line": is_color,
        "color": is_color,
        "head_fill": is_color,
        "foot_fill": is_color,
        "columns": list,
        "foot": list,
    },
}
NECESSARY = {
    "text": ("x", "y", "w", "text"),
    "image": ("x", "y", "w"),
    "rule": ("x", "y", "w", "weight", "color"),
    "qr": ("x", "y", "w"),
    "stack": ("x", "y", "w", "items"),
    "table": ("x", "y", "w", "h", "rows", "columns", "foot", "pad", "air", "line", "color",
              "head_fill", "foot_fill"),
}  # fmt: skip
TOP = {
    "name": text(100),
    "w": number(SHORTEST, LONGEST),
    "h": number(SHORTEST, LONGEST),
    "bg": text(80),
    "styles": dict,
    "elements": list,
}


def read_sheet(raw: object, drawings: Collection[str], pictures: Collection[str]) -> dict:
    """The drawing, if all of it is known and safe. `drawings` are shipped ones, `pictures` those
    that are at hand. Raises BadSheet."""
    reader = _Reader({*drawings, *pictures})
    sheet = reader.known(raw, TOP, "page", ("w", "h", "bg", "styles", "elements"))
    if sheet["bg"]:
        reader.source(sheet["bg"])
    if len(sheet["styles"]) > MOST_ELEMENTS or len(sheet["elements"]) > MOST_ELEMENTS:
        raise BadSheet("too_much", most=MOST_ELEMENTS)
    for name, look in sheet["styles"].items():
        reader.look(reader.known(look, LOOK, name))
    for e in sheet["elements"]:
        reader.element(e, sheet)
    _complete(sheet)
    return sheet


def fields_of(sheet: dict) -> set[str]:
    """The fields that a design prints or asks for."""
    return {name for e in sheet["elements"] for name in _asked(e)}


def fingerprint(sheet: dict) -> str:
    """The same drawing, the same fingerprint, however it was written down."""
    plain = {key: sheet[key] for key in ("w", "h", "bg", "styles", "elements")}
    return sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()


def _asked(e: dict):
    yield from HOLE.findall(e.get("text", ""))
    yield from (e[key] for key in ("field", "if", "alt_field") if key in e)
    if "rows" in e:
        yield "rows"
    cells = [part for key in ("columns", "foot") for part in e.get(key, ())]
    inner = [*e.get("items", ()), *(each for cell in cells for each in cell["cell"])]
    for part in inner:
        yield from _asked(part)


def _complete(sheet: dict) -> None:
    asked = fields_of(sheet)
    for name in NEEDED:
        if name not in asked:
            raise BadSheet("needs_field", field=name)
    codes = [e for e in sheet["elements"] if e["type"] == "qr"]
    if not codes:
        raise BadSheet("needs_qr")
    if codes[0]["w"] < LEAST_QR:
        raise BadSheet("small_qr", least=LEAST_QR)


class _Reader:
    def __init__(self, sources: set[str]):
        self.sources = sources

    def known(self, raw, keys: dict, where: str, needed=()) -> dict:
        if not isinstance(raw, dict):
            raise BadSheet("no_object", where=where)
        for key, value in raw.items():
            if key not in keys:
                raise BadSheet("unknown_key", key=str(key)[:40], where=where)
            test = keys[key]
            good = isinstance(value, test) if isinstance(test, type) else test(value)
            if not good:
                raise BadSheet("bad_value", key=key, where=where)
        for key in needed:
            if key not in raw:
                raise BadSheet("missing_key", key=key, where=where)
        return raw

    def look(self, look: dict) -> None:
        if look.get("min", 0) > look.get("size", 60):
            raise BadSheet("min_over_size", size=look["size"])

    def words(self, part: dict, sheet: dict, fields: Collection[str]) -> None:
        self.look(part)
        if part.get("style", "") not in {"", *sheet["styles"]}:
            raise BadSheet("unknown_style", style=part["style"])
        self.holes(part["text"], fields)

    def holes(self, told: str, fields: Collection[str]) -> None:
        for name in HOLE.findall(told):
            if name not in fields:
                raise BadSheet("unknown_field", field=name)
        if set("{}") & set(HOLE.sub("", told)):
            raise BadSheet("stray_brace", text=told[:80])

    def source(self, name: str) -> None:
        if name not in self.sources:
            raise BadSheet("no_picture", picture=name)

    def element(self, e, sheet: dict) -> None:
        kind = e.get("type") if isinstance(e, dict) else None
        if not isinstance(kind, str) or kind not in KINDS:
            raise BadSheet("unknown_element", kind=str(kind)[:40])
        where = e.get("id") or kind
        self.known(e, KINDS[kind], where, NECESSARY[kind])
        self.inside(e, sheet, where)
        {"text": self.text, "image": self.image, "stack": self.stack, "table": self.table}.get(
            kind, lambda *_known: None
        )(e, sheet, where)

    def inside(self, e: dict, sheet: dict, where: str) -> None:
        across, down = e["w"], e.get("h", e["w"] if e["type"] == "qr" else 0)
        if e.get("vertical"):
            # a line that stands has its length in `w` and turns around its middle
            across, down = 0, e["w"]
        if e["x"] + across > sheet["w"] + 0.01 or e["y"] + down > sheet["h"] + 0.01:
            raise BadSheet("off_page", where=where)

    def text(self, e: dict, sheet: dict, where: str) -> None:
        self.words(e, sheet, FIELDS)

    def image(self, e: dict, sheet: dict, where: str) -> None:
        if ("src" in e) == ("field" in e):
            raise BadSheet("missing_key", key="src", where=where)
        if "src" in e:
            self.source(e["src"])

    def stack(self, e: dict, sheet: dict, where: str) -> None:
        if len(e["items"]) > MOST_LINES:
            raise BadSheet("too_much", most=MOST_LINES)
        for part in e["items"]:
            if isinstance(part, dict) and part.get("type") == "image":
                shape = {"type": text(10), "w": BOX["w"]} | IMAGE
                self.known(part, shape, where, ("src", "w"))
                self.source(part["src"])
                if PICTURE.fullmatch(part["src"]):
                    raise BadSheet("picture_in_lines")
            else:
                self.known(part, TEXT, where, ("text",))
                self.words(part, sheet, FIELDS)

    def table(self, e: dict, sheet: dict, where: str) -> None:
        fields = FIELDS | ROW_FIELDS
        if max(len(e["columns"]), len(e["foot"])) > 8:
            raise BadSheet("too_much", most=8)
        cells = [self.known(c, CELL, where, ("w", "head", "cell")) for c in e["columns"]]
        cells += [self.known(c, FOOT, where, ("cell",)) for c in e["foot"]]
        for part in (part for c in cells for part in (*c.get("head", ()), *c["cell"])):
            self.known(part, TEXT, where, ("text",))
            self.words(part, sheet, fields)
