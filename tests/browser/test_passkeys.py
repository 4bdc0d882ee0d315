"""A member of staff adds a passkey, signs in with it alone, and removes it."""

import pytest
from playwright.sync_api import expect

from tests.browser import site
from tests.browser.test_self_marking import problems_of

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("register")]
SECOND = "/en/accounts/2fa/"


@pytest.fixture
def desk(demo, browser):
    """A computer that makes passkeys; browsers know them for localhost, not for an address."""
    context = site.visitor(browser, demo.replace("127.0.0.1", "localhost"), site.DESK)
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("WebAuthn.enable")
    device = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
        "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    made = line.send("WebAuthn.addVirtualAuthenticator", {"options": device})
    page.put_on_device = lambda is_there: line.send(
        "WebAuthn.setUserVerified",
        {"authenticatorId": made["authenticatorId"], "isUserVerified": is_there},
    )
    yield page
    context.close()


def sign_in(page):
    page.get_by_label("Name or e-mail").fill("staff")
    page.get_by_label("Password", exact=True).fill(site.PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def is_in(page):
    """The address of the sign-in page ends like that of this one."""
    expect(page.get_by_role("heading", name="Passkeys and second step")).to_be_visible()


def confirm_password(page):
    page.locator("input[type=password]").fill(site.PASSWORD)
    page.locator("main .sala-go").click()


def test_a_passkey_is_added_opens_the_login_alone_and_is_removed(desk):
    desk.goto("/en/accounts/login/?next=" + SECOND)
    sign_in(desk)
    is_in(desk)
    assert problems_of(desk) == []
    desk.get_by_role("link", name="Add a passkey").click()
    confirm_password(desk)
    desk.get_by_label("Name").fill("Office computer")
    assert problems_of(desk) == []
    desk.get_by_role("button", name="Add the passkey").click()
    # The first one brings recovery codes.
    desk.wait_for_url("**/recovery-codes/")
    desk.goto(SECOND)
    expect(desk.get_by_role("heading", name="Office computer")).to_be_visible()
    desk.goto("/km/accounts/2fa/")
    assert problems_of(desk) == []

    desk.goto("/en/accounts/2fa/webauthn/add/")
    desk.get_by_role("button", name="Add the passkey").click()
    expect(desk.get_by_role("alert")).to_have_text(
        "This device has a passkey for your login already."
    )

    desk.context.clear_cookies()
    desk.goto("/en/accounts/login/?next=" + SECOND)
    desk.put_on_device(False)
    desk.get_by_role("button", name="Sign in with a passkey").click()
    expect(desk.get_by_role("alert")).to_contain_text("The device gave no passkey.")
    desk.put_on_device(True)
    desk.get_by_role("button", name="Sign in with a passkey").click()
    is_in(desk)

    desk.context.clear_cookies()
    desk.goto("/en/accounts/login/?next=" + SECOND)
    sign_in(desk)
    desk.wait_for_url("**/2fa/authenticate/")
    assert problems_of(desk) == []
    desk.get_by_role("button", name="Use a passkey").click()
    is_in(desk)

    desk.get_by_role("link", name="Remove Office computer").click()
    confirm_password(desk)
    desk.get_by_role("button", name="Remove").click()
    is_in(desk)
    expect(desk.get_by_text("The passkey is removed.")).to_be_visible()
    expect(desk.get_by_role("heading", name="Office computer")).to_have_count(0)
