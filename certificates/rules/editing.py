"""A drawing as the form of the admin shows it, and back: a list of `{"type", "value"}` without
styles by name, each line with a font, a size and a colour of its own."""

from certificates.rules.sheets import PICTURE_FIELDS

SERIF, KHMER = ["Noto Serif", "Battambang"], ["Battambang", "Noto Serif"]
#: What a font of the list means to the engine.
FACES = {
    "km-title": {"lang": "km", "fonts": ["Moul", "Noto Serif"], "top": 1.1, "bottom": 0.5},
    "km": {"lang": "km", "fonts": KHMER},
    "km-bold": {"lang": "km", "fonts": KHMER, "weight": 700},
    "en": {"lang": "en", "fonts": SERIF},
    "en-medium": {"lang": "en", "fonts": SERIF, "weight": 500},
    "en-bold": {"lang": "en", "fonts": SERIF, "weight": 600},
    "en-italic": {"lang": "en", "fonts": SERIF, "italic": True},
    "en-capitals": {"lang": "en", "fonts": SERIF, "weight": 600, "case": "upper", "track": 0.09},
    "number": {"lang": "en", "fonts": ["Noto Sans", "Battambang"], "weight": 600, "track": 0.03},
}
INK = "#16211f"
ALT_FIELDS = {
    "logo_1": "org_1_en",
    "logo_2": "org_2_en",
    "sign_1_image": "sign_1_alt",
    "sign_2_image": "sign_2_alt",
}
#: How far the gaps of a group may open up where it has a height.
STRETCH = 1.25


def as_elements(sheet: dict) -> list[dict]:
    """The elements of a drawing for the form."""
    return [{"type": kind, "value": value} for kind, value in map(_Told(sheet).element,
                                                                   sheet["elements"])]  # fmt: skip


class _Told:
    def __init__(self, sheet: dict):
        self.styles = sheet["styles"]

    def element(self, e: dict) -> tuple[str, dict]:
        kind, value = getattr(self, e["type"])(e)
        return kind, {"name": e.get("id", ""), "x": e["x"], "y": e["y"]} | value

    def stack(self, e: dict) -> tuple[str, dict]:
        look = {"align": e.get("align", "left"), "valign": e.get("valign", "top")}
        size = {"w": e["w"], "h": e.get("h"), "opens": "stretch" in e}
        return "lines", look | size | {"items": [self.part(part) for part in e["items"]]}

    def text(self, e: dict) -> tuple[str, dict]:
        line = {key: each for key, each in e.items() if key not in ("x", "y", "w", "type", "id")}
        align = self.styled(e).get("align", "left")
        return self.stack({"w": e["w"], "items": [line], "align": align})

    def part(self, part: dict) -> dict:
        gap = part.get("gap", 0)
        if part.get("type") == "image":
            return {"type": "drawing", "value": {"src": part["src"], "w": part["w"], "gap": gap}}
        look = self.styled(part)
        value = {
            "text": part["text"],
            "font": _face(look),
            "size": look.get("size", 10),
            "min": look.get("min", 7),
            "color": look.get("color", INK),
            "lines": str(look.get("lines", 1)),
            "gap": gap,
            "optional": part.get("optional", False),
            "h1": part.get("h1", False),
        }
        return {"type": "text", "value": value}

    def styled(self, part: dict) -> dict:
        return self.styles.get(part.get("style", ""), {}) | part

    def image(self, e: dict) -> tuple[str, dict]:
        what = e.get("field") or e["src"]
        return "picture", {"what": what, "w": e["w"], "h": e.get("h"), "alt": e.get("alt", "")}

    def rule(self, e: dict) -> tuple[str, dict]:
        look = {key: e[key] for key in ("w", "weight", "color")}
        return "line", look | {"upright": e.get("vertical", False), "with": e.get("if", "")}

    def qr(self, e: dict) -> tuple[str, dict]:
        return "qr", {"w": e["w"]}

    def table(self, e: dict) -> tuple[str, dict]:
        return "table", {"h": e["h"]}


def _face(look: dict) -> str:
    if look.get("lang") == "km":
        if look.get("fonts", KHMER)[0] == "Moul":
            return "km-title"
        return "km-bold" if look.get("weight", 400) >= 600 else "km"
    if look.get("fonts", SERIF)[0] == "Noto Sans":
        return "number"
    if look.get("italic"):
        return "en-italic"
    if look.get("case") == "upper":
        return "en-capitals"
    return {600: "en-bold", 700: "en-bold", 500: "en-medium"}.get(look.get("weight", 400), "en")


def as_sheet(elements: list[dict], *, w: float, h: float, background: str, table: dict) -> dict:
    """The drawing of a filled form. `table` is the list of courses of a yearly statement."""
    drawn = [_drawn(each["type"], each["value"], table) for each in elements]
    return {"w": w, "h": h, "bg": background, "styles": {}, "elements": drawn}


def _drawn(kind: str, value: dict, table: dict) -> dict:
    place = {"x": value["x"], "y": value["y"]}
    if value.get("name"):
        place["id"] = value["name"]
    return {
        "lines": _lines,
        "picture": _picture,
        "line": _line,
        "qr": lambda value: {"type": "qr", "w": value["w"]},
        "table": lambda value: table | {"h": value["h"]},
    }[kind](value) | place


def _lines(value: dict) -> dict:
    drawn = {"type": "stack", "w": value["w"], "align": value["align"], "valign": value["valign"]}
    if value.get("h"):
        drawn["h"] = value["h"]
        drawn |= {"stretch": STRETCH} if value.get("opens") else {}
    return drawn | {"items": [_part(each["type"], each["value"]) for each in value["items"]]}


def _part(kind: str, value: dict) -> dict:
    if kind == "drawing":
        return {"type": "image", "src": value["src"], "w": value["w"], "gap": value["gap"]}
    drawn = {"text": value["text"], "gap": value["gap"], **FACES[value["font"]]}
    drawn |= {key: value[key] for key in ("size", "min", "color")}
    drawn["lines"] = int(value["lines"])
    return drawn | {key: True for key in ("optional", "h1") if value.get(key)}


def _picture(value: dict) -> dict:
    what = value["what"]
    drawn = {"type": "image", "w": value["w"]} | ({"h": value["h"]} if value.get("h") else {})
    if what in PICTURE_FIELDS:
        return drawn | {"field": what, "alt_field": ALT_FIELDS[what], "optional": True}
    return drawn | {"src": what, "alt": value.get("alt", "")}


def _line(value: dict) -> dict:
    drawn = {"type": "rule"} | {key: value[key] for key in ("w", "weight", "color")}
    if value.get("upright"):
        drawn["vertical"] = True
    return drawn | ({"if": value["with"]} if value.get("with") else {})
