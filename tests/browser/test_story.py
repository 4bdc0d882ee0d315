"""The six steps of the README, in a browser on a phone, in English and in Khmer."""

import re
from io import BytesIO

import openpyxl
import pytest
from playwright.sync_api import expect

from tests.browser import site
from tests.browser.conftest import FOLDER
from tests.browser.logins import signed_in
from tests.browser.screens import PARTICIPANT, STAFF, TRAINER, screens

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("stories"),
]
LANGUAGES = pytest.mark.parametrize("language", ["en", "km"])
GO = ".sala-go"


@pytest.fixture(scope="module")
def places(demo):
    """Addresses of the screens without the language, by name."""
    return {screen.name: screen.path for screen in screens(FOLDER)}


@pytest.fixture
def open_as(demo, browser):
    """Opens a phone for a login; closes it after the test."""
    contexts = []

    def page(username="", **options):
        context = site.visitor(browser, demo, site.PHONE, **options)
        contexts.append(context)
        return signed_in(context, username) if username else context.new_page()

    yield page
    for context in contexts:
        context.close()


def test_khmer_words_are_found_inside_unspaced_text_and_the_language_switch_keeps_the_place(
    open_as,
):
    page = open_as()
    page.goto("/km/")
    page.get_by_role("searchbox").fill("ច្រកចេញ")
    page.keyboard.press("Enter")
    found = page.locator("main .sala-lesson a")
    expect(found.first).to_be_visible()
    found.first.click()
    page.wait_for_load_state()
    khmer = page.url
    page.get_by_role("link", name="English").first.click()
    page.wait_for_load_state()
    assert page.url == khmer.replace("/km/", "/en/", 1)
    assert page.locator("html").get_attribute("lang") == "en"


@LANGUAGES
def test_the_register_is_marked_with_one_tap_and_exceptions_with_one_more(
    open_as, places, language
):
    page = open_as(STAFF)
    page.goto(f"/{language}{places['register']}")
    expect(page.locator("button.sala-mark").nth(5)).to_be_visible()

    rest = page.locator("[data-rest='']")
    if rest.is_visible():
        rest.click()
    expect(page.locator("button.sala-mark.sala-none")).to_have_count(0)
    here = page.locator("[data-row]").filter(has=page.locator("button.sala-here")).first
    mark = page.locator(f"[data-row='{here.get_attribute('data-row')}'] button.sala-mark")
    mark.click()
    expect(mark).to_have_class(re.compile("sala-absent"))
    mark.click()
    expect(mark).to_have_class(re.compile("sala-late"))
    expect(page.locator("[data-waiting]")).to_be_hidden()
    page.reload()

    expect(mark).to_have_class(re.compile("sala-late"))
    expect(page.locator("button.sala-mark.sala-none")).to_have_count(0)


def test_the_register_works_without_javascript(open_as, places):
    page = site.sign_in(open_as(java_script_enabled=False).context, STAFF)
    page.goto(f"/en{places['register']}")
    choice = page.locator("select.sala-mark").nth(1)
    choice.select_option("excused")
    page.get_by_role("button", name="Save", exact=True).last.click()
    page.wait_for_load_state()

    expect(page.locator("select.sala-mark").nth(1)).to_have_value("excused")


def test_a_walk_in_is_added_in_four_answers(open_as, places):
    page = open_as(STAFF)
    page.goto(f"/en{places['walk-in']}")
    page.locator("input[name=name]").fill("ទេព សុវណ្ណមាលា")
    for name in ("sex", "role"):
        page.locator(f"input[type=radio][name={name}]").first.check()
    page.locator("input[name=workplace_q]").fill("Lotus")
    page.locator("input[name=workplace]").first.check()
    page.locator(GO).last.click()
    page.wait_for_url("**/register/**")

    expect(page.locator("[data-row]", has_text="សុវណ្ណមាលា")).to_be_visible()


@LANGUAGES
def test_somebody_without_any_account_takes_part_and_gets_a_card(open_as, places, language):
    page = open_as()
    page.goto(f"/{language}{places['enrol']}")
    page.locator("input[name=name]").fill("ម៉ៅ សុភក្រ្តា" if language == "km" else "Mao Sopheaktra")
    page.locator("input[name=sex]").first.check()
    page.locator("select[name=role]").select_option("worker")
    page.locator("input[name=birth_year]").fill("2062")
    page.locator(GO).last.click()
    page.wait_for_load_state()
    expect(page.locator("[role=alert]")).to_have_count(1)
    assert "Sopheaktra" in page.content() or "សុភក្រ្តា" in page.content()
    page.locator("input[name=birth_year]").fill("1992")
    page.locator(GO).last.click()
    page.wait_for_load_state()

    expect(page.locator("code", has_text="KH-")).to_have_count(1)


@LANGUAGES
def test_a_participant_sees_what_is_missing_and_downloads_a_certificate(open_as, language):
    page = open_as(PARTICIPANT)
    page.goto(f"/{language}/training/my/")
    expect(page.locator(".sala-slots li").first).to_be_visible()
    finished = open_as("participant1")
    finished.goto(f"/{language}/training/my/")
    with finished.expect_download() as download:
        finished.locator("#certificates a.sala-btn").first.click()
    assert download.value.suggested_filename.startswith("RWL-")
    with open(download.value.path(), "rb") as file:
        assert file.read(5) == b"%PDF-"


def test_the_check_page_says_valid(open_as, places):
    page = open_as()
    page.goto(f"/en{places['check-valid']}")

    expect(page.get_by_role("heading", level=1)).to_have_text("Valid")


def test_a_quiz_is_answered_without_javascript_and_without_login(open_as, places):
    page = open_as(java_script_enabled=False)
    page.goto(f"/en{places['quiz']}")
    assert "is_correct" not in page.content()
    for question in page.locator("main form fieldset").all():
        question.locator("input").first.check()
    page.locator("main form button").last.click()
    page.wait_for_load_state()

    assert page.locator("main").inner_text().count("of 7") >= 1


def test_a_list_is_looked_at_and_added_once(open_as, places):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Lotus Thread Garment"])
    sheet.append(["ល.រ", "ឈ្មោះ", "Latin name", "ភេទ", "ទូរស័ព្ទ"])
    sheet.append([1, "កែវ មុន្នីរតនា", "Keo Monyratana", "ស្រី", 12345678])
    sheet.append([2, "", "", "ប្រុស", ""])
    file = BytesIO()
    book.save(file)
    upload = {
        "name": "list.xlsx",
        "mimeType": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "buffer": file.getvalue(),
    }
    page = open_as(TRAINER)
    page.goto(f"/en{places['import']}")
    page.locator("input[type=file]").set_input_files(upload)
    page.locator(GO).last.click()
    page.wait_for_load_state()
    assert "មុន្នីរតនា" in page.locator("main").inner_text()
    page.locator(GO).last.click()
    page.wait_for_load_state()
    page.goto(f"/en{places['import']}")
    page.locator("input[type=file]").set_input_files(upload)
    page.locator(GO).last.click()
    page.wait_for_load_state()

    assert "added to this run before" in page.locator("main").inner_text()


def test_staff_read_the_reach_and_take_it_to_a_spreadsheet(open_as):
    page = open_as(STAFF)
    page.goto("/admin/training/reach/")
    text = page.locator("main, .content-wrapper").first.inner_text().lower()
    assert all(word in text for word in ("people", "participations", "attendances"))
    with page.expect_download() as download:
        page.locator("a[href*='export=xlsx']").first.click()
    with open(download.value.path(), "rb") as file:
        book = openpyxl.load_workbook(BytesIO(file.read()))
    assert len(book.sheetnames) >= 3


def test_a_trainer_starts_a_course_from_the_outline_and_publishes_it(open_as):
    page = open_as(TRAINER)
    page.set_viewport_size(site.DESK)
    page.goto("/admin/training/new-course/")
    page.locator("input[name=code]").fill("FIRE")
    page.locator("input[name=title_en]").fill("Fire drills that work")
    page.locator("input[name=title_km]").fill("ការហាត់សមពន្លត់អគ្គិភ័យ")
    for box in page.locator("input[name=topics]").all()[:1]:
        box.check()
    page.locator("main form button[type=submit], form button.button").last.click()
    page.wait_for_url("**/edit/")
    page.get_by_role("textbox", name="Summary").fill("Out of the hall in two minutes.")
    page.locator("[data-side-panel-toggle=preview], [aria-label='Toggle preview']").first.click()
    preview = page.frame_locator("iframe[title=Preview]").last
    expect(preview.get_by_text("Out of the hall in two minutes.")).to_be_visible(timeout=15_000)

    page.get_by_role("button", name="More actions").last.click()
    page.get_by_role("button", name="Publish").click()
    page.wait_for_load_state()

    reader = open_as()
    reader.goto("/en/?q=drills+that+work")
    reader.get_by_role("link", name="Fire drills that work").first.click()
    expect(reader.get_by_text("Out of the hall in two minutes.")).to_be_visible()
