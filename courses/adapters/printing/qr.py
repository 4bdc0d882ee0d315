"""QR codes as SVG."""

import segno

#: One mask for all: choosing the best of eight takes longer than the rest of the code.
MASK = 2


#: From this length on, more but smaller squares would be harder to read than a code that forgives
#: less: level M instead of Q.
LONG = 120


def qr_svg(text: str) -> str:
    """An SVG element of the QR code with four modules of quiet zone. Never a Micro QR code, which
    phones do not read. The namespace is for browsers, which need it in a picture."""
    error = "m" if len(text) > LONG else "q"
    code = segno.make(parts(text), error=error, mask=MASK, micro=False).svg_inline(border=4)
    return code.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)


def parts(text: str) -> list[str] | str:
    """An address and what stands behind its `#` are set apart: capitals and digits take less room,
    and the sign itself is none of them."""
    before, sign, after = text.partition("#")
    return [before, sign, after] if after else text
