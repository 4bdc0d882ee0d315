"""Writes the planned runs of sets M and L: sessions, trainers, places, marks, results and money."""

from collections.abc import Iterator
from datetime import date, timedelta

from courses import models
from tests.benchmarks.bulk import Bulk
from tests.benchmarks.reach_people import ROLES, TRAINERS, Register
from tests.benchmarks.reach_runs import Plan, Slot

NO_SHOW, WALK_IN, JOB_CHANGE, UNKNOWN = 0.12, 0.08, 0.12, 0.03
#: What a mark is, up to which share of the marks of those who come.
PRESENCES = ((0.86, "present"), (0.92, "late"), (0.94, "left_early"), (0.96, "excused"))
STATUSES = ((0.93, "enrolled"), (0.96, "withdrawn"), (0.98, "substituted"), (0.99, "waitlisted"))
LANGUAGES = ((0.88, "km"), (0.96, "zh"))
PROJECTS, VENUES = 6, 40


def chosen(shares: tuple, draw: float, rest: str) -> str:
    """The name up to whose share the draw comes; else the rest."""
    return next((name for share, name in shares if draw < share), rest)


class Writer:
    """Writes runs one after the other. `marks` is how many are wanted altogether of `possible`
    ones: the others were left blank on the sheet."""

    def __init__(self, bulk: Bulk, register: Register, marks: int, possible: int):
        self.register, self.rng = register, register.rng
        self.wanted, self.possible = marks, possible
        self.enrollment = self.mark = 0
        self.hosts = [each for kind in ("ngo", "institute") for each in register.of_kind(kind)]
        self.donors = register.of_kind("donor")
        self.numbers: dict = {}
        self.graduates: list[int] = []
        self._tables(bulk)
        self._write_places(bulk)

    def _tables(self, bulk: Bulk) -> None:
        table, run = bulk.table, models.CourseRun
        self.runs = table(
            run, "id", "code", "course_id", "host_id", "venue_id", "province_id",
            "delivery_language", "starts_on", "ends_on", status="closed",
        )  # fmt: skip
        self.sessions = table(
            models.Session, "id", "run_id", "starts_at", "ends_at", "planned_minutes", "venue_id",
            "recording", "status", "postponed_to_id", "cascade_of_id", "closed_at",
        )  # fmt: skip
        self.enrollments = table(
            models.Enrollment, "id", "run_id", "person_id", "status", "status_since", "source",
            "role", "employer_id", "sector", "province_id", "confirmed_at", "merged_into_id",
        )  # fmt: skip
        self.marks = table(
            models.Attendance, "id", "session_id", "enrollment_id", "presence", "minutes_missed",
            "credited_minutes", "marked_at",
        )  # fmt: skip
        self.completions = table(
            models.Completion, "id", "enrollment_id", "is_met", "met_on", "credited_minutes",
            "planned_minutes",
        )  # fmt: skip
        self.run_trainers = table(
            models.RunTrainer, "id", "run_id", "person_id", "is_lead", "organization_id"
        )
        self.session_trainers = table(models.SessionTrainer, "id", "session_id", "person_id")
        self.heads = table(models.Headcount, "id", "session_id", "role", "women", "men", "unknown")
        self.money = table(
            models.RunFinance, "id", "run_id", "payer_id", "price", "basis", "waived",
            "direct_cost", waiver_reason="New factory",
        )  # fmt: skip
        self.evidence = table(
            models.SessionEvidence, "id", "session_id", "sha256", "uploaded_at",
            kind="photo", file="", size=1,
        )  # fmt: skip
        self.run_projects = table(run.projects.through, "id", "courserun_id", "project_id")

    def _write_places(self, bulk: Bulk) -> None:
        venues = bulk.table(models.Venue, "id", "name_en", "province_id")
        projects = bulk.table(models.Project, "id", "code", "name_en", "donor_id")
        for place in range(VENUES):
            venues.put((place + 1, f"Hall {place}", self.register.provinces[place]))
        for place in range(PROJECTS):
            donor = self.donors[place % 3] + 1 if place < PROJECTS - 1 else None
            projects.put((place + 1, f"P{place}", f"Project {place}", donor))

    def put(self, table, *values) -> int:
        """A row with the next id of its table."""
        self.numbers[table] = number = self.numbers.get(table, 0) + 1
        table.put((number, *values))
        return number

    def write(self, each: Plan, course: int) -> None:
        rng, home = self.rng, each.home
        starts_on, ends_on = each.days
        province = self.register.provinces[home if home is not None else rng.randrange(20)]
        venue = None if home is not None else rng.choice((None, rng.randrange(VENUES) + 1))
        host = self.hosts[rng.randrange(len(self.hosts))] + 1
        language = chosen(LANGUAGES, rng.random(), "en")
        self.runs.put((each.id, f"{each.code}-{each.id}", course, host, venue, province, language,
                       starts_on, ends_on))  # fmt: skip
        for project in rng.sample(range(PROJECTS), rng.choice((0, 1, 1, 2))):
            self.put(self.run_projects, each.id, project + 1)
        self._trainers(each)
        self._sessions(each)
        if home is not None and rng.random() < 0.55:
            payer, waived = home + 1, rng.choice((0, 0, 0, 50))
            self.put(self.money, each.id, payer, rng.choice((12, 20)), "per_person", waived, 240)
        elif rng.random() < 0.5:
            self.put(self.money, each.id, None, 0, "flat", 0, rng.choice((180, 450)))
        self._places(each)

    def _trainers(self, each: Plan) -> None:
        for place, person in enumerate(self.rng.sample(range(TRAINERS), 2)):
            trains_for = self.hosts[person % len(self.hosts)] + 1
            known = None if self.rng.random() < 0.05 else trains_for
            self.put(self.run_trainers, each.id, person + 1, place == 0, known)

    def _sessions(self, each: Plan) -> None:
        rng = self.rng
        for slot in each.slots:
            starts = f"{slot.day} {slot.begins}:00"
            hour, minute = map(int, slot.begins.split(":"))
            until = hour * 60 + minute + slot.minutes
            ends = f"{slot.day} {until // 60:02}:{until % 60:02}:00"
            is_open = slot.status != "held" or rng.random() < 0.02
            cascade = None
            if slot.counts_heads and self.graduates and rng.random() < 0.5:
                cascade = rng.choice(self.graduates)
            self.sessions.put((
                slot.id, each.id, starts, ends, slot.minutes,
                rng.randrange(VENUES) + 1 if rng.random() < 0.03 else None,
                "headcount" if slot.counts_heads else "named", slot.status, slot.instead, cascade,
                None if is_open else ends,
            ))  # fmt: skip
            if rng.random() < 0.05:
                self.put(self.session_trainers, slot.id, rng.randrange(TRAINERS) + 1)
            if slot.counts_heads and slot.status == "held":
                self._heads(slot, ends)

    def _heads(self, slot: Slot, ends: str) -> None:
        rng = self.rng
        for role in ("worker", ""):
            women, men = rng.randint(20, 900), rng.randint(5, 200)
            self.put(self.heads, slot.id, role, women, men, rng.randint(0, 9))
        if rng.random() < 0.3:
            self.put(self.evidence, slot.id, f"{slot.id:064x}", ends)

    def _people(self, each: Plan) -> list[int]:
        """Different people: at home those of the factory first, then anybody of the kind. Trainers
        are trained before anybody else."""
        rng, register = self.rng, self.register
        staff = range(TRAINERS) if each.about.pool == "any" else register.staff.get(each.home, ())
        found = dict.fromkeys(rng.sample(staff, min(len(staff), each.size)))
        homes = [] if each.about.pool in ("any", "factory") else register.of_kind(each.about.pool)
        everybody = range(len(register.canonical))
        while len(found) < each.size:
            person = register.canonical[rng.randrange(len(everybody))]
            if homes and rng.random() < 0.9:
                people = register.staff.get(homes[rng.randrange(len(homes))])
                person = people[rng.randrange(len(people))] if people else person
            found[person] = None
        return list(found)

    def _places(self, each: Plan) -> None:
        rng = self.rng
        starts_on, ends_on = each.days
        seat, begins = f"{starts_on - timedelta(days=9)} 03:00:00", f"{starts_on} 01:00:00"
        registers, first = each.registers, self.enrollment + 1
        merged = rng.randrange(each.size) if each.size and rng.random() < 0.1 else None
        places = []
        for place, person in enumerate(self._people(each)):
            self.enrollment += 1
            status = chosen(STATUSES, rng.random(), "requested")
            into = first if place == merged and place else None
            status = "merged" if into else status
            walks_in = rng.random() < WALK_IN
            since = begins if rng.random() < 0.3 else f"{starts_on - timedelta(days=1)} 03:00:00"
            self.enrollments.put((
                self.enrollment, each.id, person + 1, status, since,
                "walk_in" if walks_in else "nomination", *self._job(person),
                begins if walks_in else seat, into,
            ))  # fmt: skip
            comes = status == "enrolled" and (walks_in or rng.random() >= NO_SHOW)
            places.append((self.enrollment, comes, {}))
        for slot in registers:
            self._marks(slot, places)
        self._results(each, places, ends_on)

    def _job(self, person: int) -> Iterator:
        """Role, employer, sector and province as they were then."""
        rng, register = self.rng, self.register
        role, employer = register.roles[person], register.employers[person]
        if rng.random() < JOB_CHANGE and ROLES[role][2] == "factory":
            employer = rng.randrange(len(register.sizes))
        sector, province = register.sectors[employer], register.provinces[employer]
        role = "supervisor" if role == "worker" and rng.random() < 0.03 else role
        if rng.random() < UNKNOWN:
            return iter(("", None, "", None))
        return iter((role, employer + 1, sector, province))

    def _marks(self, slot: Slot, places: list) -> None:
        rng, moment = self.rng, f"{slot.day} 05:00:00"
        for enrollment, comes, credit in places:
            left = self.wanted - self.mark
            self.possible -= 1
            if rng.random() * (self.possible + 1) >= left:
                continue
            self.mark += 1
            presence = chosen(PRESENCES, rng.random(), "absent") if comes else "absent"
            missed = rng.randint(5, 60) if presence in ("late", "left_early") else 0
            lost = missed if presence == "left_early" else max(0, missed - 15)
            credited = 0 if presence in ("excused", "absent") else max(0, slot.minutes - lost)
            credit[slot.id] = credited
            self.marks.put((self.mark, slot.id, enrollment, presence, missed, credited, moment))

    def _results(self, each: Plan, places: list, ends_on: date) -> None:
        """Who has four fifths of the minutes completes, nine times in ten."""
        planned = sum(slot.minutes for slot in each.registers)
        for enrollment, comes, credit in places:
            credited = sum(credit.values())
            if not comes or not planned or self.rng.random() < 0.05:
                continue
            is_met = credited >= 0.8 * planned and self.rng.random() < 0.95
            day = ends_on if is_met else None
            self.put(self.completions, enrollment, is_met, day, credited, planned)
            if is_met and each.code == "TOT":
                self.graduates.append(enrollment)
