"""What stands at the head and the foot of every sheet: course, days, place, trainers, who answers
for it, the number of the page and the code of the sheet. Lengths are millimetres."""

from dataclasses import dataclass
from datetime import date

from courses.adapters.paper.facts import Party, Words, logos_of, said
from courses.adapters.printing.designs import laid, qr

WIDE, HIGH, LEFT, BOTTOM = 297, 210, 10, 193.5
FIRST_TOP, NEXT_TOP = 47, 24
LOGOS = 4
DOT = "\u00a0· "
KHMER_DIGITS = str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩")


@dataclass(frozen=True, kw_only=True)
class About:
    """What a sheet says of the training. `scan` is the address behind the code of the sheet; the
    number of the page follows it."""

    course: Words
    code: str
    place: Words
    dates: Words
    trainers: Words
    scan: str
    made_on: date
    notice: Words
    parties: tuple[Party, ...] = ()


@dataclass(frozen=True)
class Page:
    """The number of a page among all of a file, from 1."""

    number: int
    total: int


def head_and_foot(
    about: About, title: Words, page: Page, *, is_first: bool
) -> tuple[list[dict], list[dict]]:
    """What stands above and below the rows; the head of the first page of a sheet is large."""
    course, place, trainers = said(about.course), said(about.place), said(about.trainers)
    told = {
        "title_km": title.km, "title_en": title.en,
        "course_km": course.km or course.en, "course_en": course.en if course.km else "",
        "place_km": place.km or place.en, "place_en": place.en if place.km else "",
        "dates_km": about.dates.km, "dates_en": about.dates.en,
        "trainers_km": trainers.km or trainers.en,
        "trainers_en": trainers.en if trainers.km else "",
        "code": about.code, "notice_km": about.notice.km, "notice_en": about.notice.en,
        "page_km": f"ទំព័រ {page.number} នៃ {page.total}".translate(KHMER_DIGITS),
        "page_en": f"Page {page.number} of {page.total}",
        "qr": qr(f"{about.scan}#{page.number}", f"{about.code}, page {page.number}"),
        **names_of(about),
    }  # fmt: skip
    head = laid("sheet-first" if is_first else "sheet-next", told)
    return [*head, *logo_row(about, is_first)], laid("sheet-foot", told)


def document_of(about: About, title: Words, pages: list[list[dict]]) -> tuple[dict, dict]:
    """The pages as `draw` takes them: A4 landscape, and the logos that stand on them."""
    document = {
        "w": WIDE, "h": HIGH, "bg": "", "title": f"{title.km} · {title.en} · {about.code}",
        "lang": "km", "y": about.made_on.year, "m": about.made_on.month, "d": about.made_on.day,
        "pages": pages,
    }  # fmt: skip
    return document, {f"logo_{n}.jpg": logo for n, (_party, logo) in enumerate(logos(about))}


def logos(about: About) -> list[tuple[Party, bytes]]:
    return logos_of(about.parties, LOGOS)


def names_of(about: About) -> dict[str, str]:
    """The names of those who answer for the training, in one line."""
    names = [said(party.name) for party in about.parties]
    khmer = DOT.join(name.km or name.en for name in names if name.km or name.en)
    english = DOT.join(name.en for name in names if name.en)
    return {"parties_km": khmer, "parties_en": english if english != khmer else ""}


def logo_row(about: About, is_first: bool) -> list[dict]:
    """The logos from the right, beside the code of the sheet."""
    side = 15 if is_first else 9
    right = WIDE - LEFT - (27 if is_first else 17)
    shown = logos(about)
    return [
        {
            "type": "image", "src": f"logo_{n}.jpg",
            "x": right - (len(shown) - n) * (side + 2), "y": 9 if is_first else 10,
            "w": side, "h": side, "alt": party.name.en or party.name.km,
        }
        for n, (party, _logo) in enumerate(shown)
    ]  # fmt: skip
