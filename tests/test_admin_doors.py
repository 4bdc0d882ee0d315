"""Every address that the apps add to the Wagtail admin: every role, own and foreign rows."""

from dataclasses import dataclass

import pytest
from django.apps import apps
from django.db import connection
from django.urls import URLResolver, get_resolver, reverse
from wagtail.models import ModelLogEntry, Page

from certificates.actions.certificates import hold_certificate, issue_certificate
from certificates.choices import HoldReason
from tests.certificates.factories import met_completion
from tests.conftest import a_participant, a_trainer, user_in
from tests.courses.admin.world import make_world

pytestmark = pytest.mark.django_db

PREFIX, CHOOSER = "training_", "training_choose_"
ANYTHING = {"index", "index_results", "history", "history_results", "inspect"}
CHOOSING = {"choose", "choose_results", "chosen", "chosen_multiple"}
#: Screens without rows; pages are written only by people with a branch, and nobody has one here.
SINGLE = {
    "courses_reach": {"staff"},
    "courses_reach_explore": {"staff"},
    "courses_reach_learning": {"staff"},
    "courses_reach_list": {"staff"},
    "courses_reach_freeze": {"staff"},
    "courses_coverage": {"staff"},
    "courses_duplicates": {"staff"},
    "courses_quality": {"staff"},
    "courses_quality_rows": {"staff"},
    "certificates_registry": {"staff"},
    "courses_outline": set(),
    "courses_translation": set(),
    "courses_question_file": set(),
    "courses_question_file_look": set(),
    "courses_lesson_outline": set(),
    "courses_word": set(),
    "courses_word_look": set(),
    "courses_carry_course": set(),
    "courses_course_file": set(),
    "courses_course_file_look": set(),
    # For those who may change pages; nobody here may.
    "courses_questions": set(),
    "courses_questions_of": set(),
    # Staff come in; there is no test with that number.
    "courses_questions_of_test": set(),
}
#: What the addresses of those screens ask for.
ADDRESSES = {"courses_quality_rows": {"kind": "sex"}, "courses_questions_of": {"pk": 0}}
ADDRESSES["courses_questions_of_test"] = {"pk": 0}
#: Rows of other people's runs are not found by a trainer.
SCOPED = {
    *(
        "actions",
        "runs",
        "sessions",
        "enrolments",
        "messages",
        "people",
        "rosters",
        "certificates",
        "held",
    )
}

TRAINER_MAY = {
    "runs": ANYTHING | {"edit"},
    "sessions": ANYTHING | {"edit"},
    "enrolments": ANYTHING | {"edit"},
    "actions": ANYTHING,
    "people": ANYTHING | {"add"} | CHOOSING | {"create"},
    "organizations": ANYTHING | CHOOSING,
    "venues": ANYTHING | CHOOSING,
    "courses": ANYTHING,
    "rosters": ANYTHING,
    "patterns": ANYTHING,
    "tests": ANYTHING,
    "materials": ANYTHING,
    "projects": ANYTHING,
    "holidays": ANYTHING,
    "certificates": ANYTHING,
}
KEPT = {"add", "edit", "delete"}
ORGANIZATION_VERBS = {"rename", "undo_renaming", "close", "reopen", "merge", "undo_merge"}
DESIGN_VERBS = {
    *("sketch", "show", "export", "copy_design"),
    *("archive", "courses", "from_file", "add_picture"),
}
STAFF_MAY = {
    "runs": ANYTHING | {"edit", "delete"},
    "sessions": ANYTHING | {"edit", "chain"},
    "invitations": ANYTHING,
    "enrolments": ANYTHING | {"edit"},
    "actions": ANYTHING,
    "people": ANYTHING | KEPT | CHOOSING | {"create", "merge", "undo", "consents", "erase", "file"},
    "organizations": ANYTHING | KEPT | CHOOSING | {"create"} | ORGANIZATION_VERBS,
    "venues": ANYTHING | KEPT | CHOOSING | {"create"},
    "courses": ANYTHING | KEPT | {"begin_rubric", "rule"},
    "topics": ANYTHING | KEPT,
    "outcomes": ANYTHING | KEPT,
    "patterns": ANYTHING | KEPT,
    "tests": ANYTHING | KEPT,
    "materials": ANYTHING | KEPT,
    "projects": ANYTHING | KEPT,
    "holidays": ANYTHING | KEPT,
    "phases": ANYTHING | KEPT,
    "targets": ANYTHING | KEPT | {"copy_as"},
    "report_templates": ANYTHING | KEPT | {"copy_as"},
    "report_schedules": ANYTHING | KEPT | {"again"},
    "files": ANYTHING,
    "snapshots": ANYTHING | {"approve", "why"},
    "numbers": ANYTHING | {"prepare", "publish", "discard", "withdraw"},
    "rosters": ANYTHING | KEPT,
    "roster_members": ANYTHING | KEPT,
    "lookups": ANYTHING,
    "phones": ANYTHING | {"revoke"},
    "areas": ANYTHING | KEPT,
    "notices": ANYTHING | {"add"},
    "messages": ANYTHING | {"again", "by_hand"},
    "words": ANYTHING | {"edit", "reset"},
    "certificates": ANYTHING | {"revoke", "replace"},
    "held": ANYTHING | {"retry"},
    "due": {"index", "index_results", "enrol"},
    "designs": ANYTHING | {"edit"} | DESIGN_VERBS,
}
MAY = {"anonymous": {}, "participant": {}, "trainer": TRAINER_MAY, "staff": STAFF_MAY}


@dataclass(frozen=True)
class AdminDoor:
    """An address of the admin; `noun` names the rows, empty where there are none."""

    name: str
    noun: str
    view: str
    has_row: bool

    def __str__(self):
        return self.name

    def url(self, world):
        if not self.noun:
            return reverse(self.name, kwargs=ADDRESSES.get(self.name))
        return reverse(self.name, args=[getattr(world, self.noun).pk] if self.has_row else [])

    def lets_in(self, role, is_own):
        if not self.noun:
            return role in SINGLE[self.name]
        if role == "trainer" and self.has_row and self.noun in SCOPED and not is_own:
            return False
        return self.view in MAY[role].get(self.noun, ())


def admin_doors(patterns=None, namespace=""):
    """What stands below a namespace of ours, and the screens that our modules add."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            yield from admin_doors(pattern.url_patterns, pattern.namespace or namespace)
        elif namespace.startswith(PREFIX):
            noun = namespace.removeprefix(CHOOSER).removeprefix(PREFIX)
            has_row = bool(pattern.pattern.converters)
            yield AdminDoor(f"{namespace}:{pattern.name}", noun, pattern.name, has_row)
        elif pattern.name in SINGLE or _is_of_admin(pattern):
            yield AdminDoor(pattern.name, "", pattern.name, False)


def _is_of_admin(pattern):
    view = getattr(pattern.callback, "view_class", pattern.callback)
    return view.__module__.startswith(("courses.admin", "certificates.admin"))


DOORS = list(admin_doors())
KEPT_OUT = {302, 403, 404}
BY_NOUN = {noun: [door for door in DOORS if door.noun == noun] for noun in (*STAFF_MAY, "")}


@pytest.fixture(scope="module")
def kept(keep_rows):
    return keep_rows(make_all)


@pytest.fixture(scope="module")
def before(kept, django_db_blocker):
    with django_db_blocker.unblock():
        return rows()


def make_all():
    """Users by their role, a world of the trainer's, and one of other people."""
    trainer = a_trainer()
    users = {
        "anonymous": None,
        "participant": a_participant(),
        "trainer": trainer,
        "staff": user_in("Programme staff", username="staff"),
    }
    person = trainer.training_person
    return users, [with_certificates(make_world(person), person), with_certificates(make_world())]


def with_certificates(world, trainer=None):
    printed, kept = met_completion(), met_completion()
    for completion in (printed, kept):
        if trainer:
            completion.enrollment.run.run_trainers.create(person=trainer, is_lead=True)
    world.certificates = issue_certificate(printed, by=None)
    world.designs = world.certificates.revision.design
    world.held = hold_certificate(kept, HoldReason.NO_NAME, "")
    return world


def visitors(client, users, worlds):
    """Role, whether the rows are her own, and the rows; the client has signed in as her. Only a
    trainer has rows of her own and rows of others."""
    own, foreign = worlds
    for role, user in users.items():
        client.logout()
        if user is not None:
            client.force_login(user)
        if role in {"trainer", "anonymous"}:
            yield role, True, own
        if role != "anonymous":
            yield role, False, foreign


def rows():
    """All that stands in our tables, in those of pages and in the history, as it is kept there."""
    ours = (model for label in ("courses", "certificates") for model in
            apps.get_app_config(label).get_models())  # fmt: skip
    tables = [(each._meta.db_table, each._meta.pk.column) for each in (*ours, Page, ModelLogEntry)]
    with connection.cursor() as cursor:
        return {table: in_table(cursor, table, key) for table, key in tables}


def in_table(cursor, table, key):
    cursor.execute(f"select * from {table} order by {key}")
    return cursor.fetchall()


def test_every_noun_of_the_menu_is_watched():
    assert {door.noun for door in DOORS if door.noun} == set(STAFF_MAY)
    assert {door.name for door in DOORS if not door.noun} == set(SINGLE)


@pytest.mark.parametrize("noun", BY_NOUN)
def test_who_comes_in_and_who_is_kept_out_and_changes_nothing(client, kept, before, noun):
    users, worlds = kept
    asked, wrong = set(), []
    for role, is_own, world in visitors(client, users, worlds):
        for door in BY_NOUN[noun]:
            url, lets_in = door.url(world), door.lets_in(role, is_own)
            if (role, url, lets_in) in asked:
                continue  # Names no row, or one that is everybody's.
            asked.add((role, url, lets_in))
            seen = client.get(url).status_code
            tried = 302 if lets_in else client.post(url).status_code
            if seen not in ({200} if lets_in else KEPT_OUT) or tried not in KEPT_OUT | {405}:
                wrong.append((door.name, role, "own" if is_own else "foreign", seen, tried))
    assert wrong == []
    assert rows() == before
