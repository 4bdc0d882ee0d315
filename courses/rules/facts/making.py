"""How the facts are made of what the site hands over: SQL for the engine that writes the files.

Names of tables are those of `tables`; each query gives the columns of its table, and may give more.
"""

from courses.rules.facts.asked import MAKING_FOLLOW_UP
from courses.rules.follow_ups import FIRST_DAY

#: Bands of age: the first whose upper limit is not passed.
AGE_BANDS = ((17, "under_18"), (24, "18_24"), (34, "25_34"), (44, "35_44"), (54, "45_54"))
OLDEST = "55_over"
#: Bits of the id of an enrolment in `moment`, beside the minute of the session.
ENROLLMENTS = 2**33


def age_band(age: int | None) -> str | None:
    if age is None:
        return None
    return next((band for top, band in AGE_BANDS if age <= top), OLDEST)


def _age(day: str) -> str:
    return f"year({day}) - e.birth_year"


def _band(age: str) -> str:
    cases = " ".join(f"WHEN {age} <= {top} THEN '{band}'" for top, band in AGE_BANDS)
    return f"CASE WHEN birth_year IS NULL THEN NULL {cases} ELSE '{OLDEST}' END"


def _with_bands(rows: str, *endings: str) -> str:
    """The rows with a band beside each column `age` with one of these endings. The age is worked
    out below, so that it is planned once and not for each limit."""
    bands = ", ".join(f"{_band(f'age{ending}')} AS age_band{ending}" for ending in endings)
    return f"SELECT *, {bands} FROM ({rows}) AS aged"


_PLACE = "e.sex, e.role, e.sector, e.province, e.employer"

#: Marks of sessions with names that were held.
_CAME = """
SELECT m.enrollment, m.minutes, m.is_self_reported, s.session, s.day, s.minute, s.venue_province
FROM mark m
JOIN session s ON s.session = m.session AND s.status = 'held' AND s.recording = 'named'
"""

ATTENDANCE = f"""
WITH came AS ({_CAME}),
first AS (SELECT enrollment, min(minute) AS minute FROM came GROUP BY enrollment)
SELECT e.person, e.enrollment, e.run, c.session, c.day,
    c.minute * {ENROLLMENTS} + e.enrollment AS moment, c.minutes,
    c.minute = first.minute AND NOT e.is_guest AS is_first, c.venue_province,
    c.is_self_reported, {_PLACE},
    e.birth_year, {_age("c.day")} AS age
FROM came c
JOIN standing e ON e.enrollment = c.enrollment AND (e.counts OR e.is_guest)
JOIN first ON first.enrollment = c.enrollment
"""

COMPLETION = f"""
SELECT e.person, e.enrollment, e.run, e.met_on AS day,
    datediff('day', DATE '1970-01-01', e.met_on)::BIGINT * {ENROLLMENTS} + e.enrollment AS moment,
    r.venue_province, {_PLACE},
    e.birth_year, {_age("e.met_on")} AS age
FROM standing e
JOIN run r ON r.run = e.run
WHERE e.counts AND e.met_on IS NOT NULL
"""

ENROLLMENT = f"""
WITH came AS (SELECT enrollment, sum(minutes) AS minutes FROM ({_CAME}) GROUP BY enrollment),
planned AS (
    SELECT run, sum(minutes) AS minutes FROM session
    WHERE status = 'held' AND recording = 'named' GROUP BY run
)
SELECT e.person, e.enrollment, e.run, coalesce(r.begins_on, r.starts_on) AS day, e.counts,
    came.minutes IS NOT NULL AS came, e.on_list,
    came.minutes IS NOT NULL AND NOT e.on_list AS is_walk_in, e.gave_up_late,
    coalesce(came.minutes, 0) AS minutes, coalesce(planned.minutes, 0) AS planned_minutes,
    e.met_on IS NOT NULL AS is_completed, pre.worth AS pre, post.worth AS post, post.is_passed,
    r.venue_province, {_PLACE},
    e.birth_year, {_age("coalesce(r.begins_on, r.starts_on)")} AS age,
    {_age("r.ends_on")} AS age_at_end
FROM standing e
JOIN run r ON r.run = e.run
LEFT JOIN came ON came.enrollment = e.enrollment
LEFT JOIN planned ON planned.run = e.run
LEFT JOIN result pre ON pre.enrollment = e.enrollment AND pre.moment = 'pre'
LEFT JOIN result post ON post.enrollment = e.enrollment AND post.moment = 'post'
WHERE NOT (e.is_trainer OR e.is_guest)
"""

FOLLOW_UP = MAKING_FOLLOW_UP.format(place=_PLACE, age=_age(f"(e.met_on + {FIRST_DAY})"))

#: Every day that figures can be asked for.
CALENDAR = """
SELECT day::DATE AS day, date_trunc('month', day)::DATE AS month,
    date_trunc('quarter', day)::DATE AS quarter, date_trunc('year', day)::DATE AS year
FROM generate_series(TIMESTAMP '2000-01-01', TIMESTAMP '2100-01-01', INTERVAL 1 DAY) AS days(day)
"""

#: The queries that make tables of what was handed over; the other tables are handed over as such.
MAKING = {
    "attendance": _with_bands(ATTENDANCE, ""),
    "completion": _with_bands(COMPLETION, ""),
    "enrollment": _with_bands(ENROLLMENT, "", "_at_end"),
    "follow_up": _with_bands(FOLLOW_UP, ""),
    "calendar": CALENDAR,
}
#: Tables that never change.
FIXED = frozenset({"calendar"})
