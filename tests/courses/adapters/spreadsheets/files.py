"""Spreadsheet files made for tests, the hostile ones included."""

import io
import zipfile

import openpyxl

_ODS_NAMESPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def xlsx(sheets, merge=()):
    """XLSX bytes from {title: rows}; `merge` are ranges to merge in every sheet."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        worksheet = book.create_sheet(title)
        for row in rows:
            worksheet.append(row)
        for cells in merge:
            worksheet.merge_cells(cells)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def archive(parts):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return target.getvalue()


def with_part(data, name, change):
    """The archive with one part replaced by what `change` makes of its bytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = {part: file.read(part) for part in file.namelist()}
    parts[name] = change(parts.get(name, b""))
    return archive(parts)


def ods(body, head=""):
    """ODS bytes around the XML of its tables."""
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": (
                f'<?xml version="1.0" encoding="UTF-8"?>{head}'
                f"<office:document-content {_ODS_NAMESPACES}><office:body><office:spreadsheet>"
                f"{body}</office:spreadsheet></office:body></office:document-content>"
            ),
        }
    )
