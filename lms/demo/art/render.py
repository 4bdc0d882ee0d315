"""Turns SVG documents into small palette PNGs with the system's Chromium; used on a developer's machine only."""

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import zopfli.png
from PIL import Image
from playwright.sync_api import Page, sync_playwright

from . import kit
from .kit import HEIGHT, WIDTH


def _rgb(colour: str) -> tuple[int, int, int]:
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))


TOKENS = {_rgb(value) for value in vars(kit).values() if isinstance(value, str) and value.startswith("#")}


@contextmanager
def browser_page(width: int, height: int) -> Iterator[Page]:
    """A blank page; the browser's program is CHROMIUM or /usr/bin/chromium."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"])
        try:
            yield browser.new_page(viewport={"width": width, "height": height})
        finally:
            browser.close()


def shoot(page: Page, svg: str, width: int, height: int) -> Image.Image:
    """The drawing at the given size with a transparent ground."""
    page.set_viewport_size({"width": width, "height": height})
    page.set_content(f'<body style="margin:0;line-height:0">{svg}</body>')
    return Image.open(io.BytesIO(page.screenshot(omit_background=True)))


def save_flat(image: Image.Image, target: Path) -> None:
    """An opaque picture with as few colours as its soft edges allow."""
    target.parent.mkdir(parents=True, exist_ok=True)
    image = image.convert("RGB")
    squeeze(image.quantize(palette=_palette(image), dither=Image.Dither.NONE), target)


def squeeze(image: Image.Image, target: Path) -> None:
    raw = io.BytesIO()
    image.save(raw, "PNG", optimize=True)
    target.write_bytes(zopfli.png.optimize(raw.getvalue()))


def _palette(image: Image.Image) -> Image.Image:
    """The flat colours that matter in the picture and, for soft edges, each one half-way to ink."""
    counted = sorted(image.getcolors(WIDTH * HEIGHT), reverse=True)
    flats = [colour for count, colour in counted if colour in TOKENS and count > 30]
    ink = _rgb(kit.INK)
    halves = [tuple((a + b) // 2 for a, b in zip(colour, ink, strict=True)) for colour in flats if max(colour) > 120]
    table = Image.new("P", (1, 1))
    table.putpalette([part for colour in (flats + halves) for part in colour])
    return table


def save_clear(image: Image.Image, target: Path) -> None:
    """A picture with a transparent ground."""
    target.parent.mkdir(parents=True, exist_ok=True)
    image.quantize(64, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(target, optimize=True)
