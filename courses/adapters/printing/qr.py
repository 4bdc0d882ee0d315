"""QR codes as SVG."""

import re
from collections.abc import Iterator, Sequence

import segno

#: One mask for all: choosing the best of eight takes longer than the rest of the code.
MASK = 2
#: Squares of quiet zone.
BORDER = 4
DARK = re.compile(rb"\x01+")


#: From this length on, more but smaller squares would be harder to read than a code that forgives
#: less: level M instead of Q.
LONG = 120


def qr_svg(text: str) -> str:
    """An SVG element of the QR code with four modules of quiet zone. Never a Micro QR code, which
    phones do not read. The namespace is for browsers, which need it in a picture."""
    error = "m" if len(text) > LONG else "q"
    code = segno.make(parts(text), error=error, mask=MASK, micro=False)
    side = len(code.matrix) + 2 * BORDER
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}" class="segno">'
        f'<path class="qrline" stroke="#000" d="{"".join(_lines(code.matrix))}"/></svg>'
    )


def _lines(matrix: Sequence[bytearray]) -> Iterator[str]:
    """A line through the middle of each run of dark squares, drawn on from the one before: what
    segno writes, in a third of its time."""
    x, y = 0, 0
    for number, row in enumerate(matrix):
        for run in DARK.finditer(row):
            start, end = run.start() + BORDER, run.end() + BORDER
            move = f"m{start - x} {number - y}" if x else f"M{start} {number + BORDER}.5"
            yield f"{move}h{end - start}"
            x, y = end, number


def parts(text: str) -> list[str] | str:
    """An address and what stands behind its `#` are set apart: capitals and digits take less room,
    and the sign itself is none of them."""
    before, sign, after = text.partition("#")
    return [before, sign, after] if after else text
