"""Paper: the sheet of a full room, and cards for a hundred people."""

from django.utils import timezone

from courses.adapters.paper.pieces import cards_pdf
from courses.adapters.paper.sheet import sheet_pdf
from courses.queries.paper import on_the_list, pieces_facts, sheet_facts
from lms.demo.issuer import write_settings
from tests.benchmarks.measure import Figure, benchmark, best_seconds, rolled_back
from tests.courses.adapters.printing.hard import NAMES
from tests.factories import CourseRunFactory, EnrollmentFactory, PersonFactory, SessionFactory


@benchmark("sheet_40_s")
def sheet_40():
    """From the rows in the database to the file; the process has printed before."""
    with rolled_back():
        run = run_of(40)
        sessions = list(run.sessions.all())

        def draw():
            sheet_pdf(sheet_facts(run, sessions, scan="https://x.example.org/", today=today()))

        seconds = best_seconds(draw, times=7)
    yield Figure("sheet_40_s", seconds, "s", "40 people, 4 half-days, logos; 4 pages", bar=0.3)


@benchmark("cards_100_s")
def cards_100():
    """From the rows in the database to the file; the process has printed before."""
    with rolled_back():
        run = run_of(100)

        def draw():
            cards_pdf(pieces_facts(run, on_the_list(run), title="Cards", today=today()))

        seconds = best_seconds(draw, times=7)
    yield Figure("cards_100_s", seconds, "s", "100 people, 10 pages", bar=1)


def today():
    return timezone.localdate()


def run_of(count):
    """A run of two days with people of different names."""
    write_settings()
    run = CourseRunFactory()
    for day in (0, 1):
        for hour in (8, 13):
            SessionFactory(run=run, day_offset=day, hour=hour)
    for number in range(count):
        tens, ones = divmod(number, 10)
        person = PersonFactory(
            name_km=NAMES[number % len(NAMES)],
            family_name_latin="Chan",
            given_name_latin=f"Sreymom {'ABCDEFGHIJ'[tens]}{'abcdefghij'[ones]}",
        )
        EnrollmentFactory(run=run, person=person)
    return run
