"""The poster at the door: what, when, where, and the code by which people enrol themselves."""

from dataclasses import dataclass, field
from datetime import date

from courses.adapters.paper.facts import Party, Words, logos_of, said
from courses.adapters.printing.designs import laid, qr
from courses.adapters.printing.typesetting import draw

LOGO, MIDDLE, LOGO_Y = 20, 105, 21
LOGOS = 5
DOT = "\u00a0· "


@dataclass(frozen=True)
class PosterFacts:
    """`url` is what the code holds, `shown_url` what people type who have no camera."""

    course: Words
    dates: Words
    times: Words
    place: Words
    url: str
    shown_url: str
    code: str
    made_on: date
    parties: tuple[Party, ...] = field(default=())


def poster_pdf(facts: PosterFacts) -> bytes:
    """A4 portrait. Raises TypesettingError only where a font or a picture is broken."""
    course, place = said(facts.course), said(facts.place)
    logos = logos_of(facts.parties, LOGOS)
    names = [said(party.name) for party in facts.parties]
    told = {
        "course_km": course.km or course.en, "course_en": course.en if course.km else "",
        "place_km": place.km or place.en, "place_en": place.en if place.km else "",
        "dates_km": facts.dates.km, "times_km": facts.times.km,
        "when_en": " · ".join(filter(None, (facts.dates.en, facts.times.en))),
        "parties_km": DOT.join(name.km for name in names if name.km),
        "parties_en": DOT.join(name.en for name in names if name.en),
        "url": facts.shown_url, "code": facts.code, "qr": qr(facts.url, facts.url),
    }  # fmt: skip
    document = {
        "w": 210, "h": 297, "bg": "", "lang": "km",
        "title": f"ចូលរួមវគ្គបណ្តុះបណ្តាល · Take part · {course.en or course.km}",
        "y": facts.made_on.year, "m": facts.made_on.month, "d": facts.made_on.day,
        "pages": [[*laid("poster", told), *logo_items(logos)]],
    }  # fmt: skip
    return draw(document, {f"logo_{n}.jpg": logo for n, (_party, logo) in enumerate(logos)})


def logo_items(logos: list[tuple[Party, bytes]]) -> list[dict]:
    """The logos in the middle, in one row."""
    wide = len(logos) * LOGO + (len(logos) - 1) * 6
    return [
        {
            "type": "image", "src": f"logo_{n}.jpg", "x": MIDDLE - wide / 2 + n * (LOGO + 6),
            "y": LOGO_Y, "w": LOGO, "h": LOGO, "alt": party.name.en or party.name.km,
        }
        for n, (party, _logo) in enumerate(logos)
    ]  # fmt: skip
