"""Draws the icons of the home screen from the sign of the site, with Chromium.

Run from the repository root:  python -m lms.tools.home_screen_icons
"""

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

TARGET = Path("courses/static/courses/icons")
SIGN = (
    '<path d="M16 3C13 9 8 12.5 2 14h4v2h20v-2h4C24 12.5 19 9 16 3z" fill="#fff"/>'
    '<path d="M8 16v12M24 16v12M13.5 19v9M18.5 19v9M4 29h24" fill="none" stroke="#fff" '
    'stroke-width="2.4" stroke-linecap="round"/>'
)
#: Side in pixels, share of the side that the sign takes, and how round the corners are. A launcher
#: cuts a mask out of the third one, so its sign keeps to the middle.
ICONS = {
    "sala-192.png": (192, 0.72, 0.16),
    "sala-512.png": (512, 0.72, 0.16),
    "sala-mask-512.png": (512, 0.52, 0),
}


def drawing(side, share, roundness):
    inner, edge = side * share, side * (1 - share) / 2
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}" '
        f'style="display:block"><rect width="{side}" height="{side}" rx="{side * roundness}" '
        f'fill="#0a5660"/><svg x="{edge}" y="{edge}" width="{inner}" height="{inner}" '
        f'viewBox="0 0 32 32">{SIGN}</svg></svg>'
    )


def main():
    TARGET.mkdir(parents=True, exist_ok=True)
    browser_path = shutil.which("chromium") or shutil.which("chromium-headless-shell")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        for name, (side, share, roundness) in ICONS.items():
            page = browser.new_page(viewport={"width": side, "height": side})
            page.set_content(f'<body style="margin:0">{drawing(side, share, roundness)}</body>')
            page.screenshot(path=TARGET / name, omit_background=True)
        browser.close()


if __name__ == "__main__":
    main()
