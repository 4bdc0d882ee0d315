"""The nasty cases of the specification of the synthetic data, by hand."""

from datetime import date
from fractions import Fraction

from courses.actions.merging import merge_people, tell_apart, undo_merge
from courses.models import PersonPhone
from tests.factories import UserFactory
from tests.reference.scene import Case, Expect, Scene, collect, local

NASTY: list[Case] = []
case = collect(NASTY)
LAST_QUARTER = {"start": date(2025, 10, 1), "end": date(2025, 12, 31)}
JANUARY = {"start": date(2026, 1, 1), "end": date(2026, 1, 31)}
BOTH = {"start": date(2025, 10, 1), "end": date(2026, 1, 31)}


@case(Expect("R1", 4), Expect("R2", 4), Expect("BOUNDS", (4, 4, 0)))
def names_make_no_difference_to_what_is_counted(s: Scene):
    one_word = s.person(name_km="សុខា", family_name_latin="", given_name_latin="Sokha")
    cham = s.person(name_km="", family_name_latin="Sles", given_name_latin="Mohamad")
    flipped = s.person(name_km="", family_name_latin="Mohamad", given_name_latin="Sles")
    phones = s.person()
    for raw in ("012 345 678", "012 345 678 / 098 765 432", "០៩៦ ១២៣ ៤៥៦៧"):
        PersonPhone.objects.create(person=phones, raw=raw)
    for person in (one_word, cham, flipped, phones):
        s.attended("2026-03-02 08:00", person)


@case(Expect("R1", 2), Expect("R3", 2), Expect("BOUNDS", (2, 2, 0)))
def twins_of_one_name_on_one_line_are_two_people(s: Scene):
    employer, run = s.organization(), s.run()
    session = s.session(run, "2026-03-02 08:00")
    twins = [s.person(name_km="ចាន់ ស្រីនិច", birth_year=2001) for _ in range(2)]
    for twin in twins:
        s.came(s.enrol(run, twin, employer=employer), session)
    s.alike(*twins)
    tell_apart(*twins, by=UserFactory())


@case(Expect("R1", 4), Expect("BOUNDS", (2, 4, 2)))
def a_space_that_nobody_sees_and_another_spelling_wait_for_a_decision(s: Scene):
    pairs = [("ចាន់\u200bស្រីមុំ", "ចាន់ស្រីមុំ"), ("បែន សុខា", "ប៉ែន សុខា")]
    for pair in pairs:
        s.alike(*(s.attended("2026-03-02 08:00", s.person(name_km=name)).person for name in pair))


@case(
    Expect("R1", 1),
    Expect("R2", 2),
    Expect("R17", 2),
    Expect("R1", {"afternoon": 1}, by=("organization",)),
    Expect("R3", {"morning": 1, "afternoon": 1}, by=("organization",)),
    Expect("R20", {"afternoon": Fraction(1, 50)}, by=("organization",)),
)
def two_factories_on_one_day(s: Scene):
    person = s.person()
    morning = s.organization("morning", heads={"2026-01-01": 100})
    afternoon = s.organization("afternoon", heads={"2026-01-01": 50})
    s.attended("2026-03-02 13:30", person, employer=afternoon)
    s.attended("2026-03-02 08:00", person, employer=morning)


@case(
    Expect("R1", {"newer": 1}, by=("organization",)),
    Expect("R1", {"12": 1}, by=("province",)),
)
def of_two_attendances_at_one_moment_the_newer_enrolment_says_where(s: Scene):
    person = s.person()
    older = s.enrol(s.run(), person, employer=s.organization("older"))
    newer = s.enrol(s.run(), person, employer=s.organization("newer"), province_id="12")
    for enrollment in (newer, older):
        s.came(enrollment, s.session(enrollment.run, "2026-03-02 08:00"))


@case(
    Expect("R1", 1, **LAST_QUARTER),
    Expect("R1", 1, **JANUARY),
    Expect("R1", 1, **BOTH),
    Expect("R2", 1, **LAST_QUARTER),
    Expect("R2", 0, **JANUARY),
    Expect("R6", 1, **LAST_QUARTER),
    Expect("R6", 0, **JANUARY),
    Expect("R7", 1, **JANUARY),
    Expect("R3", {date(2025, 12, 1): 2, date(2026, 1, 1): 1}, by=("month",), **BOTH),
    Expect("R3", {date(2025, 10, 1): 2, date(2026, 1, 1): 1}, by=("quarter",), **BOTH),
    Expect("R3", {date(2025, 1, 1): 2, date(2026, 1, 1): 1}, by=("year",), **BOTH),
    Expect("R2", {"18_24": 1}, by=("age_band",), **BOTH),
    Expect("R3", {"18_24": 2, "25_34": 1}, by=("age_band",), **BOTH),
    Expect("R1", {"25_34": 1}, by=("age_band",), **BOTH),
    Expect("R10S", 0, **LAST_QUARTER),
    Expect("R10S", 1, **JANUARY),
    Expect("R9", {date(2026, 1, 1): 1}, by=("month",), **BOTH),
    Expect("R10", 1, **JANUARY),
)
def a_run_over_new_years_eve(s: Scene):
    run = s.run()
    enrollment = s.enrol(run, s.person(birth_year=2001))
    for moment in ("2025-12-31 08:00", "2025-12-31 22:00", "2026-01-01 00:00"):
        s.came(enrollment, s.session(run, moment, minutes=60))
    s.complete(enrollment, "2026-01-01")


@case(
    Expect("R3", 1, start=date(2026, 3, 1), end=date(2026, 3, 1)),
    Expect("R3", 1, start=date(2026, 2, 28), end=date(2026, 2, 28)),
    Expect("R3", {date(2026, 2, 1): 1, date(2026, 3, 1): 1}, by=("month",),
           start=date(2026, 2, 1)),
)  # fmt: skip
def a_day_begins_at_midnight_in_phnom_penh(s: Scene):
    s.attended("2026-02-28 23:59")
    s.attended("2026-03-01 00:00")


@case(
    Expect("R1", 0),
    Expect("R5", 3),
    Expect("R21", 1),
    Expect("R21H", 1),
    Expect("R10", None),
    Expect("R11", None),
    Expect("R22", None),
    Expect("R12", 1),
    Expect("R13", None),
    Expect("R14", None),
    Expect("R26", {"USD": 0}),
    Expect("R26C", {"USD": 40}),
)
def a_session_to_which_nobody_came(s: Scene):
    run = s.run()
    session = s.session(run, "2026-03-02 08:00")
    enrollment = s.enrol(run, confirmed_at=session.starts_at)
    s.came(enrollment, session, presence="absent", minutes=0)
    s.money(run, price=10, basis="per_person", direct_cost=40)


@case(
    Expect("R12", None, end=date(2026, 12, 31)),
    Expect("R12S", 0, end=date(2026, 12, 31)),
)
def nobody_misses_a_run_that_has_not_begun(s: Scene):
    run = s.run()
    s.session(run, "2026-06-20 08:00")
    s.enrol(run, confirmed_at=local("2026-05-01 08:00"))


@case(Expect("R1", 1), Expect("R3", 1), Expect("R30", 1848), Expect("R5", Fraction(15, 4)))
def a_mark_in_a_session_without_names_is_no_attendance(s: Scene):
    run = s.run()
    enrollment = s.enrol(run)
    event = s.session(run, "2026-03-02 11:00", minutes=45, recording="headcount")
    s.came(enrollment, s.session(run, "2026-03-02 08:00"), event)
    s.heads(event, women=1500, men=300, another=8, unknown=40)


@case(
    Expect("R9", 1),
    Expect("R8", 1),
    Expect("R9", {("05", "12"): 1}, by=("venue_province", "province")),
    Expect("R10N", 1),
    Expect("R10", Fraction(1, 2)),
)
def a_completion_that_was_taken_back_is_none(s: Scene):
    run = s.run()
    session = s.session(run, "2026-03-02 08:00")
    for day in ("2026-03-20", None):
        enrollment = s.enrol(run, province_id="12")
        s.came(enrollment, session)
        s.complete(enrollment, day)


@case(
    Expect("R1", 1), Expect("R2", 1), Expect("R1", {None: 1}, by=("sex",)), Expect("R3", 2)
)  # fmt: skip
def merged_then_taken_apart_and_merged_again(s: Scene):
    run, user = s.run(), UserFactory()
    first, second = s.session(run, "2026-03-02 08:00"), s.session(run, "2026-03-02 13:30")
    one = s.enrol(run, s.person(sex="not_stated"))
    other = s.enrol(run, s.person(sex="not_stated"))
    s.came(one, first)
    s.came(other, second)
    undo_merge(merge_people(one.person, other.person, by=user), by=user)
    merge_people(one.person, other.person, by=user)


@case(
    Expect("R1", {"female": 2, "male": 1, "another": 1, None: 1}, by=("sex",)),
    Expect("R14", Fraction(1, 2)),
    Expect("R14U", 1),
    Expect("R1", 3, filters={"sex": {"female", "another"}}),
    Expect("R14", 0, filters={"sex": {"male"}}),
)
def unknown_sex_stays_in_totals_and_out_of_the_share(s: Scene):
    for sex in ("female", "female", "male", "another", "not_stated"):
        s.attended("2026-03-02 08:00", s.person(sex=sex))


UNKNOWN = ("role", "sector", "province", "organization", "organization_kind", "age_band")


@case(
    *(Expect("R1", {None: 1}, by=(name,)) for name in UNKNOWN),
    *(Expect("R2", {None: 1}, by=(name,)) for name in ("topic", "outcome", "pillar", "project")),
    *(Expect("R2", {None: 1}, by=(name,)) for name in ("donor", "payer", "trainer", "national")),
    Expect("R2", {(None, "05", "km"): 1}, by=("role", "venue_province", "language")),
    Expect("R25", 0),
    Expect("R25U", 1),
    Expect("R27", {None: 1}),
    Expect("R19U", 0),
)
def where_nothing_is_known_it_says_so(s: Scene):
    run = s.run(course=s.course(gender_pillars=[]))
    s.attended("2026-03-02 08:00", run=run, role="", sector="", province_id=None)


BANDS = ("under_18", "18_24", "25_34", "35_44", "45_54", "55_over")


@case(Expect("R1", dict.fromkeys(BANDS, 2), by=("age_band",)))
def ages_at_the_edges_of_the_bands(s: Scene):
    for age in (16, 17, 18, 24, 25, 34, 35, 44, 45, 54, 55, 70):
        s.attended("2026-03-02 08:00", s.person(birth_year=2026 - age))


@case(
    Expect("R22", Fraction(5, 2)),
    Expect("R22P", 4),
    Expect("R22", {"km": 2, "zh": Fraction(9, 2)}, by=("language",)),
    Expect("R22P", {"km": 4, "zh": 6}, by=("language",)),
)
def sizes_of_classes(s: Scene):
    sizes = {"km": (1, 1, 1, 2, 2, 3, 4, 3), "zh": (3, 6, 0)}
    for language, sizes_there in sizes.items():
        for size in sizes_there:
            run = s.run(delivery_language=language)
            session = s.session(run, "2026-03-02 08:00")
            for _ in range(size):
                s.came(s.enrol(run), session)
