"""The register on a cheap phone: first load on a bad line, a tap, the scanner in bad light."""

import base64
import gzip
import os
import shutil
import statistics
import tempfile
import time
from contextlib import contextmanager, nullcontext
from io import BytesIO
from pathlib import Path

from tests.benchmarks.bench_pages import listened
from tests.benchmarks.measure import Figure, benchmark
from tests.browser import camera, site
from tests.browser.crowd import crowd
from tests.browser.screens import STAFF, screens

STORY = Path(os.environ["SALA_VAR"])
SCRIPTS = site.ROOT / "courses/static/courses"
OWN = ("offline.min.js", "worker.min.js", "guest.min.js")
CODE = "KH-8XGQ-56"
PATIENCE = 30_000
PEOPLE, TAPS, SLOWER = 200, 20, 4
#: 400 kbit/s with 400 ms from question to answer.
BAD_LINE = {
    "offline": False,
    "latency": 400,
    "downloadThroughput": 400_000 / 8,
    "uploadThroughput": 400_000 / 8,
}
#: Notes when the first mark can be tapped: the script makes its button when it is ready.
WATCH = """new MutationObserver((_, watcher) => {
    if (!document.querySelector("[data-row] button.sala-mark")) return;
    window.salaReady = performance.now();
    watcher.disconnect();
}).observe(document, {childList: true, subtree: true});"""
#: From the tap until the frame after the one that has drawn the mark.
TAP = """(number) => new Promise((resolve) => {
    const button = document.querySelectorAll("[data-row] button.sala-mark")[number];
    const start = performance.now();
    new MutationObserver((_, watcher) => {
        watcher.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
    }).observe(button, {attributes: true, childList: true});
    button.click();
})"""


@contextmanager
def phone_with(folder, *, film=None):
    """A signed-in phone that has loaded nothing yet, and the address of the site."""
    with (
        site.served(folder) as address,
        site.chromium() as plain,
        camera.chromium_with_camera(plain, film) if film else nullcontext(plain) as chromium,
    ):
        first = site.visitor(chromium, address, site.PHONE)
        site.sign_in(first, STAFF)
        signed_in = first.storage_state()
        first.close()
        yield site.visitor(chromium, address, site.PHONE, storage_state=signed_in)


def register_of(folder, language):
    [register] = [screen for screen in screens(folder) if screen.name == "register"]
    return register.address(language)


@contextmanager
def copied():
    """The story once more, to write into."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(shutil.copytree(STORY, Path(folder) / "story", dirs_exist_ok=True))


@benchmark("own_js_kb")
def own_scripts():
    size = sum(len(gzip.compress((SCRIPTS / name).read_bytes(), 9)) for name in OWN)
    yield Figure("own_js_kb", size / 1000, "kB", "minified and gzip", bar=25)


@benchmark("register_first_load_kb", needs="story")
def first_load():
    with phone_with(STORY) as phone:
        page = phone.new_page()
        with listened(page) as found:
            page.goto(register_of(STORY, "km"))
            page.wait_for_load_state("networkidle")
    yield Figure("register_first_load_kb", found["bytes"] / 1000, "kB", "25 people, Khmer", bar=120)


@benchmark("register_interactive_s", needs="story")
def interactive():
    seconds = []
    for _ in range(3):
        with phone_with(STORY) as phone:
            page = phone.new_page()
            page.add_init_script(WATCH)
            line = phone.new_cdp_session(page)
            line.send("Network.enable")
            line.send("Network.emulateNetworkConditions", BAD_LINE)
            page.goto(register_of(STORY, "km"), timeout=60_000)
            page.locator("[data-row] button.sala-mark").first.wait_for(timeout=PATIENCE)
            seconds.append(page.evaluate("window.salaReady") / 1000)
    yield Figure(
        "register_interactive_s", statistics.median(seconds), "s", "25 people, Khmer", bar=3
    )


@benchmark("tap_ms", needs="story")
def tap():
    with copied() as folder:
        [session] = crowd(folder, people=PEOPLE, sessions=1, since=1)
        with phone_with(folder) as phone:
            page = phone.new_page()
            page.goto(f"/km/training/sessions/{session}/register/")
            page.locator("[data-row] button.sala-mark").first.wait_for(timeout=PATIENCE)
            page.wait_for_load_state("networkidle")
            line = phone.new_cdp_session(page)
            line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
            times = [page.evaluate(TAP, number) for number in range(TAPS)]
    data = f"{PEOPLE} people, {SLOWER} times slower, 9 of 10 taps"
    yield Figure("tap_ms", sorted(times)[TAPS * 9 // 10 - 1], "ms", data, bar=100)


@benchmark("qr_first_decode_s", "qr_dark_frames", needs="story")
def scanner():
    with tempfile.TemporaryDirectory() as folder:
        film = camera.film([camera.card(CODE)], Path(folder) / "card.mjpeg")
        with phone_with(STORY, film=film) as phone:
            page = phone.new_page()
            page.goto("/en/training/desk/")
            page.locator("[data-sala-ready]", has_text="kB").wait_for(timeout=PATIENCE)
            page.goto(register_of(STORY, "en"))
            page.locator("[data-row] button.sala-mark").first.wait_for(timeout=PATIENCE)
            start = time.perf_counter()
            page.locator("[data-scan]").click()
            page.locator('#sala-scanner [data-told="stranger"]').wait_for(timeout=PATIENCE)
            seconds = time.perf_counter() - start
            vendor = page.locator("#sala-scanner").evaluate(
                "(it) => [it.dataset.decoder, it.dataset.wasm]"
            )
            texts = page.evaluate(
                camera.DECODE, [*vendor, [as_data(each) for each in dark_frames()]]
            )
    yield Figure("qr_first_decode_s", seconds, "s", "ready offline, fake camera", bar=1)
    read = sum(text == CODE for text in texts)
    yield Figure("qr_dark_frames", read, "frames", "of 15", bar=14, higher_is_better=True)


def dark_frames():
    """Fifteen pictures of a card: three distances, five lights, each held a little aslant."""
    return [
        camera.in_the_dark(camera.card(CODE, side=side, turn=turn), light)
        for side, turn in ((150, 4), (220, -8), (300, 14))
        for light in (0.1, 0.16, 0.22, 0.3, 0.4)
    ]


def as_data(picture):
    out = BytesIO()
    picture.save(out, "jpeg", quality=80)
    return f"data:image/jpeg;base64,{base64.b64encode(out.getvalue()).decode()}"
