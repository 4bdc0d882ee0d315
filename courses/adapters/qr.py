"""QR codes as pictures that a page can hold without another request."""

import segno


def qr_data_uri(text: str) -> str:
    """A QR code, black on white with its quiet zone, as the address of an SVG picture."""
    return segno.make(text, error="m", micro=False).svg_data_uri(
        scale=1, border=2, dark="#000", light="#fff", xmldecl=False, nl=False
    )
