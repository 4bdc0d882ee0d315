"""A real site with the demo story and a real browser, for tests, pictures and benchmarks."""

import fcntl
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from socket import socket
from weakref import WeakKeyDictionary

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, sync_playwright

from tests.needs import chromium_path

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "rumduol-demo"
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}
LONGEST_START = 400
DATABASE = "sala.sqlite3"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
#: Scripts of a page do not run long enough in a test for what an optimizing compiler does to pay;
#: what is measured runs in the browser that people have.
FEWER_COMPILERS = "--js-flags=--always-sparkplug --no-maglev --no-turbofan --no-flush-bytecode"
_devtools: WeakKeyDictionary[Page, CDPSession] = WeakKeyDictionary()


def free_port() -> int:
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def told(folder: Path, teller: str, empty: Path | None = None) -> Path:
    """A folder with the demo freshly told, nobody having touched it, below `folder`.

    Whoever comes first tells it, whoever else has the same `teller` waits and finds it. `empty`
    is a migrated SQLite file without rows to begin from.
    """
    folder.mkdir(parents=True, exist_ok=True)
    story, told_by = folder / "told", folder / "told-by"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not told_by.exists() or told_by.read_text() != teller:
            told_by.unlink(missing_ok=True)
            tell(story, begin_again=True, empty=empty)
            told_by.write_text(teller)
    return story


def tell(story: Path, *, begin_again: bool, empty: Path | None = None) -> None:
    """Do what `make demo` does before it serves."""
    environment = {
        **os.environ,
        "PORT": str(free_port()),
        "SALA_VAR": str(story),
        "RESET": "1" if begin_again else "0",
    }
    command = [sys.executable, "-m", "lms.tools.demo", "--prepare"]
    command += [f"--empty={empty}"] if empty else []
    done = subprocess.run(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, timeout=LONGEST_START,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"The demo was not told:\n{done.stdout[-3000:]}")


def as_told(story: Path, folder: Path) -> None:
    """Make `folder` what `story` is, also while it is being served: its database in one
    transaction, and the files that differ."""
    folder.mkdir(parents=True, exist_ok=True)
    with (
        closing(sqlite3.connect(story / DATABASE)) as told,
        closing(sqlite3.connect(folder / DATABASE, timeout=20)) as mine,
    ):
        told.backup(mine)
    wanted, there = files_of(story), files_of(folder)
    for name in there.keys() - wanted.keys():
        (folder / name).unlink()
    for name in wanted:
        if there.get(name) != wanted[name]:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(story / name, folder / name)


def files_of(folder: Path) -> dict[Path, tuple[int, int]]:
    """Size and time of each file that is no part of the database, by its place in the folder."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {
        path.relative_to(folder): (path.stat().st_size, path.stat().st_mtime_ns)
        for path in files
        if not path.name.startswith(DATABASE)
    }


@contextmanager
def served(story: Path):
    """Serve a told demo from its folder; yields the address without a slash at the end."""
    with server(story) as (address, _afresh):
        yield address


@contextmanager
def server(story: Path):
    """Serve a told demo from its folder; yields the address without a slash at the end, and what
    puts a fresh process, which remembers nothing, in the place of the one that answers."""
    address = f"127.0.0.1:{free_port()}"
    environment = {
        **os.environ,
        "SALA_VAR": str(story),
        "SALA_MODE": "demo",
        "SITE_NAME": "Rumduol Programme",
        "SITE_URL": f"http://{address}",
        "DJANGO_SETTINGS_MODULE": "lms.settings",
    }
    environment.pop("DATABASE_URL", None)
    command = [sys.executable, "-m", "gunicorn", "lms.wsgi", "--bind", address]
    log = story.with_suffix(".log")
    with log.open("w") as out:
        process = subprocess.Popen(
            [*command, "--config", "python:tests.browser.serving", "--log-level", "warning"],
            cwd=ROOT, env=environment, stdout=out, stderr=subprocess.STDOUT,
            start_new_session=True,
        )  # fmt: skip
        try:
            _wait_for(f"http://{address}/en/", process, log)
            yield f"http://{address}", afresh(story.with_suffix(".pid"))
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait(timeout=20)


def afresh(answering: Path) -> Callable[[], None]:
    """What ends the process that answers, when nobody asks it, and waits for the next."""

    def replace():
        old = answering.read_text()
        os.kill(int(old), signal.SIGKILL)
        for _try in range(LONGEST_START * 20):
            if answering.read_text() not in {"", old}:
                return
            time.sleep(0.05)
        raise RuntimeError("No fresh process answers.")

    return replace


def _wait_for(url: str, server: subprocess.Popen, log: Path) -> None:
    for _try in range(LONGEST_START * 20):
        if server.poll() is not None:
            raise RuntimeError(f"The site did not start:\n{log.read_text()[-3000:]}")
        try:
            urllib.request.urlopen(url, timeout=20).close()
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"The site did not answer in {LONGEST_START} seconds.")


@contextmanager
def chromium(*flags: str):
    """The system's Chromium, driven by Playwright."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=[*QUIET, *flags])
        try:
            yield browser
        finally:
            browser.close()


def visitor(browser: Browser, address: str, size: dict, **options) -> BrowserContext:
    """A fresh visitor with a screen of the given size, who does not want things to move: Wagtail's
    menu pulses while there is news, which is drawn sixty times a second on every screen."""
    still = {"locale": "en-GB", "reduced_motion": "reduce"}
    return browser.new_context(base_url=address, viewport=size, **still, **options)


def devtools(page: Page) -> CDPSession:
    """The page's line to Chromium. It stays open: a session that ends takes virtual authenticators
    away, whoever made them."""
    if page not in _devtools:
        _devtools[page] = page.context.new_cdp_session(page)
    return _devtools[page]


def sign_in(context: BrowserContext, username: str) -> Page:
    """Sign in through the form, as a person does; returns the page where one lands."""
    page = context.new_page()
    page.goto("/en/accounts/login/")
    page.get_by_label("Name or e-mail").fill(username)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.locator("main form button[type=submit], main form button").first.click()
    page.wait_for_load_state()
    return page
