"""QR codes as SVG."""

import segno

#: One mask for all: choosing the best of eight takes longer than the rest of the code.
MASK = 2


def qr_svg(text: str) -> str:
    """An SVG element of the QR code at level Q, with four modules of quiet zone. Never a Micro QR
    code, which phones do not read. The namespace is for browsers, which need it in a picture."""
    code = segno.make(text, error="q", mask=MASK, micro=False).svg_inline(border=4)
    return code.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
