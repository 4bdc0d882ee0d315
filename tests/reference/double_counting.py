"""The double counting list of the register: what must not be counted twice, by hand."""

from datetime import date

from courses.actions.merging import merge_people, tell_apart, undo_merge
from courses.models import RunPartner
from tests.factories import UserFactory
from tests.reference.scene import Case, Expect, Scene, collect, local

DOUBLE_COUNTING: list[Case] = []
case = collect(DOUBLE_COUNTING)
QUARTER = {"start": date(2026, 1, 1), "end": date(2026, 3, 31)}
FEBRUARY = {"start": date(2026, 2, 1), "end": date(2026, 2, 28)}


@case(Expect("R1", 3), Expect("BOUNDS", (2, 3, 1)))
def variants_of_a_name_are_two_records_until_somebody_decides(s: Scene):
    pich = s.attended("2026-03-02 08:00").person
    pech = s.attended("2026-03-03 08:00").person
    s.attended("2026-03-04 08:00")
    s.alike(pich, pech)


@case(Expect("R1", 1), Expect("BOUNDS", (1, 1, 0)), Expect("R2", 2), Expect("R3", 2))
def variants_of_a_name_that_were_merged_are_one_person(s: Scene):
    pich = s.attended("2026-03-02 08:00").person
    pech = s.attended("2026-03-03 08:00").person
    s.alike(pich, pech)
    merge_people(pich, pech, by=UserFactory())


@case(Expect("R1", 2), Expect("BOUNDS", (2, 2, 0)))
def two_people_who_were_told_apart_are_two(s: Scene):
    pich = s.attended("2026-03-02 08:00").person
    pech = s.attended("2026-03-03 08:00").person
    s.alike(pich, pech)
    tell_apart(pich, pech, by=UserFactory())


@case(
    Expect("BOUNDS", (1, 2, 2)),
    Expect("BOUNDS", (1, 1, 0), end=date(2026, 3, 2)),
    Expect("BOUNDS", (0, 0, 0), start=date(2026, 4, 1), end=date(2026, 4, 30)),
)
def a_pair_counts_over_somebody_who_did_not_come(s: Scene):
    one = s.attended("2026-03-02 08:00").person
    other = s.attended("2026-03-03 08:00").person
    between, apart, far = s.person(), s.person(), s.person()
    s.alike(one, between)
    s.alike(between, other)
    s.alike(apart, far)


@case(
    Expect("R1", 1),
    Expect("R2", 2),
    Expect("R17", 2),
    Expect("ORG", 2),
    Expect("R1", {"second": 1}, by=("organization",)),
    Expect("R2", {"first": 1, "second": 1}, by=("organization",)),
    Expect("R1", {("second", date(2026, 3, 1)): 1, ("first", date(2026, 3, 1)): 1},
           by=("organization", "month")),
    Expect("R1", 1, filters={"organization": {"first"}}),
)  # fmt: skip
def a_person_of_two_factories_is_one_person(s: Scene):
    person = s.person()
    s.attended("2026-03-02 08:00", person, employer=s.organization("first"))
    s.attended("2026-03-09 08:00", person, employer=s.organization("second"))


@case(
    Expect("R1", {"supervisor": 1}, by=("role",), **QUARTER),
    Expect("R1", {"footwear": 1}, by=("sector",), **QUARTER),
    Expect("R1", {"12": 1}, by=("province",), **QUARTER),
    Expect("R15", {"worker": 1, "supervisor": 1}, **QUARTER),
    Expect("R23", {"05": 1, "12": 1}, **QUARTER),
    Expect("R24", {"garment": 1, "footwear": 1}, **QUARTER),
    Expect("R1", {"worker": 1}, by=("role",), **FEBRUARY),
    Expect("R16", 1, **QUARTER),
    Expect("R16", {date(2026, 2, 1): 1, date(2026, 3, 1): 1}, by=("month",), **QUARTER),
    Expect("R16", 0, **FEBRUARY),
)
def who_changes_the_job_stands_where_she_came_last(s: Scene):
    person = s.person(sex="female")
    s.attended("2026-02-02 08:00", person, role="worker", sector="garment", province_id="05")
    s.attended("2026-03-02 08:00", person, role="supervisor", sector="footwear", province_id="12")


@case(Expect("R1", 1), Expect("R2", 1), Expect("R12S", 1), Expect("R12N", 0), Expect("R13N", 0))
def a_walk_in_who_is_found_on_the_list_is_one_person(s: Scene):
    run = s.run()
    session = s.session(run, "2026-03-02 08:00")
    listed = s.enrol(run, confirmed_at=local("2026-02-20 10:00"))
    at_the_door = s.enrol(run, source="walk_in", confirmed_at=local("2026-03-02 08:05"))
    s.came(at_the_door, session)
    merge_people(listed.person, at_the_door.person, by=UserFactory())


@case(
    Expect("R1", 1),
    Expect("R2", 1),
    Expect("R12S", 1),
    Expect("R12N", 0),
    Expect("R13N", 0),
    Expect("R13S", 1),
)
def a_substitute_is_counted_and_the_nominee_is_not(s: Scene):
    run = s.run()
    session = s.session(run, "2026-03-02 08:00")
    seat = local("2026-02-20 10:00")
    nominee = s.enrol(run, status="substituted", confirmed_at=seat)
    substitute = s.enrol(run, source="substitute", substitutes=nominee, confirmed_at=seat)
    s.came(substitute, session)


@case(Expect("R1", 1), Expect("R2", 1), Expect("R3", 1), Expect("R4", 0.5))
def a_sheet_typed_in_by_trainer_and_office_is_one_sheet(s: Scene):
    run = s.run()
    session = s.session(run, "2026-03-02 08:00")
    by_trainer, by_office = s.enrol(run), s.enrol(run)
    s.came(by_trainer, session)
    s.came(by_office, session, presence="late", minutes=150)
    merge_people(by_office.person, by_trainer.person, by=UserFactory())


@case(
    Expect("R2", 1, **FEBRUARY),
    Expect("R2", 0),
    Expect("R2", 1, **QUARTER),
    Expect("R1", 1, **FEBRUARY),
    Expect("R1", 1),
    Expect("R1", 1, **QUARTER),
    Expect("R3", 2, **QUARTER),
    Expect("R21", 1, **FEBRUARY),
    Expect("R21", 1),
    Expect("R10S", 0, **FEBRUARY),
    Expect("R10S", 1),
)
def a_run_across_two_periods_is_one_participation(s: Scene):
    run = s.run()
    enrollment = s.enrol(run)
    s.came(enrollment, s.session(run, "2026-02-27 08:00"), s.session(run, "2026-03-27 08:00"))


@case(
    Expect("R17", 2),
    Expect("R17", 1, end=date(2026, 4, 30)),
    Expect("R1", {"kept": 2}, by=("organization",), end=date(2026, 4, 30)),
    Expect("R1", {"kept": 1, "absorbed": 1}, by=("organization",)),
    Expect("R1", 2, filters={"organization": {"kept"}}, end=date(2026, 4, 30)),
    Expect("R1", 1, filters={"organization": {"kept"}}),
    Expect("R18S", 2),
    Expect("R18S", 1, end=date(2026, 4, 1)),
)
def factories_that_merged_are_one_from_that_day_on(s: Scene):
    kept, absorbed = s.organization("kept"), s.organization("absorbed")
    s.attended("2026-03-02 08:00", employer=kept)
    s.attended("2026-03-03 08:00", employer=absorbed)
    absorbed.status, absorbed.merged_into, absorbed.merged_on = "merged", kept, date(2026, 4, 1)
    absorbed.save()


@case(Expect("R17", 1), Expect("R18S", 1), Expect("R19", 310), Expect("R19U", 0))
def a_factory_on_record_twice_is_one_with_the_headcount_of_either(s: Scene):
    kept = s.organization("kept", heads={"2025-01-01": 290})
    twice = s.organization("twice", heads={"2026-01-01": 310, "2026-04-01": 400})
    twice.status, twice.merged_into = "merged", kept
    twice.save()
    for employer in (kept, twice):
        s.attended("2026-03-02 08:00", employer=employer)


@case(Expect("R1", 1), Expect("R3", 1), Expect("R30", 60), Expect("R29", 0), Expect("R21", 1))
def people_counted_without_names_are_never_added_to_those_with_names(s: Scene):
    run = s.run()
    s.came(s.enrol(run), s.session(run, "2026-03-02 08:00"))
    event = s.session(run, "2026-03-02 13:30", recording="headcount")
    s.heads(event, "worker", women=50, men=10)


@case(
    Expect("R1", 1),
    Expect("R2", 1),
    Expect("R21", 1),
    Expect("R5", 3),
    Expect("R2", {"donor": 1}, by=("donor",)),
    Expect("R2", {"one": 1, "two": 1}, by=("project",)),
    Expect("R2", {"one": 1, "two": 1}, by=("project",), filters={"donor": {"donor"}}),
)
def a_run_of_two_partners_and_two_projects_is_one_run(s: Scene):
    run, donor = s.run(), s.organization("donor", kind="donor")
    for place in range(2):
        partner = s.organization(kind="ngo")
        RunPartner.objects.create(run=run, organization=partner, position=place)
    s.project("one", run, donor)
    s.project("two", run, donor)
    s.attended("2026-03-02 08:00", run=run)


@case(
    Expect("R1", 1),
    Expect("R2", 1),
    Expect("R3", 2),
    Expect("R4", 1),
    Expect("R9", 1),
    Expect("R10S", 1),
    Expect("R12N", 0),
    Expect("R13N", 0),
    Expect("R13S", 1),
    Expect("R2", {"own": 1}, by=("run",)),
    Expect("R3", {"own": 1, "other": 1}, by=("run",)),
)
def a_make_up_in_another_run_is_an_attendance_and_no_participation(s: Scene):
    course = s.course()
    own, other = s.run("own", course=course), s.run("other", course=course)
    place = s.enrol(own, confirmed_at=local("2026-02-20 10:00"))
    s.came(place, s.session(own, "2026-03-02 08:00"))
    missed = s.session(own, "2026-03-02 13:30")
    s.came(place, missed, presence="absent", minutes=0)
    guest = s.enrol(other, place.person, status="guest", source="walk_in")
    there = s.session(other, "2026-03-09 13:30")
    s.came(guest, there)
    place.make_ups.create(session=missed, attendance=guest.attendances.get())
    s.complete(place, "2026-03-09")


@case(Expect("R1", 2), Expect("R2", 2), Expect("R3", 2), Expect("BOUNDS", (2, 2, 0)))
def a_merge_that_was_undone_leaves_two_people(s: Scene):
    run = s.run()
    session = s.session(run, "2026-03-02 08:00")
    one, other = s.enrol(run), s.enrol(run)
    s.came(one, session)
    s.came(other, session)
    user = UserFactory()
    undo_merge(merge_people(one.person, other.person, by=user), by=user)
