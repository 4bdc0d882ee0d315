"""What looks for faults on every screen finds them on a bad one, and none on a good one."""

import pytest

from tests.browser import axe, keys, site, widths

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("charts")]
PAGE = """<!doctype html><html lang="en"><head><title>Bad</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body { background: #fff; color: #000 } .grey { color: #757575 }
.box { background: #ccc } .under { position: absolute; inset: 0; background: #999 }
.over { position: relative } .mute:focus { outline: none }
.small { width: 16px; height: 16px; padding: 0; border: 0; font-size: 8px }
.large { width: 48px; height: 48px } .lid { position: absolute; inset: 0 auto auto 16px }
.foot { position: fixed; inset: auto 0 0; height: 90px; background: #fff }</style>
</head><body><main><h1>Bad</h1>BODY</main></body></html>"""
GOOD = '<p class="grey">Read</p><p class="grey">Read too</p><p><a href="#a">Go</a></p>'
UNREADABLE = [
    '<div class="box"><p class="grey">On grey</p></div>',
    '<div class="over"><div class="under"></div><p class="over grey">On what lies under</p></div>',
    '<p style="color: #aaa">Faint</p>',
]
SMALL = '<button type="button" class="small">A</button>'
LARGE = '<button type="button" class="large">A</button>'
HALF = f'<div class="over">{LARGE}<button type="button" class="large lid">B</button></div>'
ROOMY = [LARGE, SMALL, f'<div style="padding: 3em">{SMALL}</div>', LARGE + LARGE]
CROWDED = [(SMALL + SMALL, 2), (HALF, 1), (f'<div tabindex="0" role="link">{SMALL}</div>', 1)]
COVERED = f'{"<p>Text</p>" * 40}<a href="#c">Covered</a><div class="foot">Bar</div>'
NARROW = "width: 6em; overflow: hidden"
TRAP = """<button id="trap" type="button">In</button><a href="#out">Out</a>
<script>trap.onkeydown = (event) => event.preventDefault()</script>"""


@pytest.fixture
def shown(browser):
    """Shows a body on a phone."""
    context = browser.new_context(viewport=site.PHONE)
    page = context.new_page()

    def shown(body):
        page.set_viewport_size(site.PHONE)
        page.goto("about:blank")
        page.set_content(PAGE.replace("BODY", body))
        return page

    yield shown
    context.close()


def test_a_look_that_is_known_hides_no_other(shown):
    assert axe.findings(shown(GOOD)) == []
    found = axe.findings(shown(GOOD + "".join(UNREADABLE)))
    assert [line.split()[0] for line in found] == ["color-contrast"] * len(UNREADABLE) * 2


@pytest.mark.parametrize("body", ROOMY)
def test_a_target_with_room_is_large_enough(shown, body):
    assert axe.findings(shown(body)) == []


@pytest.mark.parametrize(("body", "small"), CROWDED)
def test_a_target_with_room_hides_no_other(shown, body, small):
    found = axe.findings(shown(LARGE + body))
    assert [line.split()[0] for line in found] == ["target-size"] * small * 2


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ('<a class="mute" href="#a">Go</a>', "focus does not show"),
        (COVERED, "focus is covered"),
        (TRAP, "Tab does not reach"),
    ],
)
def test_the_keyboard_finds(shown, body, problem):
    assert keys.problems(shown(GOOD)) == []
    assert [line.split(":")[0] for line in keys.problems(shown(body))] == [problem]


def test_narrow_enlarged_and_spaced_screens_hide_nothing(shown):
    assert widths.problems(shown("<p>Short</p>")) == []
    wide = '<p style="width: 380px">Wide</p><button type="button">Small</button>'
    found = widths.problems(shown(f'{wide}<div style="{NARROW}">OneLongWord</div>'))
    assert {line.split(":")[0] for line in found} == {
        "small target",
        "scrolls sideways at 320",
        "cut off at 390",
    }
