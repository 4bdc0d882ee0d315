"""A trainer asks a factory, and its contact names people on a phone, without an account."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import site
from tests.browser.logins import signed_in
from tests.browser.screens import STAFF

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("stories"),
]
LIST = b"Name,Sex,Position\nChan Theary,F,Worker\nKeo Vichet,M,Worker\n"


@pytest.fixture
def open_as(demo, browser):
    """Opens a phone for a login or for nobody; closes it after the test."""
    contexts = []

    def page(username=""):
        context = site.visitor(
            browser, demo, site.PHONE, java_script_enabled=not contexts, service_workers="block"
        )
        contexts.append(context)
        return signed_in(context, username) if username else context.new_page()

    yield page
    for context in contexts:
        context.close()


def link_of(page):
    """What the trainer copies after asking the first factory that is found.

    The line is slow: the script that looks comes when the words are typed already.
    """
    page.goto("/en/training/runs/")
    page.locator("main li a[href*='/training/runs/']").first.click()
    late = []
    page.route("**/ask*.js", lambda script: late.append(script))
    with page.expect_request("**/ask*.js"):
        page.locator("#invitations a.sala-btn").click(no_wait_after=True)
    page.locator("input[name=organization_q]").fill("Bamboo")
    late.pop().continue_()
    page.locator("input[name=organization]").first.check()
    page.locator("input[name=channel][value=employer]").check()
    page.locator("main .sala-go").last.click()
    text = page.locator("#letter-en").input_value()
    return re.search(r"https?://\S+", text).group()


def test_a_contact_names_people_brings_a_list_and_changes_one(open_as):
    link = link_of(open_as(STAFF))
    page = open_as()
    page.goto(link)
    assert "/link/" not in page.url

    page.get_by_role("link", name="Add names").click()
    page.locator("input[name=people-0-name]").fill("សុខ ដារា")
    page.locator("select[name=people-0-sex]").select_option("male")
    page.locator("select[name=people-0-role]").select_option("worker")
    page.locator(".sala-go").last.click()
    expect(page.locator(".sala-person")).to_have_count(1)

    page.get_by_role("link", name="Add names").click()
    file = {"name": "list.csv", "mimeType": "text/csv", "buffer": LIST}
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Look at the list").click()
    expect(page.locator("input[name=people-1-name]")).to_have_value("Keo Vichet")
    page.locator(".sala-go").last.click()
    expect(page.locator(".sala-person")).to_have_count(3)

    page.get_by_role("link", name="Change Keo Vichet").click()
    page.locator("input[name=name]").fill("Keo Vichheka")
    page.locator(".sala-go").last.click()
    expect(page.locator(".sala-person", has_text="Keo Vichheka")).to_be_visible()
    page.get_by_role("link", name="ភាសាខ្មែរ").click()
    expect(page.locator("html")).to_have_attribute("lang", "km")
    expect(page.locator(".sala-person")).to_have_count(3)
    assert page.evaluate("document.documentElement.scrollWidth") <= site.PHONE["width"]
