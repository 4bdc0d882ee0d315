"""What is cut out of A4: cards, name badges and table signs. Lengths in millimetres."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from courses.adapters.paper.facts import Somebody, Words, name_lines, said
from courses.adapters.printing.designs import CROP_COLOR, laid, pages_of, qr
from courses.adapters.printing.typesetting import draw

CARD_W, CARD_H = 85.6, 54
BADGE_W, BADGE_H = 95, 66
SIGN_W, SIGN_H = 210, 148.5
PANEL = SIGN_H / 2


@dataclass(frozen=True)
class Pieces:
    """People whose names are printed, and what stands beside every name. `title` names the file;
    `door` is the address to which the code of a card is added, where its QR code leads."""

    people: tuple[Somebody, ...]
    programme: Words
    course: Words
    title: str
    made_on: date
    door: str = ""


def cards_pdf(facts: Pieces) -> bytes:
    """Ten cards on a page; their QR codes say `on_card`."""
    cards = (laid("card", told(each, facts) | on_card(each, facts)) for each in facts.people)
    return pdf(facts, pages_of(cards, across=2, down=5, w=CARD_W, h=CARD_H))


def on_card(somebody: Somebody, facts: Pieces) -> dict:
    said = f"{facts.door}{somebody.code}/" if facts.door else somebody.code
    return {"qr": qr(said, somebody.code)}


def badges_pdf(facts: Pieces) -> bytes:
    """Eight badges on a page, the name as large as it goes."""
    badges = (laid("badge", told(each, facts)) for each in facts.people)
    return pdf(facts, pages_of(badges, across=2, down=4, w=BADGE_W, h=BADGE_H))


def signs_pdf(facts: Pieces) -> bytes:
    """Two table signs on a page: cut in the middle, fold each one, and the name stands on both
    sides."""
    signs = [sign(each, facts) for each in facts.people]
    cut = {
        "type": "rule", "x": 0, "y": SIGN_H, "w": SIGN_W, "weight": 0.5, "color": CROP_COLOR,
    }  # fmt: skip
    pages = [
        [*signs[n], *(moved_down(signs[n + 1]) if n + 1 < len(signs) else []), cut]
        for n in range(0, len(signs), 2)
    ]
    return pdf(facts, pages)


def sign(somebody: Somebody, facts: Pieces) -> list[dict]:
    """One side upside down above the fold, the other one below it."""
    side = laid("sign", told(somebody, facts))
    fold = [
        {"type": "rule", "x": x, "y": PANEL, "w": 5, "weight": 0.4, "color": CROP_COLOR}
        for x in (0, SIGN_W - 5)
    ]
    back = {"type": "turned", "x": 0, "y": 0, "w": SIGN_W, "h": PANEL, "items": side}
    return [back, *fold, *moved_down(side, PANEL)]


def moved_down(items: Iterable[dict], by: float = SIGN_H) -> list[dict]:
    return [item | {"y": round(item["y"] + by, 3)} for item in items]


def told(somebody: Somebody, facts: Pieces) -> dict:
    """The fields of the designs. A name in one script stands in the large line alone."""
    large, small = name_lines(somebody)
    programme, course = said(facts.programme), said(facts.course)
    role, organization = said(somebody.role), said(somebody.organization)
    return {
        "name": large, "name_2": small, "code": somebody.code,
        "programme_km": programme.km or programme.en,
        "programme_en": programme.en if programme.km else "",
        "course_km": course.km or course.en, "course_en": course.en if course.km else "",
        "role_km": role.km or role.en, "role_en": role.en if role.km else "",
        "organization_km": organization.km or organization.en,
        "organization_en": organization.en if organization.km else "",
        "qr": qr(somebody.code, somebody.code),
    }  # fmt: skip


def pdf(facts: Pieces, pages: Iterable[list[dict]]) -> bytes:
    """Raises TypesettingError only where a font or a design is broken."""
    day = facts.made_on
    return draw(
        {
            "w": 210, "h": 297, "bg": "", "title": facts.title, "lang": "km",
            "y": day.year, "m": day.month, "d": day.day, "pages": list(pages),
        }
    )  # fmt: skip
