"""Draws the pictures of the demo content again.

``python -m lms.demo.art`` draws everything; ``python -m lms.demo.art tul oshc/03`` draws one course or one picture.
Needs Chromium (environment variable CHROMIUM, else /usr/bin/chromium) and the development requirements.
"""

import sys
from pathlib import Path

from .kit import HEIGHT, WIDTH, picture
from .render import browser_page, save_flat, shoot
from .scenes import PICTURES

CONTENT = Path(__file__).resolve().parent.parent / "content"


def scenes(wanted: list[str]):
    """Course code, key and drawing function of every wanted picture; of all when nothing is named."""
    for code, pictures in PICTURES.items():
        for key, draw in pictures.items():
            if not wanted or code in wanted or f"{code}/{key}" in wanted:
                yield code, key, draw


def main(wanted: list[str]) -> None:
    with browser_page(WIDTH, HEIGHT) as page:
        for code, key, draw in scenes(wanted):
            save_flat(shoot(page, picture(draw()), WIDTH, HEIGHT), CONTENT / code / f"{key}.png")


if __name__ == "__main__":
    main(sys.argv[1:])
