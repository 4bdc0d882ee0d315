"""A real site with the demo story and a real browser, for tests, pictures and benchmarks."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from socket import socket

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.needs import chromium_path

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "rumduol-demo"
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}
LONGEST_START = 400
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def free_port() -> int:
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def demo_site(folder: Path, *, begin_again: bool = True):
    """Serve the demo from its own data in `folder`; yields the address without a slash at the end.

    `begin_again=False` keeps what an earlier call left there.
    """
    port = free_port()
    environment = {
        **os.environ,
        "PORT": str(port),
        "SALA_VAR": str(folder),
        "RESET": "1" if begin_again else "0",
    }
    log = folder.with_suffix(".log")
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("w") as out:
        server = subprocess.Popen(
            [sys.executable, "-m", "lms.tools.demo"],
            cwd=ROOT, env=environment, stdout=out, stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(f"{address}/en/", server, log)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=20)


def _wait_for(url: str, server: subprocess.Popen, log: Path) -> None:
    for _second in range(LONGEST_START):
        if server.poll() is not None:
            raise RuntimeError(f"The site did not start:\n{log.read_text()[-3000:]}")
        try:
            urllib.request.urlopen(url, timeout=5).close()
        except (urllib.error.URLError, OSError):
            time.sleep(1)
        else:
            return
    raise RuntimeError(f"The site did not answer in {LONGEST_START} seconds.")


@contextmanager
def chromium():
    """The system's Chromium, driven by Playwright."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=QUIET)
        try:
            yield browser
        finally:
            browser.close()


def visitor(browser: Browser, address: str, size: dict, **options) -> BrowserContext:
    """A fresh visitor with a screen of the given size."""
    return browser.new_context(base_url=address, viewport=size, locale="en-GB", **options)


def sign_in(context: BrowserContext, username: str) -> Page:
    """Sign in through the form, as a person does; returns the page where one lands."""
    page = context.new_page()
    page.goto("/en/accounts/login/")
    page.get_by_label("Name or e-mail").fill(username)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.locator("main form button[type=submit], main form button").first.click()
    page.wait_for_load_state()
    return page
