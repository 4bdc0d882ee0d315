import datetime
import io
import zipfile

import pytest

from courses.adapters.spreadsheets import Limits, Sheet, SpreadsheetError, Workbook, read_workbook
from tests.courses.adapters.spreadsheets.files import archive, ods, with_part, xlsx

LIST = {"Line 1": [["No.", "Name"], [1, "សុខ ដារ៉ា"]]}


def code_of(data, limits=None):
    with pytest.raises(SpreadsheetError) as refusal:
        read_workbook(data, limits)
    return refusal.value.code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \r\n \n", "empty"),
        (b"\xef\xbb\xbf,,\r\n,,", "empty"),
        (xlsx({"Sheet1": []}), "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 900, "legacy_xls"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "encrypted",
        ),
        (b"%PDF-1.7 list", "not_a_spreadsheet"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not_a_spreadsheet"),
        (b"<html><table><tr><td>Name</td></tr></table>", "not_a_spreadsheet"),
        (archive({"word/document.xml": "<w/>"}), "not_a_spreadsheet"),
        (archive({"mimetype": "application/epub+zip"}), "not_a_spreadsheet"),
        (b"PK\x03\x04 and then nothing of use", "unreadable"),
        (archive({"xl/workbook.xml": "<broken"}), "unreadable"),
        (ods("")[:-30], "unreadable"),
    ],
)
def test_what_is_no_list_is_refused_with_a_code(data, code):
    assert code_of(data) == code


def test_limits_are_held():
    many_rows = xlsx({"A": [[n] for n in range(1, 12)]})
    many_columns = xlsx({"A": [list(range(12))]})
    many_sheets = xlsx({"A": [[1]], "B": [[1]], "C": [[1]]})
    small = Limits(rows=10, columns=10, sheets=2)
    assert code_of(many_rows, small) == "too_many_rows"
    assert code_of(many_columns, small) == "too_many_columns"
    assert code_of(many_sheets, small) == "too_many_sheets"
    assert code_of(ods('<table:table table:name="a"/>' * 3), small) == "too_many_sheets"
    assert code_of(b"name\n" + b"sok\n" * 10, small) == "too_many_rows"
    assert code_of(xlsx(LIST), Limits(file_bytes=1000)) == "too_large"


def test_bombs_and_stuffed_archives_are_refused():
    bomb = with_part(xlsx(LIST), "xl/media/picture.bin", lambda part: b"\0" * 70_000_000)
    assert len(bomb) < 100_000
    assert code_of(bomb) == "too_large"
    assert code_of(archive({f"part{n}": "" for n in range(501)})) == "hostile"


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
def test_own_declarations_in_xml_are_refused(part):
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    early = with_part(xlsx(LIST), part, lambda xml: laughs + xml)
    late = with_part(xlsx(LIST), part, lambda xml: b"<!--" + b" " * 5000 + b"-->" + laughs + xml)
    assert code_of(early) == "hostile"
    assert code_of(late) == "hostile"


def test_own_declarations_in_ods_are_refused():
    laughs = '<!DOCTYPE x [<!ENTITY a "ha">]>'
    assert code_of(ods("", head=laughs)) == "hostile"
    assert code_of(ods("", head=f"<!--{' ' * 5000}-->{laughs}")) == "hostile"


def test_encrypted_parts_are_refused():
    data = bytearray(xlsx(LIST))
    position = 0
    while (position := data.find(b"PK\x01\x02", position)) >= 0:
        data[position + 8] |= 1
        position += 4
    assert code_of(bytes(data)) == "encrypted"


def test_two_parts_of_one_name_are_refused():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as file, pytest.warns(UserWarning, match="Duplicate"):
        file.writestr("xl/workbook.xml", "<a/>")
        file.writestr("xl/workbook.xml", "<b/>")
    assert code_of(target.getvalue()) == "hostile"


def test_values_of_an_xlsx_come_out_plain():
    rows = [
        ["Text ", 12345678.0, 1.5, True, None, "#REF!"],
        [],
        [datetime.datetime(1990, 5, 3), datetime.datetime(2025, 5, 3, 8, 30)],
        [datetime.time(8, 30), "=1+1", " "],
    ]
    assert read_workbook(xlsx({"Line 1": rows, "Line 2": []})) == Workbook(
        (
            Sheet(
                "Line 1",
                (
                    ("Text", 12345678, 1.5, True),
                    (),
                    (datetime.date(1990, 5, 3), datetime.datetime(2025, 5, 3, 8, 30)),
                    ("08:30:00",),
                ),
            ),
            Sheet("Line 2", ()),
        )
    )


def test_merged_cells_hold_their_value_once():
    data = xlsx({"A": [["Staff list", "x", "y"], ["Name", "Sex"]]}, merge=["A1:C1"])
    assert read_workbook(data).sheets[0].rows == (("Staff list",), ("Name", "Sex"))


def test_a_far_away_styled_row_does_not_count():
    far = b'<row r="1048576"><c r="A1048576"><v>9</v></c></row></sheetData>'
    data = with_part(
        xlsx(LIST), "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"</sheetData>", far)
    )
    assert len(read_workbook(data).sheets[0].rows) == 2


def test_values_of_an_ods_come_out_plain():
    body = """<table:table table:name="Line 1">
      <table:table-row>
        <table:table-cell office:value-type="string"><text:p>សុខ</text:p><text:p>ដារ៉ា</text:p>
        </table:table-cell>
        <table:covered-table-cell table:number-columns-repeated="2"/>
        <table:table-cell office:value-type="float" office:value="12345678"/>
        <table:table-cell office:value-type="date" office:date-value="1990-05-03"/>
        <table:table-cell office:value-type="boolean" office:boolean-value="true"/>
        <table:table-cell table:number-columns-repeated="16000"/>
      </table:table-row>
      <table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>
      <table:table-row><table:table-cell><text:p>end</text:p></table:table-cell></table:table-row>
      <table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>
    </table:table>"""
    assert read_workbook(ods(body)) == Workbook(
        (
            Sheet(
                "Line 1",
                (
                    ("សុខ\nដារ៉ា", None, None, 12345678, datetime.date(1990, 5, 3), True),
                    (),
                    (),
                    ("end",),
                ),
            ),
        )
    )
    assert code_of(ods("<broken>")) == "unreadable"


@pytest.mark.parametrize(
    "data",
    [
        "ឈ្មោះ,Phone\r\nសុខ,012345678\r\n".encode(),
        "ឈ្មោះ,Phone\r\nសុខ,012345678\r\n".encode("utf-8-sig"),
        "ឈ្មោះ\tPhone\nសុខ\t012345678\n".encode("utf-16"),
        b"\xfe\xff" + "ឈ្មោះ;Phone\nសុខ;012345678".encode("utf-16-be"),
        'sep=;\r\nឈ្មោះ;Phone\r\n"សុខ";012345678'.encode(),
        "ឈ្មោះ|Phone\nសុខ|012345678".encode(),
    ],
)
def test_csv_of_any_encoding_and_delimiter_keeps_its_zeros(data):
    assert read_workbook(data).sheets == (Sheet("", (("ឈ្មោះ", "Phone"), ("សុខ", "012345678"))),)


def test_csv_of_an_old_windows_program():
    assert read_workbook("Name;Café\nSok;1,5".encode("cp1252")).sheets[0].rows == (
        ("Name", "Café"),
        ("Sok", "1,5"),
    )


def test_a_quoted_cell_keeps_its_line_breaks_and_a_huge_one_is_refused():
    assert read_workbook(b'a,b\n"x\ny",2').sheets[0].rows[1] == ("x\ny", "2")
    assert code_of(b'a,b\n"' + b"x" * 200_000 + b'",2') == "unreadable"
    assert code_of(b"sep=?\na\0b") == "not_a_spreadsheet"


def test_numbers_that_are_none_are_nothing():
    body = (
        '<table:table><table:table-row><table:table-cell office:value-type="float"/>'
        "<table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>"
    )
    assert read_workbook(ods(body)).sheets[0].rows == ((None, "x"),)
