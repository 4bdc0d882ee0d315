"""A phone that several people share: in by card and PIN, out with one tap, and nothing stays."""

import re
from contextlib import suppress

import pytest
from playwright.sync_api import Error, expect

from tests.browser import site
from tests.browser.phone import rows
from tests.browser.test_self_marking import problems_of

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("register"),
]
PIN = "5839"


def somebody():
    """The card code of somebody without any login, who has a certificate."""
    return rows(
        "select person.card_code from courses_person person "
        "join courses_pin pin on pin.person_id = person.id "
        "join certificates_certificate paper on paper.person_id = person.id "
        "where person.user_id is null and paper.status = 'valid'"
    )[0][0]


@pytest.fixture
def phone(demo, browser):
    context = site.visitor(browser, demo, site.PHONE, accept_downloads=True)
    yield context.new_page()
    context.close()


def content_of(page):
    """What the page holds once it stands still; while it is leaving, Playwright gives nothing."""
    for _try in range(50):
        with suppress(Error):
            return page.content()
        page.wait_for_timeout(100)
    raise AssertionError("The page never stood still.")


def test_card_pin_training_certificate_and_not_me(phone):
    card = somebody()
    phone.goto(f"/km/training/card/{card}/")
    assert phone.url.endswith("/km/training/card/")
    assert problems_of(phone) == []
    phone.set_viewport_size(site.PHONE)
    expect(phone.locator("input[name=card]")).to_have_value(card)
    phone.locator("input[name=pin]").fill("0007")
    phone.locator("main .sala-go").click()
    expect(phone.locator(".sala-stop")).to_be_visible()
    phone.locator("input[name=pin]").fill(PIN)
    phone.locator("main .sala-go").click()
    phone.wait_for_url("**/km/training/my/")
    expect(phone.get_by_text(card)).to_be_visible()
    assert problems_of(phone) == []
    phone.set_viewport_size(site.PHONE)

    with phone.expect_download() as taken:
        phone.locator("#certificates .sala-btn").first.click()
    assert taken.value.suggested_filename.endswith(".pdf")

    phone.get_by_role("button", name="មិនមែនខ្ញុំ").click()
    phone.wait_for_url(re.compile("/km/training/card/$"))
    for _step in range(3):
        # What was sent, the browser shows again only after a question.
        with suppress(Error):
            phone.go_back()
        assert card not in content_of(phone)
    phone.goto("/km/training/my/")
    assert "/km/training/card/?next=" in phone.url
