"""What the definitions say, one by one, by hand."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from courses.models import SessionEvidence
from tests.factories import VenueFactory
from tests.reference.scene import Case, Expect, Scene, collect, local

DEFINITIONS: list[Case] = []
case = collect(DEFINITIONS)
QUARTER = {"start": date(2026, 1, 1), "end": date(2026, 3, 31)}


@case(Expect("R1", 1), Expect("R2", 1), Expect("R3", 1), Expect("R13S", 2), Expect("R10S", 1))
def what_does_not_count(s: Scene):
    trainer, helper = s.person(), s.person()
    run = s.run(trainers=[trainer])
    session = s.session(run, "2026-03-02 08:00")
    session.session_trainers.create(person=helper)
    for person in (trainer, helper):
        s.came(s.enrol(run, person), session)
    s.came(s.enrol(run, status="withdrawn"), session)
    for presence, minutes in (("present", 0), ("excused", 0), ("absent", 0)):
        s.came(s.enrol(run), session, presence=presence, minutes=minutes)
    enrollment = s.enrol(run)
    called_off = [
        s.session(run, "2026-03-03 08:00", status=status)
        for status in ("planned", "cancelled", "postponed")
    ]
    s.came(enrollment, session, *called_off)


@case(Expect("R3", 3), Expect("R4", Fraction(300, 360)), Expect("R5", 3), Expect("R21H", 1))
def days_are_credited_minutes_and_hours_are_planned_ones(s: Scene):
    run = s.run()
    session = s.session(run, "2026-03-02 08:00")
    for presence, minutes in (("present", 180), ("late", 90), ("left_early", 30)):
        s.came(s.enrol(run), session, presence=presence, minutes=minutes)


@case(
    Expect("R6", 1),
    Expect("R7", 1),
    Expect("R6", {"worker": 1}, by=("role",)),
    Expect("R7", {"manager": 1}, by=("role",)),
    Expect("R6", 0, filters={"role": {"manager"}}),
    Expect("R6", {date(2026, 3, 1): 1, date(2026, 4, 1): 1}, by=("month",), end=date(2026, 4, 30)),
    Expect("R6", 0, start=date(2026, 4, 1), end=date(2026, 4, 30)),
)
def who_came_before_is_not_new_whatever_the_filter(s: Scene):
    manager, worker = s.person(), s.person()
    s.attended("2025-06-02 08:00", manager, role="worker")
    s.attended("2026-03-02 08:00", manager, role="manager")
    s.attended("2026-03-03 08:00", worker)
    s.attended("2026-04-03 08:00", worker)


@case(
    Expect("R2", 0, filters={"role": {"worker"}, "venue_province": {"12"}}),
    Expect("R2", 1, filters={"role": {"worker"}, "venue_province": {"05"}}),
    Expect("R1", 1, filters={"venue_province": {"12"}}),
    Expect("R2", {"05": 1}, by=("venue_province",)),
    Expect("R3", {"05": 1, "12": 1}, by=("venue_province",)),
    Expect("R1", {"05": 1, "12": 1}, by=("venue_province",)),
    Expect("R1", 0, area={"05", "12"}),
    Expect("R1", 1, area={"05", "21"}),
    Expect("R5", {"05": 3, "12": 3}, by=("venue_province",)),
)
def a_participation_stands_where_the_first_attendance_was(s: Scene):
    run = s.run(province_id="21", venue=VenueFactory(province_id="05"))
    elsewhere = VenueFactory(province_id="12")
    enrollment = s.enrol(run)
    s.came(
        enrollment,
        s.session(run, "2026-03-02 08:00"),
        s.session(run, "2026-03-03 08:00", venue=elsewhere),
    )


@case(
    Expect("R1", {"osh": 1, "gender": 1}, by=("topic",)),
    Expect("R1", {"decent": 1}, by=("outcome",)),
    Expect("R1", {"care": 1, "voice": 1}, by=("pillar",)),
    Expect("R1", {("osh", "worker"): 1, ("gender", "worker"): 1}, by=("topic", "role")),
    Expect("R1", 1, filters={"pillar": {"voice"}, "topic": {"osh"}}),
    Expect("R1", 0, filters={"pillar": {"leadership", "discrimination"}}),
    Expect("R21", {"care": 1, "voice": 1}, by=("pillar",)),
)
def a_course_of_several_topics_stands_at_each(s: Scene):
    course = s.course(
        topics=["osh", "gender"], outcomes=["decent"], gender_pillars=["care", "voice"]
    )
    s.attended("2026-03-02 08:00", run=s.run(course=course))


@case(
    Expect("R10", Fraction(1, 2)),
    Expect("R11", Fraction(450, 720)),
    Expect("R9", 2),
    Expect("R8", 2),
    Expect("R10N", 1),
    Expect("R22", 2),
    Expect("R10", None, end=date(2026, 3, 9)),
)
def of_those_who_started_some_completed(s: Scene):
    run = s.run()
    first, second = s.session(run, "2026-03-02 08:00"), s.session(run, "2026-03-10 08:00")
    s.session(run, "2026-03-05 08:00", recording="headcount")
    s.session(run, "2026-03-06 08:00", status="cancelled")
    steady, late = s.enrol(run), s.enrol(run)
    s.came(steady, first, second)
    s.came(late, second, minutes=90)
    only_read = s.enrol(run)
    s.complete(steady, "2026-03-11")
    s.complete(only_read, "2026-03-12")


@case(Expect("R10S", 0, end=date(2026, 12, 31)), Expect("R22", None, end=date(2026, 12, 31)))
def a_run_that_goes_on_has_not_ended(s: Scene):
    run = s.run()
    s.attended("2026-03-02 08:00", run=run)
    s.session(run, "2026-11-30 08:00", status="planned")


@case(
    Expect("R12S", 3),
    Expect("R12", Fraction(2, 3)),
    Expect("R13", Fraction(1, 2)),
    Expect("R12S", 0, start=date(2026, 3, 3)),
)
def seats_at_the_beginning(s: Scene):
    run = s.run()
    begins = local("2026-03-02 08:00")
    session, before = s.session(run, "2026-03-02 08:00"), local("2026-02-20 08:00")
    s.came(s.enrol(run, confirmed_at=before), session)
    s.enrol(run, confirmed_at=begins)
    s.enrol(run, confirmed_at=before, status="withdrawn", status_since=local("2026-03-02 09:00"))
    s.enrol(run, confirmed_at=before, status="withdrawn", status_since=begins)
    s.enrol(run, confirmed_at=before, status="waitlisted")
    s.came(s.enrol(run, confirmed_at=before, source="walk_in"), session)


@case(
    Expect("R16", 3),
    Expect("R16", {"supervisor": 1, "union_leader": 1, "manager": 1}, by=("role",)),
)
def women_who_decide(s: Scene):
    for role in ("supervisor", "union_leader", "manager", "worker_rep", "worker", "official"):
        s.attended("2026-03-02 08:00", role=role)
    s.attended("2026-03-02 08:00", s.person(sex="male"), role="manager")


@case(
    Expect("R17", 3),
    Expect("R18", Fraction(2, 4)),
    Expect("R18", {"garment": Fraction(2, 3), "footwear": 0}, by=("sector",)),
    Expect("R18", Fraction(2, 3), filters={"sector": {"garment"}}),
    Expect("R18S", {"05": 3, "12": 1}, by=("province",)),
    Expect("R18S", 1, area={"12"}),
    Expect("R19", 1340),
    Expect("R19U", 1),
    Expect("R20", Fraction(3, 1340)),
    Expect("R20N", {"large": 2, "closed": 1}, by=("organization",)),
    Expect("R20", Fraction(4, 1340), end=date(2026, 3, 2)),
)
def coverage_and_penetration(s: Scene):
    heads = {"2025-01-01": 900, "2026-02-01": 1300, "2026-04-01": 2000}
    few = {"2026-01-01": 40}
    large = s.organization("large", heads=heads, sector="garment")
    unknown = s.organization("unknown", sector="garment")
    closed = s.organization("closed", status="closed", closed_on=date(2026, 3, 31), heads=few)
    closed_later = {"status": "closed", "closed_on": date(2026, 4, 1)}
    s.organization(sector="footwear", province_id="12", **closed_later)
    s.organization(sector="garment")
    s.organization(status="closed", closed_on=None)
    s.organization(kind="federation", sector="not_a_factory")
    s.attended("2026-03-02 08:00", employer=large)
    s.attended("2025-04-01 08:00", employer=large, role="manager")
    s.attended("2025-03-31 08:00", employer=large)
    s.attended("2026-03-02 08:00", employer=unknown, sector="footwear")
    s.attended("2026-03-02 08:00", employer=closed)


@case(
    Expect("R25", Fraction(1, 3)),
    Expect("R25N", 1),
    Expect("R25I", 1),
    Expect("R25U", 1),
    Expect("R2", {"ann": 1, "bea": 1, "cleo": 1, None: 1}, by=("trainer",)),
)
def the_organization_of_the_lead_trainer_decides(s: Scene):
    ours, theirs = s.organization(kind="ngo"), s.organization(kind="ngo", is_national=False)
    runs = [s.run(trainers=[s.person("ann")], lead=ours), s.run()]
    runs.append(s.run(trainers=[s.person("bea"), s.person("cleo")], lead=theirs))
    runs[-1].run_trainers.filter(is_lead=False).update(organization=ours)
    for run in runs:
        s.attended("2026-03-02 08:00", run=run)


@case(
    Expect("R26", {"USD": Fraction(3, 4), "KHR": None}),
    Expect("R26I", {"USD": Decimal(150), "KHR": Decimal(4000)}),
    Expect("R26C", {("payer", "USD"): 100, (None, "USD"): 100, (None, "KHR"): 0}, by=("payer",)),
)
def money_of_runs_that_ended(s: Scene):
    payer = s.organization("payer")
    in_march = [s.attended("2026-03-02 08:00").run for _ in range(3)]
    in_april = s.attended("2026-04-02 08:00").run
    waiver = {"waived": 10, "waiver_reason": "New factory"}
    s.money(in_march[0], price=160, basis="per_person", payer=payer, **waiver)
    s.money(in_march[1], price=5, **waiver)
    s.money(in_march[2], price=4000, direct_cost=0, currency="KHR")
    s.money(in_april, price=100, payer=payer)


@case(
    Expect("R27", {"government": 1, "employers": 3, "workers": 4, "other": 2, None: 1}),
    Expect("R27", {("female", "government"): 1}, by=("sex",), filters={"role": {"official"}}),
)
def three_sides_and_the_others(s: Scene):
    roles = "official supervisor manager employers_staff worker worker_rep union_leader"
    for role in (*roles.split(), "union_leader_federation", "trainer", "other", ""):
        s.attended("2026-03-02 08:00", role=role)


@case(
    Expect("R29", 60),
    Expect("R29", {"female": 50, "male": 10}, by=("sex",)),
    Expect("R29E", 0),
    Expect("R30", {("worker", "female"): 5, (None, None): 7}, by=("role", "sex")),
    Expect("R30E", 12),
    Expect("R30", 5, filters={"role": {"worker"}}),
    Expect("R1", 0),
)
def people_counted_without_names(s: Scene):
    run, certified = s.run(), s.enrol(s.run())
    times = iter(("08:00", "09:00", "10:00"))

    def counted(**fields):
        return s.session(run, f"2026-03-02 {next(times)}", 45, recording="headcount", **fields)

    passed_on, event, called_off = (
        counted(cascade_of=certified),
        counted(),
        counted(status="cancelled"),
    )
    s.heads(passed_on, "worker", women=50, men=10)
    s.heads(event, "worker", women=5)
    s.heads(event, "", unknown=7)
    s.heads(s.session(run, "2026-03-02 13:30"), "worker", women=9)
    s.heads(called_off, "worker", women=500)
    for digest in ("a", "b"):
        SessionEvidence.objects.create(
            session=event, kind="photo", size=1, sha256=digest, uploaded_at=event.ends_at
        )


@case(
    Expect("R31", 2),
    Expect("R31", 1, end=date(2026, 3, 1)),
    Expect("R31", 0, end=date(2027, 3, 9), start=date(2027, 1, 1)),
    Expect("R31", 1, filters={"language": {"zh"}}),
)
def trainers_who_are_certified_and_led_a_session(s: Scene):
    school = s.run(course=s.course(audience=["trainer", "official"]))
    named, of_run, idle, not_certified = [s.person() for _ in range(4)]
    for person, day in ((named, "2025-01-10"), (of_run, "2026-03-02"), (idle, "2025-01-10")):
        s.complete(s.enrol(school, person), day)
    run = s.run(trainers=[of_run, not_certified])
    s.complete(s.enrol(s.run(course=s.course(audience=["worker"])), not_certified), "2025-01-10")
    s.session(run, "2025-12-01 08:00")
    s.session(run, "2025-12-02 08:00").session_trainers.create(person=named)
    chinese = s.run(trainers=[idle], delivery_language="zh")
    s.session(chinese, "2026-02-01 08:00", status="cancelled")
    s.session(chinese, "2026-03-08 08:00").session_trainers.create(person=named)


@case(
    Expect("OPEN", 2),
    Expect("R21C", 1),
    Expect("R21P", 1),
    Expect("R21", 1),
    Expect("OPEN", 0, area={"12"}),
)
def sheets_that_are_late(s: Scene):
    run = s.run()
    for hour, status in enumerate(("held", "planned", "cancelled", "postponed"), 8):
        s.session(run, f"2026-03-02 {hour:02}:00", 50, status=status)
    s.session(run, "2026-03-03 08:00", closed_at=local("2026-03-03 12:00"))
