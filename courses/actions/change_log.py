"""Triggers of the database that note what the facts behind the figures do not know yet.

Triggers, because many actions write what figures count, some of them many rows at once: whatever
writes, nothing is forgotten. They are dropped before migrations, which may make tables anew, and
made again afterwards.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connections

from courses.models import (
    Attendance,
    Completion,
    Course,
    CourseRun,
    DistinctPair,
    DuplicateCandidate,
    Enrollment,
    FactoryAction,
    FactsChange,
    FeedbackRound,
    FeedbackTally,
    FollowUp,
    Headcount,
    Organization,
    OrganizationHeadcount,
    Person,
    Phase,
    Project,
    RunFinance,
    RunTest,
    RunTrainer,
    Session,
    SessionEvidence,
    SessionTrainer,
    TakenTest,
    Venue,
)

PREFIX = "sala_facts_"
OF_ENROLLMENT = f"(SELECT run_id FROM {Enrollment._meta.db_table} WHERE id = {{row}}.enrollment_id)"
OF_ROUND = f"(SELECT run_id FROM {FeedbackRound._meta.db_table} WHERE id = {{row}}.round_id)"
OF_SESSION = f"(SELECT run_id FROM {Session._meta.db_table} WHERE id = {{row}}.session_id)"


@dataclass(frozen=True)
class Watched:
    """A table whose rows belong to the `run` in SQL of a row; without one to none. With `people`
    the row is a person, and the runs are hers. With `only`, nothing but a change of these columns
    counts."""

    table: str
    run: str | None = None
    people: bool = False
    only: tuple[str, ...] = ()


def watched() -> list[Watched]:
    direct = (Enrollment, FactoryAction, FeedbackRound, RunFinance, RunTest, RunTrainer, Session)
    of_enrollment = (Attendance, Completion, FollowUp, TakenTest)
    of_session = (Headcount, SessionTrainer, SessionEvidence)
    whole = (
        *(Course, DistinctPair, DuplicateCandidate, Organization, OrganizationHeadcount),
        *(Phase, Project),
    )
    links = (Course.topics, Course.outcomes)
    return [
        *(Watched(model._meta.db_table, "{row}.run_id") for model in direct),
        Watched(CourseRun._meta.db_table, "{row}.id"),
        Watched(CourseRun.projects.through._meta.db_table, "{row}.courserun_id"),
        *(Watched(model._meta.db_table, OF_ENROLLMENT) for model in of_enrollment),
        Watched(FeedbackTally._meta.db_table, OF_ROUND),
        *(Watched(model._meta.db_table, OF_SESSION) for model in of_session),
        Watched(
            Person._meta.db_table,
            people=True,
            only=("sex", "birth_year", "merged_into_id", "erased_at"),
        ),
        Watched(Venue._meta.db_table, str(FactsChange.EVERYTHING), only=("province_id",)),
        *(Watched(model._meta.db_table) for model in whole),
        *(Watched(link.through._meta.db_table) for link in links),
    ]


def drop_triggers(using: str) -> None:
    """No trigger of ours is left."""
    connection = connections[using]
    with connection.cursor() as cursor:
        for name, table in _existing(connection, cursor):
            on = f" ON {table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER {name}{on}")


def make_triggers(using: str) -> None:
    """Those that are missing are there afterwards. Facts of before do not count any more, because
    what was written without triggers is not known."""
    connection = connections[using]
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        if FactsChange._meta.db_table not in tables:
            return  # migrated back to before there were any
        names = {name for name, _table in _existing(connection, cursor)}
        missing = [
            (name, sql)
            for name, table, sql in _triggers(connection.vendor)
            if table in tables and name not in names
        ]
        if missing and connection.vendor == "postgresql":
            cursor.execute(POSTGRESQL_FUNCTION)
        for _name, sql in missing:
            cursor.execute(sql)
    if missing:
        FactsChange.objects.using(using).create(run=FactsChange.EVERYTHING)


def _existing(connection, cursor) -> list[tuple[str, str]]:
    if connection.vendor == "postgresql":
        cursor.execute(
            "SELECT tgname, tgrelid::regclass::text FROM pg_trigger WHERE tgname LIKE %s",
            [f"{PREFIX}%"],
        )
    else:
        cursor.execute(
            "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s",
            [f"{PREFIX}%"],
        )
    return cursor.fetchall()


def _triggers(vendor: str) -> Iterator[tuple[str, str, str]]:
    """Name, table and SQL of each trigger."""
    write = _on_postgresql if vendor == "postgresql" else _on_sqlite
    for each in watched():
        for event in ("insert", "update", "delete"):
            if each.only and event != "update":
                continue  # what points at the row tells
            name = f"{PREFIX}{each.table}_{event}"
            yield name, each.table, write(name, each, event)


#: One SQLite writer at a time makes it safe to write each run once.
SQLITE = """
CREATE TRIGGER {name} AFTER {event} ON {table} {when} BEGIN {inserts} END
"""
SQLITE_INSERT = f"""
INSERT INTO {FactsChange._meta.db_table} (run, is_taken)
SELECT DISTINCT found.run, 0 FROM ({{found}}) AS found
WHERE NOT EXISTS (
    SELECT 1 FROM {FactsChange._meta.db_table} c WHERE c.run IS found.run AND NOT c.is_taken
);
"""
ROWS = {"insert": ("NEW",), "update": ("NEW", "OLD"), "delete": ("OLD",)}


def _on_sqlite(name: str, each: Watched, event: str) -> str:
    changed = " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in each.only)
    inserts = "".join(
        SQLITE_INSERT.format(found=_found(each, row)) for row in ROWS[event][: _rows(each)]
    )
    when = f"WHEN {changed}" if changed else ""
    return SQLITE.format(name=name, event=event, table=each.table, when=when, inserts=inserts)


def _rows(each: Watched) -> int:
    """Whether the row before an update matters too: only where it may be of another run."""
    return 2 if each.run else 1


def _found(each: Watched, row: str) -> str:
    if each.people:
        runs = f"SELECT run_id AS run FROM {Enrollment._meta.db_table} WHERE person_id = {row}.id"
        return f"{runs} UNION ALL SELECT NULL"
    return f"SELECT {each.run.format(row=row) if each.run else 'NULL'} AS run"


#: Every statement writes its runs: one that looked whether they stand there already could have
#: looked before they were taken, and be seen only afterwards.
POSTGRESQL_FUNCTION = f"""
CREATE OR REPLACE FUNCTION {PREFIX}note() RETURNS trigger AS $$
BEGIN
    EXECUTE 'INSERT INTO {FactsChange._meta.db_table} (run, is_taken)'
        || ' SELECT DISTINCT found.run, false FROM (' || TG_ARGV[0] || ') AS found';
    RETURN NULL;
END $$ LANGUAGE plpgsql
"""
TABLES = {
    "insert": "NEW TABLE AS changed",
    "update": "NEW TABLE AS changed OLD TABLE AS before",
    "delete": "OLD TABLE AS changed",
}


def _on_postgresql(name: str, each: Watched, event: str) -> str:
    found = _changed(each, event).replace("'", "''")
    return (
        f"CREATE TRIGGER {name} AFTER {event} ON {each.table} REFERENCING {TABLES[event]}"
        f" FOR EACH STATEMENT EXECUTE FUNCTION {PREFIX}note('{found}')"
    )


def _changed(each: Watched, event: str) -> str:
    if each.people:
        people = f"SELECT n.id FROM changed n {_differs(each)}"
        table = Enrollment._meta.db_table
        runs = f"SELECT run_id AS run FROM {table} WHERE person_id IN ({people})"
        return f"{runs} UNION ALL SELECT NULL WHERE EXISTS ({people})"
    if not each.run:
        return "SELECT NULL::bigint AS run FROM changed"
    if each.only:
        return f"SELECT {each.run} AS run FROM changed n {_differs(each)}"
    both = ("changed", "before") if event == "update" else ("changed",)
    return " UNION ALL ".join(
        f"SELECT {each.run.format(row=row)} AS run FROM {row}" for row in both
    )


def _differs(each: Watched) -> str:
    """Joins the rows before to those after, where a column that counts is another."""
    differs = " OR ".join(f"n.{column} IS DISTINCT FROM o.{column}" for column in each.only)
    return f"JOIN before o ON o.id = n.id WHERE {differs}"
