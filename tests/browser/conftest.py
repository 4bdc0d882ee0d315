"""One demo site and one browser for all browser tests."""

import os
from pathlib import Path

import pytest

from tests.browser import site

FOLDER = Path(os.environ.get("SALA_BROWSER_VAR", site.ROOT / "build" / "browser-site"))


@pytest.fixture(scope="package")
def demo():
    """The address of a freshly told demo; SALA_BROWSER_VAR names data to keep instead."""
    fresh = "SALA_BROWSER_VAR" not in os.environ
    with site.demo_site(FOLDER, begin_again=fresh) as address:
        yield address


@pytest.fixture(scope="package")
def browser():
    """Closed after the last test of this folder: Django refuses its database beside Playwright."""
    with site.chromium() as browser:
        yield browser
