"""Finding organizations while somebody types: 2,000 of them with three other names each."""

import statistics
import time
from random import Random

from django.db import connection

from courses.actions.organization_keys import catch_up
from courses.models import Organization, OrganizationName
from courses.queries.organizations import organizations_matching, organizations_named
from tests.benchmarks.measure import Figure, benchmark, rolled_back

MANY, SEED, TYPED = 2_000, 2026, 200
WORDS = ("lotus", "golden", "palm", "heron", "river", "jasmine", "star", "needle", "earth", "sugar")
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def write() -> list[Organization]:
    rng = Random(SEED)

    def name():
        return " ".join(rng.choices(WORDS, k=3)).title() + f" {rng.randrange(MANY)}"

    def acronym():
        return "".join(rng.choices(LETTERS, k=rng.randint(4, 6)))

    rows = Organization.objects.bulk_create(
        Organization(name_en=name(), name_km="រោងចក្រ", short_name=acronym(), kind="factory")
        for _ in range(MANY)
    )
    OrganizationName.objects.bulk_create(
        OrganizationName(organization=row, kind=kind, name_en=text())
        for row in rows
        for kind, text in (("alias", name), ("former", name), ("acronym", acronym))
    )
    catch_up()
    return rows


def typed(row: Organization, number: int) -> str:
    """An acronym, an acronym with a slip, the beginning of a name, or two words of it, in turn."""
    word, name = row.short_name, row.name_en
    return (word, word[1] + word[0] + word[2:], name[:6], " ".join(name.split()[1:3]))[number % 4]


@benchmark("organization_search_p95_ms", "organization_named_ms")
def finding():
    data = f"{MANY:,} organizations, 3 other names each, {connection.vendor}"
    with rolled_back():
        rows = Random(SEED).sample(write(), TYPED)
        took = []
        for number, row in enumerate(rows):
            words = typed(row, number)
            started = time.perf_counter()
            found = list(organizations_matching(words)[:8])
            took.append(1000 * (time.perf_counter() - started))
            assert found, words
        started = time.perf_counter()
        organizations_named(row.name_en for row in rows)
        named = 1000 * (time.perf_counter() - started)
    yield Figure("organization_search_p95_ms", statistics.quantiles(took, n=20)[-1], "ms", data)
    yield Figure("organization_named_ms", named, "ms", f"{TYPED} names at once, {data}")
