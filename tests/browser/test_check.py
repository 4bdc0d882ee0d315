"""Checking certificates in a real browser: without signal, and a file against its fingerprint."""

import json
import sqlite3

import pytest
from playwright.sync_api import expect

from tests.browser import camera, site
from tests.browser.conftest import FOLDER

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("stories"),
]


def certificate(order="id"):
    """The path of the file, the code and the facts of the first certificate in this order."""
    database = sqlite3.connect(FOLDER / "sala.sqlite3")
    file, code, facts = database.execute(
        f"select file, code, facts from certificates_certificate order by {order}"
    ).fetchone()
    return FOLDER / "private" / file, code, json.loads(facts)


def withdrawn():
    """The facts of the last certificate, which is withdrawn now: the story has none."""
    _file, code, facts = certificate("id desc")
    with sqlite3.connect(FOLDER / "sala.sqlite3") as database:
        database.execute(
            "update certificates_certificate set status = 'revoked', status_on = '2026-01-05', "
            "revocation_reason = 'misuse' where code = ?",
            [code],
        )
    return facts


def test_a_phone_without_signal_tells_real_withdrawn_and_forged(demo, browser):
    _file, _code, facts = certificate()
    taken_back = withdrawn()
    phone = site.visitor(browser, demo, site.PHONE)
    page = phone.new_page()
    page.goto("/en/check/offline/")
    expect(page.get_by_text("List of")).to_be_visible()
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    phone.set_offline(True)
    page.reload()
    expect(page.get_by_text("List of")).to_be_visible()

    def paste(text):
        page.get_by_label("Or paste what the QR code holds").fill(text)
        page.get_by_role("button", name="Check", exact=True).click()

    paste(facts["scan"])
    expect(page.get_by_role("heading", name="Real")).to_be_visible()
    expect(page.get_by_text(facts["name_en"])).to_be_visible()
    expect(page.get_by_text(facts["course_en"])).to_be_visible()
    paste(taken_back["scan"])
    expect(page.get_by_role("heading", name="Not valid: withdrawn")).to_be_visible()
    expect(page.get_by_role("heading", name="Real")).to_be_hidden()
    changed = facts["scan"][:-120] + ("A" if facts["scan"][-120] != "A" else "B")
    paste(changed + facts["scan"][-119:])
    expect(page.get_by_role("heading", name="Forged")).to_be_visible()
    expect(page.get_by_text(facts["name_en"])).to_be_hidden()
    paste(f"https://training.example/check/{'A' * 18}/")
    expect(page.get_by_role("heading", name="Not a code with a signature")).to_be_visible()
    phone.close()


def test_the_camera_reads_the_printed_code_without_signal(demo, browser, tmp_path):
    _file, _code, facts = certificate()
    film = camera.film([camera.card(facts["scan"], side=300)], tmp_path / "paper.mjpeg")
    with camera.chromium_with_camera(browser, film) as with_camera:
        phone = site.visitor(with_camera, demo, site.PHONE)
        page = phone.new_page()
        page.goto("/en/check/offline/")
        expect(page.get_by_text("List of")).to_be_visible()
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        phone.set_offline(True)
        page.get_by_role("button", name="Scan a QR code").click()
        expect(page.get_by_role("heading", name="Real")).to_be_visible(timeout=15_000)
        expect(page.get_by_text(facts["name_en"])).to_be_visible()


def test_a_file_is_compared_in_the_browser_and_never_sent(demo, browser):
    file, code, _facts = certificate()
    visitor = site.visitor(browser, demo, site.DESK)
    page = visitor.new_page()
    page.goto(f"/en/check/{code}/")
    sent = []
    page.on("request", lambda request: sent.append(request.method))
    chooser = page.get_by_label("PDF file")
    chooser.set_input_files(file)
    expect(page.get_by_text("It is the file that we issued.")).to_be_visible()
    chooser.set_input_files(
        {"name": "x.pdf", "mimeType": "application/pdf", "buffer": file.read_bytes() + b" "}
    )
    expect(page.get_by_text("It is not the file that we issued.")).to_be_visible()
    expect(page.get_by_text("It is the file that we issued.")).to_be_hidden()
    assert sent == []
    visitor.close()
