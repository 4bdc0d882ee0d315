"""The tables about what people think of runs, and what they did with them some months later."""

from courses.rules.facts.layout import Table, columns
from courses.rules.follow_ups import FIRST_DAY

RATING = Table(
    "rating",
    "what came in about one run by one way; nothing of runs with fewer than five sheets",
    columns(
        """
        run BIGINT the run
        way VARCHAR own, passed or paper; unknown where a way has fewer than five sheets
        sheets INTEGER sheets
        ratings INTEGER faces chosen, all questions together
        good INTEGER faces among them that are good or very good
        told_on DATE first day on which it may be told
        venue_province VARCHAR code of the province of the run
        """
    ),
    by_run=True,
)
FEEDBACK = Table(
    "feedback",
    "one run whose people were asked what they think, however many answered",
    columns(
        """
        run BIGINT the run
        sheets INTEGER sheets by all ways
        told_on DATE first day on which it may be told
        venue_province VARCHAR code of the province of the run
        """
    ),
    by_run=True,
)
ANSWER = Table(
    "answer",
    "what somebody said that she did with a course",
    columns(
        """
        enrollment BIGINT the person on the run
        way VARCHAR link, call or visit
        has_applied BOOLEAN used something at work
        is_verified BOOLEAN somebody has seen it
        """
    ),
)


def follow_up(place: str, age: str) -> Table:
    """`place` and `age` are the columns of where somebody stood."""
    return Table(
        "follow_up",
        "one person who completed one run and is asked some months later what she did with it",
        columns(
            f"""
            person BIGINT the person
            enrollment BIGINT the person on the run
            run BIGINT the run
            day DATE day from which she is asked
            way VARCHAR link, call or visit; unknown while she has not answered
            is_answered BOOLEAN has answered
            has_applied BOOLEAN used something at work
            is_verified BOOLEAN somebody has seen it
            venue_province VARCHAR code of the province of the run
            {place}
            {age}
            """
        ),
        by_run=True,
        month="day",
    )


#: SQL of the last one; `{place}` and `{age}` are made of the columns of `standing`.
MAKING_FOLLOW_UP = f"""
SELECT e.person, e.enrollment, e.run, e.met_on + {FIRST_DAY} AS day, a.way,
    a.enrollment IS NOT NULL AS is_answered, coalesce(a.has_applied, FALSE) AS has_applied,
    coalesce(a.is_verified, FALSE) AS is_verified, r.venue_province, {{place}},
    e.birth_year, {{age}} AS age
FROM standing e
JOIN run r ON r.run = e.run
LEFT JOIN answer a ON a.enrollment = e.enrollment
WHERE e.counts AND e.met_on IS NOT NULL
"""
