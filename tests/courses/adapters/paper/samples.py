"""People and runs to print, all invented."""

from datetime import date

from courses.adapters.paper.facts import Party, Somebody, Words
from courses.adapters.paper.pieces import Pieces
from courses.adapters.paper.poster import PosterFacts
from courses.adapters.paper.sheet import HalfDay, SheetFacts
from courses.rules.card_codes import new_card_code
from tests.courses.adapters.printing.hard import LATIN, NAMES
from tests.courses.adapters.printing.samples import picture

DAY = date(2026, 11, 28)
COURSE = Words(
    "ភាពជាអ្នកដឹកនាំសហជីព៖ ការចរចា និងការដោះស្រាយវិវាទ",
    "Trade Union Leadership: Negotiation and Dispute Resolution",
)
PLACE = Words("សាលប្រជុំសហជីព ខេត្តកណ្តាល", "Union hall, Kandal")
PROGRAMME = Words("កម្មវិធីការងារ និងការរៀនសូត្ររំដួល", "Romduol Work and Learning Programme")
PARTIES = (
    Party(PROGRAMME, picture()),
    Party(Words("វិទ្យាស្ថានសុវត្ថិភាពការងារស្ពានថ្មី", "Spean Thmei Institute"), picture((50, 50))),
)
NOTICE = Words("យើងរក្សាទុកឈ្មោះរបស់អ្នក។", "We keep your name.")


def code(number):
    """A card code, another one for each number."""
    return new_card_code(lambda n: bytes((number * 7 + k * 31) % 248 for k in range(n)))


def somebody(number=0, **more):
    facts = {
        "name": Words(NAMES[number % len(NAMES)], LATIN[number % len(LATIN)]),
        "code": code(number),
        "sex": Words("ស្រី", "Female"),
        "role": Words("ប្រធានក្រុម ឬមេការ", "Supervisor or line leader"),
        "organization": Words("រោងចក្រកាត់ដេរ ផ្កាត្របែក", "Phka Trabek Garment Factory"),
    }
    return Somebody(**(facts | more))


def people(count):
    return tuple(somebody(number) for number in range(count))


def half_days(count):
    parts = (Words("ព្រឹក", "morning"), Words("រសៀល", "afternoon"))
    return tuple(
        HalfDay(
            Words(f"ច័ន្ទ {10 + n // 2} វិច្ឆិកា", f"Mon {10 + n // 2} Nov"), parts[n % 2], "08:00–11:00"
        )
        for n in range(count)
    )


def sheet(rows=3, columns=1, **more):
    facts = {
        "course": COURSE, "code": "RUN-42", "place": PLACE,
        "dates": Words("១០ ដល់ ១១ វិច្ឆិកា ២០២៦", "10 to 11 November 2026"),
        "trainers": Words("កែវ សុភា", "KEO Sophea"), "half_days": half_days(columns),
        "people": people(rows), "scan": "https://learn.example.org/en/training/runs/42/print/",
        "made_on": DAY, "notice": NOTICE, "parties": PARTIES,
    }  # fmt: skip
    return SheetFacts(**(facts | more))


def pieces(somebodies, **more):
    return Pieces(
        **({"people": tuple(somebodies), "programme": PROGRAMME, "course": COURSE,
            "title": "Participant cards RUN-42", "made_on": DAY} | more)
    )  # fmt: skip


def poster(**more):
    facts = {
        "course": COURSE, "place": PLACE,
        "dates": Words("ថ្ងៃច័ន្ទ ទី២៣ ខែវិច្ឆិកា ឆ្នាំ២០២៦", "Monday 23 November 2026"),
        "times": Words("ម៉ោង ០៨:០០–១១:០០", "08:00–11:00"),
        "url": "https://learn.example.org/en/training/enrol/42/?by=poster",
        "shown_url": "learn.example.org", "code": "RUN-42", "made_on": DAY, "parties": PARTIES,
    }  # fmt: skip
    return PosterFacts(**(facts | more))
