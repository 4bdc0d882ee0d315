"""The register on a phone without signal: nothing is lost, doubled or shown to others."""

import pytest
from playwright.sync_api import expect

from tests.browser import site
from tests.browser.phone import (
    PATIENCE,
    kept_once,
    mark_of,
    path_of,
    ready,
    rows,
    saved,
    saved_at_once,
    taps,
    write,
)
from tests.browser.screens import PARTICIPANT, STAFF

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("stories"),
]


@pytest.fixture
def phone(demo, browser):
    context = site.visitor(browser, demo, site.PHONE)
    yield context
    context.close()


@pytest.fixture(scope="module")
def prepared(demo, browser):
    context = site.visitor(browser, demo, site.PHONE)
    ready(context, STAFF).close()
    yield context
    context.close()


@pytest.fixture
def taken_along(prepared):
    """A phone that is ready to work without signal, that nobody uses at the moment, and that has
    nothing to send: tests leave it so."""
    yield prepared
    for page in prepared.pages:
        page.close()
    prepared.set_offline(False)


@pytest.fixture(scope="module")
def register(demo):
    return f"/en{path_of('register')}"


def test_marks_made_without_signal_outlive_the_tab_and_arrive_once(taken_along, register):
    taken_along.set_offline(True)
    page = taken_along.new_page()
    page.goto(register)
    for number in (2, 3, 4):
        mark_of(page, number).click()
    page.get_by_text("3 marks waiting.").wait_for(timeout=PATIENCE)
    made = [event["event"] for event in taps(page)]
    page.close()

    page = taken_along.new_page()
    page.goto(register)
    page.get_by_text("3 marks waiting.").wait_for(timeout=PATIENCE)
    for number in (2, 3, 4):
        expect(mark_of(page, number)).to_contain_text("Here")
    assert kept_once(made) == 0
    taken_along.set_offline(False)
    saved(page)
    assert (len(made), kept_once(made), taps(page)) == (3, 3, [])


def test_a_walk_in_without_signal_is_somebody_on_the_list_afterwards(taken_along, register):
    taken_along.set_offline(True)
    page = taken_along.new_page()
    page.goto(register)
    before = page.locator("[data-row]").count()
    page.get_by_role("link", name="Add a walk-in").click()
    form = page.locator("#sala-newcomer")
    form.get_by_label("Name", exact=True).fill("គង់ សុខលីម")
    form.get_by_label("Woman").check()
    form.get_by_label("Worker", exact=True).check()
    form.get_by_role("button", name="Add and mark here").click()
    expect(page.locator("[data-row]")).to_have_count(before + 1)
    expect(mark_of(page, before)).to_contain_text("Here")
    page.reload()
    expect(page.get_by_text("គង់")).to_be_visible()
    taken_along.set_offline(False)
    saved(page)
    page.reload()
    expect(page.locator("[data-row]")).to_have_count(before + 1)
    assert rows("select count(*) from courses_person where name_km = 'គង់ សុខលីម'") == [(1,)]


def test_without_signal_every_other_page_leads_to_the_registers_on_the_phone(taken_along):
    taken_along.set_offline(True)
    page = taken_along.new_page()
    page.goto("/en/training/runs/calendar/")
    expect(page.get_by_role("heading", name="No signal")).to_be_visible()
    page.locator("[data-sala-list] ol a").first.click()
    page.wait_for_load_state()
    expect(page.get_by_role("heading", name="Register", exact=True)).to_be_visible()
    taken_along.set_offline(False)


def test_two_phones_that_say_different_things_are_settled_by_a_tap(taken_along, phone, register):
    ready(phone, STAFF).close()
    pages = [context.new_page() for context in (taken_along, phone)]
    for context, page, word in zip((taken_along, phone), pages, ("Here", "Absent"), strict=True):
        context.set_offline(True)
        page.goto(register)
        mark_of(page, 9).click()
        if word == "Absent":
            mark_of(page, 9).click()
        expect(mark_of(page, 9)).to_contain_text(word)
    for context, page in zip((taken_along, phone), pages, strict=True):
        context.set_offline(False)
        saved(page)
    second = pages[1]
    expect(mark_of(second, 9)).to_contain_text("Two marks")
    second.locator("[data-settle]").get_by_role("button", name="Absent").click()
    expect(mark_of(second, 9)).to_contain_text("Absent")
    saved_at_once(second)
    pages[0].reload()
    expect(mark_of(pages[0], 9)).to_contain_text("Absent")
    expect(pages[0].locator("[data-settle]")).to_have_count(0)


def test_the_list_follows_who_leaves_the_run_and_who_comes_back(taken_along, register):
    taken_along.set_offline(True)
    page = taken_along.new_page()
    page.goto(register)
    lines = page.locator("[data-row]")
    people = lines.count()
    marked, bare = lines.nth(people - 1), lines.nth(people - 2)
    places = [each.get_attribute("data-row").replace("-", "") for each in (marked, bare)]
    marked.locator("button.sala-mark").click()
    page.get_by_text("1 mark waiting.").wait_for(timeout=PATIENCE)
    stand(places, "withdrawn")
    taken_along.set_offline(False)
    note = page.locator("[data-refused]")
    expect(note).to_contain_text("not on the list of the run", timeout=PATIENCE)
    taken_along.set_offline(True)
    page.reload()
    expect(marked).to_contain_text("Not on the list any more")
    expect(marked.locator("button.sala-mark")).to_be_disabled()
    expect(bare).to_be_hidden()
    expect(page.locator("[data-here]")).to_contain_text(f"of {people - 2} here")
    note.get_by_role("button").click()
    expect(marked).to_be_hidden()
    stand(places, "enrolled")
    taken_along.set_offline(False)
    mark_of(page, people - 3).click()
    saved_at_once(page)
    expect(page.locator("[data-here]")).to_contain_text(f"of {people} here")
    for line in (marked, bare):
        expect(line.locator("button.sala-mark")).to_be_enabled()
        expect(line).not_to_contain_text("Not on the list any more")


def test_closing_sends_no_marks_of_a_page_that_may_be_old(taken_along, register):
    page = taken_along.new_page()
    page.goto(register)
    expect(mark_of(page, 0)).to_be_visible()
    saved(page)
    with page.expect_request(lambda request: request.url.endswith("/close/")) as sent:
        page.get_by_role("button", name="Close register").click()
    names = {part.split("=")[0] for part in sent.value.post_data.split("&")}
    assert {"csrfmiddlewaretoken", "form"} <= names
    assert not [name for name in names if name.startswith(("m-", "n-", "r-", "s-"))]
    page.wait_for_load_state()
    expect(page.get_by_role("button", name="Close register")).to_be_visible()


def stand(places, status):
    """The office takes people off the run, or puts them back."""
    uuids = ", ".join(f"'{each}'" for each in places)
    write(
        f"update courses_enrollment set status = '{status}', status_since = datetime('now')"
        f" where uuid in ({uuids})"
    )


def test_the_next_user_of_the_phone_sees_nothing_of_the_last(taken_along, register):
    page = taken_along.new_page()
    page.goto(register)
    taken_along.set_offline(True)
    mark_of(page, 6).click()
    page.get_by_text("1 mark waiting.").wait_for(timeout=PATIENCE)
    [made] = [event["event"] for event in taps(page)]
    page.close()
    taken_along.clear_cookies()
    taken_along.set_offline(False)
    page = site.sign_in(taken_along, PARTICIPANT)
    page.goto("/en/training/my/")
    page.wait_for_load_state("networkidle")
    taken_along.set_offline(True)
    page.goto(register)
    expect(page.get_by_role("heading", name="No signal")).to_be_visible()
    expect(page.get_by_text("No register is on this phone.")).to_be_visible()
    assert kept_once([made]) == 0
    page.close()
    taken_along.set_offline(False)
    taken_along.clear_cookies()
    page = ready(taken_along, STAFF)
    assert (kept_once([made]), taps(page)) == (1, [])


def test_signing_out_warns_of_marks_that_wait_and_takes_the_people_off_the_phone(phone, register):
    page = ready(phone, STAFF)
    page.goto(register)
    page.route("**/offline/sync/", lambda route: route.abort())
    mark_of(page, 7).click()
    page.goto("/en/accounts/logout/")
    out = page.locator("main").get_by_role("button", name="Sign out")
    out.click()
    page.get_by_text("1 mark waiting.").wait_for(timeout=PATIENCE)
    out.click()
    page.wait_for_url("**/en/", timeout=PATIENCE)
    assert page.evaluate("caches.has('sala-pages')") is False
    assert [event["state"] for event in taps(page)] == ["waiting"]


def test_a_lost_phone_hands_in_what_it_holds_and_empties_itself(phone, register):
    page = ready(phone, STAFF)
    page.goto(register)
    phone.set_offline(True)
    mark_of(page, 8).click()
    page.get_by_text("1 mark waiting.").wait_for(timeout=PATIENCE)
    [made] = [event["event"] for event in taps(page)]
    write("update courses_device set revoked_at = datetime('now')")
    phone.clear_cookies()
    phone.set_offline(False)
    page.get_by_text("This phone was reported lost.").wait_for(timeout=PATIENCE)
    kept = rows("select code from courses_quarantinedevent where uuid = ?", made.replace("-", ""))
    assert (kept_once([made]), kept) == (0, [("revoked",)])
    assert page.evaluate("indexedDB.databases().then((all) => all.length)") == 0
    assert page.evaluate("caches.keys()") == []
