"""Charts and map in a browser: readable by axe, without a sideways scroll, also in the dark."""

import json
from pathlib import Path

import axe_playwright_python
import pytest
from django.contrib.staticfiles import finders
from django.utils import translation

from tests.browser.chart_samples import charts, sample_page

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("charts")]
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag22aa"], "resultTypes": ["violations"]}
TYPES = {".css": "text/css", ".woff2": "font/woff2"}


@pytest.fixture(scope="module")
def samples(browser):
    """The samples in a language, opened once, with axe brought to them."""
    opened = {}

    def of(language):
        if language not in opened:
            with translation.override(language):
                body = sample_page(language)
            page = opened[language] = browser.new_context().new_page()
            page.route("**/*", lambda route: answer(route, body))
            page.goto("http://charts.test/")
            page.add_script_tag(content=AXE.read_text(encoding="utf-8"))
        return opened[language]

    yield of
    for page in opened.values():
        page.context.close()


@pytest.fixture
def page(samples):
    """Shows the samples in a language, so wide, in a scheme of colours."""

    def shown(language, width, scheme):
        page = samples(language)
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        return page

    return shown


def answer(route, body):
    _host, found, name = route.request.url.partition("/static/")
    if found:
        path = Path(finders.find(name))
        route.fulfill(path=path, content_type=TYPES[path.suffix])
    else:
        route.fulfill(body=body, content_type="text/html; charset=utf-8")


@pytest.mark.parametrize("language", ["en", "km"])
@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (390, "dark"), (1280, "light")])
def test_charts_fit_and_everybody_can_read_them(page, language, width, scheme):
    shown = page(language, width, scheme)

    assert shown.evaluate("document.documentElement.scrollWidth") == width
    found = shown.evaluate(f"axe.run('main', {json.dumps(RULES)})")
    assert [one["id"] for one in found["violations"]] == []


def test_every_picture_has_its_numbers_one_tap_away(page):
    shown = page("en", 390, "light")
    summaries = shown.locator("summary")

    assert summaries.count() == len(charts("en"))
    summaries.first.click()
    assert shown.get_by_role("rowheader", name="March 2026").is_visible()
    assert summaries.first.bounding_box()["height"] >= 43.5
    assert shown.get_by_role("img").count() == len(charts("en")) + 1


def test_labels_stay_within_the_picture(page):
    shown = page("km", 390, "light")
    shown.evaluate("document.fonts.ready")
    outside = shown.evaluate("""() => [...document.querySelectorAll('.sala-chart')].flatMap(svg => {
        const room = svg.getBoundingClientRect();
        return [...svg.querySelectorAll('text')].filter(text => {
            const box = text.getBoundingClientRect();
            return box.left < room.left - 1 || box.right > room.right + 1;
        }).map(text => text.textContent);
    })""")
    assert outside == []
