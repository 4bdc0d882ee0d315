"""Fixtures that every test may use."""

import gc
from contextlib import ExitStack
from itertools import count

import hypothesis
import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.utils import translation

from tests.committed import prepare, wipe
from tests.contexts import keep_pages_only
from tests.factories import PersonFactory, UserFactory
from tests.frames import with_room
from tests.large_pages import take_large_pages
from tests.worlds import kept_rows

# Nothing is thrown away while tests are collected: see `pytest_collection_finish`.
gc.disable()
keep_pages_only()
pytest_plugins = ["tests.databases", "tests.needs"]

#: How long an example takes says nothing on a machine that does other things as well.
hypothesis.settings.register_profile(
    "sala", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("sala")

#: What a test asks for that writes or reads rows.
ROWS = {"db", "transactional_db", "committed_db", "keep_rows", "django_db_setup"}

#: Tests after which the memory that was taken since is put into large pages.
BETWEEN = 200
run_here = count(1)


def pytest_addoption(parser):
    parser.addoption(
        "--only-with-rows",
        action="store_true",
        help="Only tests that use the database: the others are the same on every database.",
    )


def pytest_configure(config):
    """Keep the order of `pytest_collection_modifyitems`: xdist would let the largest groups begin,
    and two workers would wait for one demo."""
    config.option.loadscopereorder = False


def pytest_collection_finish(session):
    """What is loaded now stays; looking through it for garbage again and again took a seventh of
    the time of the tests."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    gc.enable()
    take_large_pages()


@pytest.hookimpl(tryfirst=True)
@with_room
def pytest_runtest_protocol(item, nextitem):
    """As pytest does it, with room for the frames of the test."""
    runner = item.config.pluginmanager.getplugin("runner")
    return runner.pytest_runtest_protocol(item, nextitem)


def pytest_runtest_teardown():
    if not next(run_here) % BETWEEN:
        take_large_pages()


def pytest_make_parametrize_id(config, val, argname):
    """Files are named by their argument: a spreadsheet holds the time of its making, and workers
    that name one test differently cannot share it."""
    return argname if isinstance(val, bytes) else None


def uses_rows(item):
    return item.get_closest_marker("django_db") is not None or bool(ROWS & {*item.fixturenames})


def pytest_collection_modifyitems(config, items):
    """Tests that stay together begin early, so that no worker ends alone with a long group: the
    first browser stories while the others wait for nobody, the other groups once the demo they
    share is told. Tests without rows come before those that would wait for the migrations."""
    if config.getoption("--only-with-rows"):
        left_out = [item for item in items if not uses_rows(item)]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if uses_rows(item)]
    groups = {}
    for item in items:
        mark = item.get_closest_marker("xdist_group")
        groups.setdefault(mark.args[0] if mark else "", []).append(item)
    alone = groups.pop("", [])
    free = [item for item in alone if not uses_rows(item)]
    bound = [item for item in alone if uses_rows(item)]
    fifth = len(bound) // 5
    first = [item for name in ("stories", "wheel") for item in groups.pop(name, [])]
    together = [item for group in groups.values() for item in group]
    items[:] = [*first, *free, *bound[:fifth], *together, *bound[fifth:]]


def user_in(group_name, **kwargs):
    user = UserFactory(**kwargs)
    user.groups.add(Group.objects.get(name=group_name))
    return user


def a_trainer():
    """A trainer with a person of her own; sees the runs that she leads."""
    user = user_in("Trainers", username="trainer")
    PersonFactory(user=user, name_km="កែវ សុភា", family_name_latin="Keo", given_name_latin="Sophea")
    return user


def a_participant():
    """A participant with a login."""
    user = UserFactory(username="participant")
    PersonFactory(user=user)
    return user


@pytest.fixture
def staff_user(db):
    """Programme staff: sees and manages everything."""
    return user_in("Programme staff", username="staff")


@pytest.fixture
def trainer_user(db):
    return a_trainer()


@pytest.fixture
def participant_user(db):
    return a_participant()


@pytest.fixture(scope="module")
def keep_rows(django_db_setup, django_db_blocker):
    """Makes rows for all tests of a module; see `tests.worlds`."""
    with ExitStack() as stack:
        yield lambda make: stack.enter_context(kept_rows(django_db_blocker, make))


@pytest.fixture
def committed_db(django_db_setup, django_db_blocker):
    """A database whose writes other connections see; see `tests.committed`."""
    with django_db_blocker.unblock():
        prepare()
        yield
        wipe()


@pytest.fixture(autouse=True)
def nothing_remembered():
    """Caches and the language of a request outlive the test that left them."""
    cache.clear()
    translation.activate("en")
