"""A told demo for every group of browser tests, and a browser."""

import os
import shutil
from pathlib import Path

import pytest

from tests.browser import site
from tests.databases import of_this_run

KEPT = os.environ.get("SALA_BROWSER_VAR")
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "alone")
RUN = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
BUILT = site.ROOT / "build" / "browser-site"
#: The data of the demo that this process serves.
FOLDER = Path(KEPT) if KEPT else BUILT / WORKER


@pytest.fixture(scope="package")
def story(django_db_setup):
    """The folder of a demo that nobody has touched; it is told once in a run of the tests, in a
    copy of their migrated database. None for the data that SALA_BROWSER_VAR names to go on with."""
    if KEPT:
        site.tell(FOLDER, begin_again=False)
        return None
    migrated = of_this_run()
    empty = migrated if migrated and migrated.exists() else None
    shutil.rmtree(FOLDER, ignore_errors=True)
    story = site.told(BUILT, RUN, empty)
    site.as_told(story, FOLDER)
    return story


@pytest.fixture(scope="package")
def server(story):
    """Serves FOLDER until the last test of this folder: a start takes as long as a short test."""
    with site.server(FOLDER) as server:
        yield server


@pytest.fixture(scope="module")
def demo(story, server):
    """The address of a demo that no other group of tests has touched."""
    address, afresh = server
    if story:
        site.as_told(story, FOLDER)
        afresh()
    return address


@pytest.fixture(scope="package")
def browser():
    """Closed after the last test of this folder: Django refuses its database beside Playwright."""
    with site.chromium(site.FEWER_COMPILERS) as browser:
        yield browser
