"""Search while typing on set L, 645,000 people: what the trainer waits for after each letter.

Measured in a database of its own, with committed rows, beside that of the settings: SQLite where
nothing else is said; with DATABASE_URL PostgreSQL, vacuumed as it vacuums itself, and the figure is
called person_search_p95_ms_postgresql.
"""

import statistics
import time
from collections.abc import Iterator
from random import Random

from django.db import connection, transaction

from courses.models import Employment, Person, PersonPhone
from courses.queries.people import first_matching, with_jobs
from courses.rules.khmer import match_key
from tests.benchmarks.bench_matching import write
from tests.benchmarks.measure import Figure, benchmark, database_of_its_own, tidied
from tests.benchmarks.set_m import Entry, set_m

SEED = 2027
#: A tenth is invented, the rest are copies with cards and phones of their own.
INVENTED, COPIES = 61_429, 9
SHOWN = 21
OF_EACH_KIND = 20
BARS = {"sqlite": 300, "postgresql": 150}
#: Letters that begin no name and that few or no names hold.
RARE = ("zq", "xo", "ww", "fq", "qu", "ឋឍ", "ញឈ", "ឮស", "zqa", "ឋឍណ")


def copy_rows(model: type, rows: int, number: int, **changed: str) -> None:
    """The first rows of a model once more, `number` times their count further on."""
    table, shift = connection.ops.quote_name(model._meta.db_table), f"{number * rows}"
    columns = [field.column for field in model._meta.concrete_fields]
    changed["id"] = f"id + {shift}"
    values = ", ".join(changed.get(column, column) for column in columns)
    first = model._base_manager.order_by("pk").values_list("pk", flat=True)[0]
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({', '.join(columns)}) SELECT {values} FROM {table}"
            f" WHERE id < {first + rows}"
        )


def write_set_l() -> list[Entry]:
    """People, phones and jobs; each copy has a phone and a card of its own."""
    entries = set_m(SEED, INVENTED)
    people, _factories = write(entries)
    fresh = "lower(hex(randomblob(16)))" if connection.vendor == "sqlite" else "gen_random_uuid()"
    of_copy = f"person_id + {{}} * {len(people)}"
    sizes = {model: model._base_manager.count() for model in (PersonPhone, Employment)}
    for number in range(1, COPIES + 1):
        copy_rows(Person, len(people), number, uuid=fresh, card_code=f"card_code || '-{number}'")
        phone = f"substr(e164, 1, 5) || '{number}' || substr(e164, 7)"
        person = of_copy.format(number)
        copy_rows(PersonPhone, sizes[PersonPhone], number, e164=phone, person_id=person)
        copy_rows(Employment, sizes[Employment], number, person_id=person)
    return entries


def queries(entries: list[Entry], rng: Random) -> Iterator[str]:
    """What people type, letter by letter and whole."""
    for entry in rng.sample([each for each in entries if each.name_km], OF_EACH_KIND):
        yield entry.name_km[:2]
        yield entry.name_km[:3]
        yield entry.name_km.split()[-1][:3]
        yield entry.name_km.replace("ុំ", "ំុ").replace("៉ា", "ា៉").replace("៊ុ", "ុ៊")
        yield entry.name_km.split()[-1] + "\u200b"
    for entry in rng.sample([each for each in entries if each.given], OF_EACH_KIND):
        yield entry.given[:2]
        yield entry.family[:3].lower() or entry.given[:3]
        yield entry.given[-3:]
        yield f"{entry.given} {entry.family}".upper()
        yield " ".join(rng.choice(spellings) for spellings in entry.spellings)
    yield from RARE
    for entry in rng.sample([each for each in entries if each.phone], OF_EACH_KIND):
        yield entry.phone.replace("+855", "0")
        yield entry.phone[-6:]
    for place in rng.sample(range(len(entries)), OF_EACH_KIND):
        yield f"M-{place}"
    for entry in rng.sample([each for each in entries if each.number], OF_EACH_KIND):
        yield entry.number


def timed(query: str) -> tuple[float, str]:
    started = time.perf_counter()
    list(with_jobs(first_matching(query, SHOWN)))
    return (time.perf_counter() - started) * 1000, query


def figure(name: str, bar: float | None, entries: list[Entry], people: int) -> Figure:
    asked = list(queries(entries, Random(SEED)))
    times = sorted(timed(query) for query in asked)
    p95 = statistics.quantiles([ms for ms, _query in times], n=20)[-1]
    slowest, query = times[-1]
    data = f"{people:,} people, {len(asked)} queries, slowest {slowest:.0f} ms ({match_key(query)})"
    return Figure(name, p95, "ms", data, bar=bar)


@benchmark("person_search_p95_ms", "person_search_p95_ms_postgresql")
def search_while_typing():
    vendor = connection.vendor
    name = "person_search_p95_ms" + ("" if vendor == "sqlite" else f"_{vendor}")
    with database_of_its_own():
        with transaction.atomic():
            entries = write_set_l()
        tidied()
        yield figure(name, BARS.get(vendor), entries, Person.objects.count())
