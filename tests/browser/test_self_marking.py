"""People scan the code on the trainer's screen and are on the register, labelled."""

import base64

import pytest
from playwright.sync_api import expect

from tests.browser import axe, site, widths
from tests.browser.camera import DECODE
from tests.browser.logins import signed_in
from tests.browser.phone import mark_of, path_of, rows, saved_at_once
from tests.browser.screens import STAFF

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("register"),
]


def somebody_on(register):
    """The card code and the Khmer name of somebody whom nobody has marked."""
    session = register.split("/")[-3].replace("-", "")
    return rows(
        "select person.card_code, person.name_km from courses_enrollment place "
        "join courses_person person on person.id = place.person_id "
        "join courses_session session on session.run_id = place.run_id "
        "where session.uuid = ? and place.status = 'enrolled' and person.name_km <> '' "
        "and not exists "
        "(select 1 from courses_attendance mark where mark.enrollment_id = place.id "
        "and mark.session_id = session.id) order by person.sort_key desc",
        session,
    )[0]


def problems_of(page):
    """What is wrong with the screen as it is now."""
    return axe.findings(page, sizes=(site.DESK, site.PHONE)) + widths.problems(page)


def scanned(page, register, screen):
    """What the code on the screen says, read by our own decoder."""
    page.goto(register)
    vendor = page.locator("#sala-scanner").evaluate("(it) => [it.dataset.decoder, it.dataset.wasm]")
    page.goto(screen)
    if page.get_by_role("button", name="Stop").is_visible():
        page.get_by_role("button", name="Stop").click()
    page.get_by_role("button", name="Show the code").click()
    code = page.locator("[data-code] img")
    expect(code).to_be_visible()
    seen = base64.b64encode(code.screenshot()).decode()
    [text] = page.evaluate(DECODE, [*vendor, [f"data:image/png;base64,{seen}"]])
    return text


def test_somebody_scans_and_is_on_the_register(demo, browser):
    register, screen = (f"/en{path_of(name)}" for name in ("register", "self-marking"))
    code, name = somebody_on(register)
    office = site.visitor(browser, demo, site.PHONE)
    trainer = signed_in(office, STAFF)
    address = scanned(trainer, register, screen)
    assert address.startswith(demo)
    assert problems_of(trainer) == []

    phone = site.visitor(browser, demo, site.PHONE)
    page = phone.new_page()
    page.goto(address.replace("/km/", "/en/"))
    assert problems_of(page) == []
    page.get_by_label("Code of your card").fill("KH-0000-00")
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("alert")).to_contain_text("Nobody on the list")
    page.get_by_label("Code of your card").fill(code.removeprefix("KH-").lower())
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_text(name)).to_be_visible()
    assert problems_of(page) == []
    open_register = office.new_page()
    open_register.goto(register)
    expect(mark_of(open_register, 0)).to_be_visible()
    page.get_by_role("button", name="Yes, I am here").click()
    expect(page.get_by_text("You have said that you are here.")).to_be_visible()

    mark_of(open_register, 0).click()
    saved_at_once(open_register)
    expect(open_register.locator("[data-self]")).to_have_count(1)
    open_register.close()
    expect(trainer.locator("[data-count]")).to_contain_text("1 person", timeout=15_000)
    trainer.set_viewport_size(site.PHONE)
    trainer.goto(register)
    row = trainer.locator("[data-row]").filter(has=trainer.locator("[data-self]"))
    expect(row).to_contain_text(name.split()[-1])
    expect(row.locator("button.sala-mark")).to_contain_text("Here")
    row.locator("button.sala-mark").click()
    expect(trainer.locator("[data-self]")).to_have_count(0)
    trainer.goto(screen)
    trainer.get_by_role("button", name="Stop").click()
    expect(trainer.get_by_role("button", name="Show the code")).to_be_visible()
    office.close()
    phone.close()
