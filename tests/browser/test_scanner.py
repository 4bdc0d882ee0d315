"""Cards in front of a camera: who is on the list is marked, any other card says what it is."""

import pytest
from playwright.sync_api import expect

from tests.browser import camera, site
from tests.browser.phone import kept_once, path_of, ready, rows, saved, taps
from tests.browser.screens import STAFF

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("stories"),
]


def somebody_on(register):
    """A card code and the number of the row of somebody on the register."""
    session = register.split("/")[-3].replace("-", "")
    [[code, row], *_] = rows(
        "select person.card_code, place.uuid from courses_enrollment place "
        "join courses_person person on person.id = place.person_id "
        "join courses_session session on session.run_id = place.run_id "
        "where session.uuid = ? and place.status = 'enrolled' order by person.sort_key desc",
        session,
    )
    return code, row


def test_a_card_is_read_and_a_foreign_one_says_so(demo, browser, tmp_path):
    register = f"/en{path_of('register')}"
    code, _row = somebody_on(register)
    film = camera.film([camera.card(code)], tmp_path / "card.mjpeg")
    with camera.chromium_with_camera(browser, film) as with_camera:
        phone = site.visitor(with_camera, demo, site.PHONE)
        ready(phone, STAFF).close()
        phone.set_offline(True)
        page = phone.new_page()
        page.goto(register)
        page.get_by_role("button", name="Scan", exact=True).click()
        told = page.locator("#sala-scanner [data-told]")
        expect(told).to_contain_text("is here.", timeout=15_000)
        [tap] = taps(page)
        assert (tap["source"], tap["presence"]) == ("scan", "present")
        page.get_by_label("Code of the card").fill("no card")
        page.get_by_role("button", name="Mark", exact=True).click()
        expect(told).to_contain_text("not a training card")
        page.get_by_role("button", name="Done").click()
        phone.set_offline(False)
        saved(page)
        assert kept_once([tap["event"]]) == 1
