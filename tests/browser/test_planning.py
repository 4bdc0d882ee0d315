"""Planning a two-day run from the pattern of its course, in a real browser on a phone."""

import time
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser import site

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("stories"),
]
#: Milliseconds for a key, and seconds to read a field and find the next, as slow thumbs need.
A_KEY, A_LOOK = 250, 3
MOST_INTERACTIONS, A_MINUTE = 6, 60


def test_a_two_day_run_is_planned_in_six_interactions_and_a_minute(demo, browser):
    context = site.visitor(browser, demo, site.PHONE)
    page = site.sign_in(context, "trainer1")
    page.goto("/en/training/runs/plan/")
    day = date.today() + timedelta(days=(7 - date.today().weekday()) % 7 + 210)
    steps = (
        lambda: page.locator("[name=course]").select_option(label="Supervisory skills (SST)"),
        lambda: page.locator("[name=host_q]").press_sequentially("Golden Loom", delay=A_KEY),
        lambda: page.locator("#id_host_options label").first.click(),
        lambda: page.locator("[name=first_day]").fill(f"{day}"),
        lambda: page.locator("main button.sala-go").last.click(),
        lambda: page.get_by_role("button", name="Plan this run").click(),
    )
    start = time.monotonic()
    for step in steps:
        time.sleep(A_LOOK)
        step()
    expect(page.locator(".sala-note").first).to_contain_text("The run is planned.")
    seconds = time.monotonic() - start

    print(f"Planned in {seconds:.1f} s")
    assert len(steps) <= MOST_INTERACTIONS
    assert seconds < A_MINUTE
    expect(page.locator("#sessions ol.sala-list > li")).to_have_count(8)
    context.close()
