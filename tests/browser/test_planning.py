"""Planning a two-day run from the pattern of its course, in a real browser on a phone."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser import site
from tests.browser.logins import signed_in
from tests.browser.thumbs import Thumbs

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("stories"),
]
#: Seconds for a key, and to read a field and find the next.
A_KEY, A_LOOK = 0.25, 3
MOST_INTERACTIONS, A_MINUTE = 6, 60


def test_a_two_day_run_is_planned_in_six_interactions_and_a_minute(demo, browser):
    context = site.visitor(browser, demo, site.PHONE)
    page = signed_in(context, "trainer1")
    page.goto("/en/training/runs/plan/")
    day = date.today() + timedelta(days=(7 - date.today().weekday()) % 7 + 210)
    person = Thumbs(A_LOOK, A_KEY)
    host = page.locator("#id_host_options label", has_text="Golden Loom")
    steps = (
        lambda: page.locator("[name=course]").select_option(label="Supervisory skills (SST)"),
        lambda: person.type(page.locator("[name=host_q]"), "Golden Loom"),
        lambda: host.first.click(),
        lambda: page.locator("[name=first_day]").fill(f"{day}"),
        lambda: page.locator("main button.sala-go").last.click(),
        lambda: page.get_by_role("button", name="Plan this run").click(),
    )
    for step in steps:
        person.look()
        step()
    expect(page.locator(".sala-note").first).to_contain_text("The run is planned.")

    assert len(steps) <= MOST_INTERACTIONS
    assert person.seconds < A_MINUTE
    expect(page.locator("#sessions ol.sala-list > li")).to_have_count(8)
    context.close()
