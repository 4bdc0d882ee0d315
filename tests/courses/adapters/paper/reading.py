"""What readers find in a printed file, and what it looks like."""

import subprocess

import pypdfium2


def lines_of(pdf, folder):
    """The lines of every page as poppler reads them, one after the other."""
    (folder / "paper.pdf").write_bytes(pdf)
    told = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", "paper.pdf", "-"],
        cwd=folder, check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    return told.replace("\f", "\n").splitlines()


def text_of(pdf):
    """The text of every page as pdfium reads it."""
    pages = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_range() for page in pages]


def letters(text):
    return "".join(sign for sign in text if not sign.isspace() and sign not in "\u200b\ufffe")


def size_of(pdf):
    """Width and height of the first page in whole millimetres."""
    return tuple(round(side / 72 * 25.4) for side in pypdfium2.PdfDocument(pdf)[0].get_size())
