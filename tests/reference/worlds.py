"""Small random worlds in which everything happens that a figure may stumble over.

world = RandomWorld(rng)          # writes about a hundred rows
for narrow in world.narrowings(): # {"filters": …, "area": …} to ask with
"""

from datetime import date, timedelta
from itertools import count
from random import Random

from courses import models
from tests.reference import world_people, world_runs
from tests.reference.world_people import PROVINCES, ROLES, SECTORS

#: When the questions are asked, and of which periods: a year's end, a quarter, one day, and one
#: that is not over yet.
NOW = world_runs.NOW
PERIODS = (
    (date(2025, 12, 1), date(2026, 2, 28)),
    (date(2026, 1, 1), date(2026, 3, 31)),
    (date(2026, 3, 1), date(2026, 3, 1)),
    (date(2025, 11, 1), date(2026, 6, 30)),
)
#: One ends within a month, and there are days in none.
PHASES = (
    ("A", date(2025, 11, 1), date(2026, 1, 14)),
    ("B", date(2026, 1, 15), date(2026, 3, 1)),
)
SIZE_OF_NARROWING = (0, 1, 1, 2)

_numbers = count(1)


class RandomWorld:
    """Courses, organizations, people, runs with sessions, places and marks, money and projects."""

    def __init__(self, rng: Random):
        self.rng = rng
        self.number = next(_numbers)
        self.topics, self.outcomes = self._tags(models.Topic), self._tags(models.Outcome)
        self.courses = [self._course(place) for place in range(3)]
        self.organizations = world_people.organizations(rng)
        self.people = world_people.people(rng, f"{self.number}-")
        self.projects = models.Project.objects.bulk_create(
            models.Project(code=f"P{self.number}-{place}", name_en="P", donor=donor)
            for place, donor in enumerate([*self.organizations[-2:], self.organizations[-1], None])
        )
        self.runs = [
            world_runs.run(self, f"W{self.number}-{place}") for place in range(rng.randint(2, 5))
        ]
        self.phases = [
            models.Phase.objects.get_or_create(
                code=code, defaults={"name_en": code, "starts_on": start, "ends_on": end}
            )[0]
            for code, start, end in PHASES
        ]
        world_people.pairs(rng, self.people)

    def _tags(self, model) -> list:
        slugs = [f"t{self.number}-{place}" for place in range(2)]
        return model.objects.bulk_create(model(slug=slug, name_en=slug) for slug in slugs)

    def _course(self, place: int) -> models.Course:
        some = self._some
        pillars = ["discrimination", "care", "voice", "leadership"]
        course = models.Course.objects.create(
            code=f"w{self.number}-{place}",
            title_en="W",
            audience=["trainer", "worker"] if place == 0 else some(["worker", "manager"]),
            gender_pillars=some(pillars),
        )
        course.topics.add(*some(self.topics))
        course.outcomes.add(*some(self.outcomes))
        return course

    def _some(self, values: list) -> list:
        return [each for each in values if self.rng.random() < 0.5]

    def values(self) -> dict[str, list]:
        """What a filter may ask for, by dimension."""
        found = {
            "topic": [each.pk for each in self.topics],
            "outcome": [each.pk for each in self.outcomes],
            "pillar": ["discrimination", "care", "voice", "leadership"],
            "course": [each.pk for each in self.courses],
            "run": [each.pk for each in self.runs],
            "project": [each.pk for each in self.projects],
            "organization": [each.pk for each in self.organizations],
            "trainer": [each.pk for each in self.people],
            "month": [date(2025, 12, 1), date(2026, 1, 1), date(2026, 3, 1)],
            "quarter": [date(2025, 10, 1), date(2026, 1, 1)],
            "year": [date(2025, 1, 1), date(2026, 1, 1)],
            "phase": [each.pk for each in self.phases],
            "organization_kind": ["factory", "federation", "ngo"],
            "sex": ["female", "male", "another"],
            "age_band": ["under_18", "18_24", "25_34", "35_44", "45_54", "55_over"],
            "language": ["km", "en"],
            "national": [True, False],
        }
        for name in ("province", "venue_province"):
            found[name] = [each for each in PROVINCES if each]
        found["sector"] = [each for each in SECTORS if each]
        found["role"] = [each for each in ROLES if each]
        found["donor"] = found["payer"] = found["organization"][-2:]
        return found

    def narrowings(self, dimensions=None, times: int = 4) -> list[dict]:
        """No filter, and some others by these dimensions (or any), the last in a reader's area."""
        values = {
            name: each
            for name, each in self.values().items()
            if dimensions is None or name in dimensions
        }
        found: list[dict] = [{"filters": {}, "area": None}]
        for _ in range(times):
            names = self.rng.sample(sorted(values), self.rng.choice(SIZE_OF_NARROWING))
            filters = {
                name: {
                    *self.rng.sample(values[name], self.rng.randint(1, min(3, len(values[name]))))
                }
                for name in names
            }
            found.append({"filters": filters, "area": None})
        found[-1]["area"] = {"12"}
        return found

    def halves(self) -> tuple[tuple[date, date], tuple[date, date], tuple[date, date]]:
        """A period, and the two into which a random day cuts it."""
        start, end = PERIODS[0][0], PERIODS[1][1]
        middle = start + timedelta(days=self.rng.randrange((end - start).days))
        return (start, end), (start, middle), (middle + timedelta(days=1), end)
