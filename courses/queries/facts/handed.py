"""What the read model of the figures is made of, read from the site's own tables."""

from collections.abc import Callable, Iterator

from courses.queries.facts import agreed, asked, people, runs, small
from courses.queries.facts.source import Source

Rows = Iterator[tuple]
BY_RUN: dict[str, Callable[[Source], Rows]] = {
    "mark": people.marks,
    "standing": people.standing,
    "result": people.results,
    "session": runs.sessions,
    "heads": runs.heads,
    "run": runs.runs,
    "run_trainer": runs.trainers,
    "run_project": runs.projects,
    "led": runs.led,
    "rating": asked.ratings,
    "feedback": asked.feedback,
    "answer": asked.answers,
    "factory_action": agreed.factory_actions,
}
SMALL: dict[str, Callable[[], Rows]] = {
    "course": small.courses,
    "course_topic": small.topics,
    "course_outcome": small.outcomes,
    "course_pillar": small.pillars,
    "project": small.projects,
    "organization": small.organizations,
    "organization_part": small.parts,
    "headcount": small.headcounts,
    "phase": small.phases,
    "pair": small.pairs,
}
