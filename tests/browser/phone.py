"""A trainer's phone in a test: what lies on it, and what the server has."""

import json
import sqlite3
import time

from tests.browser.conftest import FOLDER
from tests.browser.logins import signed_in
from tests.browser.screens import screens

PATIENCE = 20_000
#: Reads the taps of every owner from the disk of the phone.
TAPS = """async () => {
    const names = (await indexedDB.databases()).map((each) => each.name);
    const read = (name) => new Promise((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
            const all = request.result.transaction("events").objectStore("events").getAll();
            all.onsuccess = () => { request.result.close(); resolve(all.result); };
        };
    });
    return (await Promise.all(names.map(read))).flat();
}"""


def path_of(name):
    [screen] = [screen for screen in screens(FOLDER) if screen.name == name]
    return screen.path


def ready(context, username, language="en"):
    """Looks signed in at the desk until the phone is ready to work without signal."""
    page = signed_in(context, username)
    page.goto(f"/{language}/training/desk/")
    page.locator("[data-sala-ready]", has_text="kB").wait_for(timeout=PATIENCE)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    return page


def mark_of(page, number):
    return page.locator("[data-row]").nth(number).locator("button.sala-mark")


def taps(page):
    return page.evaluate(TAPS)


def saved(page):
    """Waits until nothing on the phone waits, and the screen says so: a mark is drawn before what
    is said of all of them."""
    until = time.monotonic() + PATIENCE / 1000
    while any(tap["state"] == "waiting" for tap in taps(page)):
        assert time.monotonic() < until, "Marks still wait."
        page.wait_for_timeout(100)
    page.get_by_text("All marks are saved.").wait_for(timeout=PATIENCE)


def saved_at_once(page):
    """Somebody puts the phone away, which waits for nothing: else it gives three seconds to take a
    tap back."""
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    saved(page)


def rows(query, *values):
    """Rows of the database that the demo writes."""
    with sqlite3.connect(f"file:{FOLDER / 'sala.sqlite3'}?mode=ro", uri=True) as database:
        return database.execute(query, values).fetchall()


def write(query):
    """Changes the database as somebody else would at the same time."""
    with sqlite3.connect(FOLDER / "sala.sqlite3", timeout=20) as database:
        database.execute(query)


def kept_once(events):
    """Which of the taps the server has, and that it has none of them twice."""
    found = rows(
        "select uuid, count(*) from courses_attendanceevent where uuid in "
        "(select value from json_each(?)) group by uuid",
        json.dumps([event.replace("-", "") for event in events]),
    )
    assert all(count == 1 for _uuid, count in found)
    return len(found)
