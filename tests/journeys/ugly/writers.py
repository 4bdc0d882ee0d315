"""Spreadsheet bytes of every kind from rows of plain values."""

import datetime
from xml.sax.saxutils import escape, quoteattr

from tests.courses.adapters.spreadsheets import files


def xlsx(*rows, merge=(), **sheets):
    """One sheet from rows, or several from keywords."""
    return files.xlsx(sheets or {"Sheet1": rows}, merge=merge)


def ods(*rows, **sheets):
    """As LibreOffice writes it: blank cells and rows repeated, the sheet filled up to its end."""
    tables = sheets or {"Sheet1": rows}
    return files.ods("".join(_table(name, lines) for name, lines in tables.items()))


def text(content, encoding="utf-8-sig"):
    return content.encode(encoding)


def _table(name, rows):
    filler = (
        '<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
    )
    lines = "".join(f"<table:table-row>{_cells(row)}</table:table-row>" for row in rows)
    return f"<table:table table:name={quoteattr(name)}>{lines}{filler}</table:table>"


def _cells(row):
    return "".join(map(_cell, row)) + '<table:table-cell table:number-columns-repeated="1000"/>'


def _cell(value):
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, datetime.date):
        return (
            '<table:table-cell office:value-type="date" '
            f'office:date-value="{value.isoformat()}"><text:p>x</text:p></table:table-cell>'
        )
    if isinstance(value, int | float):
        return (
            f'<table:table-cell office:value-type="float" office:value="{value}">'
            f"<text:p>{value}</text:p></table:table-cell>"
        )
    paragraphs = "".join(f"<text:p>{escape(line)}</text:p>" for line in value.split("\n"))
    return f'<table:table-cell office:value-type="string">{paragraphs}</table:table-cell>'
