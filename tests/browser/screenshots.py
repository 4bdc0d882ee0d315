"""Takes the pictures of every screen: `python -m tests.browser.screenshots [NAME ...]`.

They go to build/screenshots/NAME.LANGUAGE-WIDTH.png; the ones of the README are copied to
docs/pictures/.
"""

import os
import shutil
import sys
from pathlib import Path

from tests.browser import site
from tests.browser.screens import screens

FOLDER = Path(os.environ.get("SALA_BROWSER_VAR", site.ROOT / "build" / "screenshots-site"))
PICTURES = site.ROOT / "build" / "screenshots"
README = site.ROOT / "docs" / "pictures"
IN_README = {
    "register.km-390.png",
    "course.en-1280.png",
    "my.km-390.png",
}


def main(names: list[str]) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    fresh = "SALA_BROWSER_VAR" not in os.environ
    site.tell(FOLDER, begin_again=fresh)
    with site.served(FOLDER) as address, site.chromium() as browser:
        contexts = {}
        for screen in screens(FOLDER):
            if names and screen.name not in names:
                continue
            if screen.who not in contexts:
                contexts[screen.who] = site.visitor(browser, address, site.PHONE)
                if screen.who:
                    site.sign_in(contexts[screen.who], screen.who).close()
            for language in ("en", "km"):
                for size in (site.PHONE, site.DESK):
                    take(contexts[screen.who], screen, language, size)
    README.mkdir(parents=True, exist_ok=True)
    for name in IN_README:
        if (PICTURES / name).exists():
            shutil.copy(PICTURES / name, README / name)


def take(context, screen, language: str, size: dict) -> None:
    page = context.new_page()
    page.set_viewport_size(size)
    page.goto(screen.address(language), wait_until="load")
    path = PICTURES / f"{screen.name}.{language}-{size['width']}.png"
    page.screenshot(path=path, full_page=size is site.DESK)
    print(path.relative_to(site.ROOT), flush=True)
    page.close()


if __name__ == "__main__":
    main(sys.argv[1:])
