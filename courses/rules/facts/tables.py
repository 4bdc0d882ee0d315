"""The tables of the read model, column by column; docs/facts.md tells analysts the same.

Ids are those of the site; a person is one human after all merges. What is unknown is NULL. A day is
a local day of the programme. `TABLES` are kept as Parquet files, `STAGED` are what the site hands
over before the facts are made of it.
"""

from courses.rules.facts.agreed import FACTORY_ACTION
from courses.rules.facts.asked import FEEDBACK, RATING, follow_up
from courses.rules.facts.layout import Table, columns, pairs

#: Counts up with every change of the tables or of how they are made: older files are made anew.
LAYOUT = 4


#: Where somebody stood when she was enrolled; it never follows later changes of the person.
PLACE = """
sex VARCHAR female, male or another
role VARCHAR role at the time
sector VARCHAR sector of the workplace at the time
province VARCHAR code of the province of the workplace at the time
employer BIGINT organization at the time
"""
AGE = "age_band VARCHAR under_18, 18_24, 25_34, 35_44, 45_54 or 55_over"

ATTENDANCE = Table(
    "attendance",
    "one person in one session that was held, marked as here, with minutes credited;"
    " also as a guest, for a half-day that she missed on another run",
    columns(
        f"""
        person BIGINT the person
        enrollment BIGINT the person on the run
        run BIGINT the run
        session BIGINT the session
        day DATE local day of the session
        moment BIGINT orders the attendances of a person; no two are alike
        minutes INTEGER minutes credited
        is_first BOOLEAN the first one of the person on the run; never one of a guest
        venue_province VARCHAR code of the province in which the session was held
        is_self_reported BOOLEAN only the person herself told it
        {PLACE}
        {AGE}
        """
    ),
    by_run=True,
    month="day",
)
COMPLETION = Table(
    "completion",
    "one person who completed one run",
    columns(
        f"""
        person BIGINT the person
        enrollment BIGINT the person on the run
        run BIGINT the run
        day DATE day on which the last requirement was met
        moment BIGINT orders the completions of a person; no two are alike
        venue_province VARCHAR code of the province of the run
        {PLACE}
        {AGE}
        """
    ),
    by_run=True,
    month="day",
)
ENROLLMENT = Table(
    "enrollment",
    "one person on one run, whether she came or not; no guests",
    columns(
        f"""
        person BIGINT the person
        enrollment BIGINT the person on the run
        run BIGINT the run
        day DATE first day of the run
        counts BOOLEAN enrolled, and not a trainer of the run
        came BOOLEAN was at a session that counts
        on_list BOOLEAN had a seat when the run began
        is_walk_in BOOLEAN came and was not on the list when the run began
        gave_up_late BOOLEAN gave the seat up in the last two days before the beginning
        minutes INTEGER minutes credited
        planned_minutes INTEGER minutes of all sessions with names that were held
        is_completed BOOLEAN met the rule of the run
        pre INTEGER result of the pre-test in hundredths of a per cent
        post INTEGER result of the post-test in hundredths of a per cent
        is_passed BOOLEAN reached the pass mark in the post-test
        venue_province VARCHAR code of the province of the run
        {PLACE}
        {AGE}
        age_band_at_end VARCHAR that on the last day of the run
        """
    ),
    by_run=True,
    month="day",
)
SESSION = Table(
    "session",
    "one session, whatever became of it",
    columns(
        """
        session BIGINT the session
        run BIGINT the run
        day DATE local day
        status VARCHAR planned, held, cancelled or postponed
        recording VARCHAR named, or headcount where nobody's name is taken
        minutes INTEGER minutes planned
        minute BIGINT minutes from 1970 to the beginning
        ends_at BIGINT minutes from 1970 to the end
        is_closed BOOLEAN the register is closed
        venue_province VARCHAR code of the province in which it is held
        """
    ),
    by_run=True,
)
HEADS = Table(
    "heads",
    "how many people of one role and sex were counted in a session without names that was held",
    columns(
        """
        session BIGINT the session
        run BIGINT the run
        day DATE local day
        role VARCHAR their role
        sex VARCHAR female, male or another
        people INTEGER how many
        venue_province VARCHAR code of the province in which it was held
        is_cascade BOOLEAN a certified trainer passed her training on
        is_proven BOOLEAN a photo or a signed sheet is kept
        """
    ),
    by_run=True,
)
RUN = Table(
    "run",
    "one delivery of a course",
    columns(
        """
        run BIGINT the run
        course BIGINT the course
        host BIGINT organization that holds it
        province VARCHAR code of its province
        venue_province VARCHAR code of the province of its venue
        language VARCHAR spoken language
        payer BIGINT organization that pays
        lead BIGINT organization for which the lead trainer trains
        begins_on DATE day of the first session; of runs with a register that was held
        starts_on DATE first day
        ends_on DATE last day
        currency VARCHAR of the amounts
        price DECIMAL(14,2) price asked
        is_per_person BOOLEAN the price is asked for everybody who comes
        waived DECIMAL(14,2) part of the price that was waived
        direct_cost DECIMAL(14,2) what the run costs
        has_test BOOLEAN a knowledge test belongs to it
        """
    ),
    by_run=True,
)


RUN_TRAINER = pairs("run_trainer", "who trains on a run", "run", "trainer", by_run=True)
RUN_PROJECT = pairs("run_project", "what a run is paid from", "run", "project", by_run=True)
PROJECT = pairs("project", "a project and who gives its money", "project", "donor")
LED = Table(
    "led",
    "who trained in a session that was held",
    columns(
        """
        trainer BIGINT the person
        run BIGINT the run
        session BIGINT the session
        day DATE local day
        venue_province VARCHAR code of the province in which it was held
        """
    ),
    by_run=True,
)
COURSE = Table(
    "course",
    "a course",
    columns(
        """
        course BIGINT the course
        for_trainers BOOLEAN trains trainers
        """
    ),
)
COURSE_TOPIC = pairs("course_topic", "topics of a course", "course", "topic")
COURSE_OUTCOME = pairs("course_outcome", "outcomes that a course serves", "course", "outcome")
COURSE_PILLAR = pairs(
    "course_pillar", "gender pillars of a course", "course", "pillar", type_="VARCHAR"
)
ORGANIZATION = Table(
    "organization",
    "an organization",
    columns(
        """
        organization BIGINT the organization
        kind VARCHAR its kind
        sector VARCHAR its sector
        province VARCHAR code of its province
        is_national BOOLEAN of the country, and not international
        is_closed BOOLEAN closed by now
        closed_on DATE day on which it closed, where that is known
        """
    ),
)
ORGANIZATION_PART = Table(
    "organization_part",
    "which organization one was part of, from a day to a day; itself where it was not merged",
    columns(
        """
        organization BIGINT the organization
        whole BIGINT the one that it was part of
        starts_on DATE first day
        ends_on DATE last day
        """
    ),
)
HEADCOUNT = Table(
    "headcount",
    "how many people an organization employed on a day, as a source tells",
    columns(
        """
        organization BIGINT the organization
        day DATE on this day
        moment BIGINT orders them by day, then as they were entered
        people INTEGER how many
        """
    ),
)
PHASE = Table(
    "phase",
    "a phase of the programme; no day is in two",
    columns(
        """
        phase BIGINT the phase
        starts_on DATE first day
        ends_on DATE last day
        """
    ),
)
PAIR = pairs("pair", "two records that may be one person", "first", "second")
CALENDAR = Table(
    "calendar",
    "a day and what it belongs to",
    columns(
        """
        day DATE the day
        month DATE first day of its month
        quarter DATE first day of its quarter
        year DATE first day of its year
        """
    ),
)

TABLES = {
    table.name: table
    for table in (
        *(ATTENDANCE, COMPLETION, ENROLLMENT, SESSION, RUN, RUN_TRAINER, RUN_PROJECT),
        *(RATING, FEEDBACK, follow_up(PLACE, AGE)),
        FACTORY_ACTION,
        *(HEADS, LED, COURSE, COURSE_TOPIC, COURSE_OUTCOME, COURSE_PILLAR, PROJECT),
        *(ORGANIZATION, ORGANIZATION_PART, HEADCOUNT, PHASE, PAIR, CALENDAR),
    )
}
