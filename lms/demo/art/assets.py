"""Draws what stands beside the lessons: app icons, and the invented issuers' logos and signatures.

``python -m lms.demo.art.assets [FOLDER]``; FOLDER holds the issuers' drawings as SVG.
"""

import re
import sys
from pathlib import Path

from . import render
from .kit import ACT, PAPER

HERE = Path(__file__).resolve().parent
STATIC = HERE.parents[1] / "static" / "lms"
DRAWINGS = ("logo-romduol", "logo-spean-thmei", "signature-1", "signature-2")
WIDE = 600

HOUSE = (
    f'<path d="M16 3C13 9 8 12.5 2 14h4v2h20v-2h4C24 12.5 19 9 16 3z" fill="{PAPER}"/>'
    f'<path d="M8 16v12M24 16v12M13.5 19v9M18.5 19v9M4 29h24" fill="none" stroke="{PAPER}" stroke-width="2.4" stroke-linecap="round"/>'
)


def icon(size: int, round_: float, share: float) -> str:
    """The sala on a plate; ``share`` is how much of the side it fills."""
    corner = 16 - 16 * share
    plate = f'<rect width="32" height="32" rx="{round_}" fill="{ACT}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="{size}" height="{size}">{plate}<g transform="translate({corner} {corner}) scale({share})">{HOUSE}</g></svg>'


def sized(svg: str, width: int) -> tuple[str, int]:
    """The drawing at the given width in pixels, and its height."""
    _, _, w, h = (float(part) for part in re.search(r'viewBox="([^"]+)"', svg)[1].split())
    height = round(width * h / w)
    svg = re.sub(r' width="[^"]+"', f' width="{width}"', svg, count=1)
    return re.sub(r' height="[^"]+"', f' height="{height}"', svg, count=1), height


def draw_icons(page) -> None:
    for name, size, corner, share in (
        ("icon-192", 192, 0, 0.66),
        ("icon-512", 512, 0, 0.66),
        ("favicon-32", 32, 5, 0.8),
    ):
        image = render.shoot(page, icon(size, corner, share), size, size)
        render.save_clear(image, STATIC / f"{name}.png")


def draw_issuers(page, drawings: Path) -> None:
    for name in DRAWINGS:
        svg, height = sized((drawings / f"{name}.svg").read_text(encoding="utf-8"), WIDE)
        render.save_clear(render.shoot(page, svg, WIDE, height), HERE / "issuer" / f"{name}.png")


def main(drawings: Path | None) -> None:
    with render.browser_page(WIDE, WIDE) as page:
        draw_icons(page)
        if drawings:
            draw_issuers(page, drawings)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else None)
