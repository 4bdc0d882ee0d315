"""The files. Every person is invented; `rows` and `problems` of a case name every row."""

import datetime
from dataclasses import dataclass, field

from tests.journeys.ugly.writers import ods, text, xlsx

OLD_FONT = "not_unicode_khmer"


@dataclass(frozen=True)
class Case:
    """`rows`: row number and who is read there. `problems`: row (0 for the sheet), code and whether
    it blocks. `asked`: headings that somebody is asked about. `chosen`: what somebody said."""

    data: bytes
    rows: tuple = ()
    problems: tuple = ()
    asked: tuple = ()
    chosen: dict = field(default_factory=dict)


DARA = ("សុខ ដារ៉ា", "Sok Dara", "male")
THEARY = ("ចាន់ ធារី", "Chan Theary", "female")
KM = ["ល.រ", "ឈ្មោះ", "អក្សរឡាតាំង", "ភេទ"]

OLD = (["ឈ្មោះខ្មែរ", "Name in English"], ["suxdar:a", "Sok Dara"], ["can;FarI", "Chan Theary"])

CASES = {
    "ods_with_logo_total_and_signature": Case(
        ods(
            ["រោងចក្រ សរសៃឈូក"], [], KM,
            ["១", "សុខ ដារ៉ា", "Sok Dara", "ប្រុស"], [],
            ["២", "ចាន់ ធារី", "Chan Theary", "ស្\u200bរី"],
            ["សរុប", "២ នាក់"], [], [None, None, None, "ហត្ថលេខា"],
        ),
        rows=((4, *DARA), (6, *THEARY)),
    ),
    "ods_with_dates_and_phones_as_numbers": Case(
        ods(
            ["Name", "Sex", "Date of birth", "Phone"],
            ["Sok Dara", "M", datetime.date(1990, 5, 3), 12345678],
            ["Chan Theary", "F", "០៣/០៥/២៥៣៨", 98765432.0],
            ["Ly Nary", "F", 1994.0, "012 111 222\n098 333 444"],
        ),
        rows=(
            (2, "", "Sok Dara", "male", 1990, "+85512345678"),
            (3, "", "Chan Theary", "female", 1995, "+85598765432"),
            (4, "", "Ly Nary", "female", 1994, "+85512111222 +85598333444"),
        ),
    ),
    "ods_with_several_sheets": Case(
        ods(
            Cover=[["Lotus Thread"], ["List of participants"]],
            Line1=[["Name", "Sex"], ["Sok Dara", "M"]],
            Line2=[["Name", "Sex"], ["Chan Theary", "F"], ["sok dara", "M"]],
        ),
        rows=((2, "", "Sok Dara", "male"), (2, "", "Chan Theary", "female"),
              (3, "", "sok dara", "male")),
        problems=((0, "sheet_left_out", False), (3, "twice_in_list", True)),
    ),
    "csv_from_excel_as_unicode_text": Case(
        text("No\tName\tSex\r\n1\tសុខ ដារ៉ា\tប\r\n\t\t\r\n2\tចាន់ ធារី\tស\r\n", "utf-16"),
        rows=((2, "សុខ ដារ៉ា", "", "male"), (4, "ចាន់ ធារី", "", "female")),
    ),
    "csv_with_sep_line_and_quotes": Case(
        text('sep=;\r\nName;Sex;Phone\r\n"Sok; Dara";M;"012345678\n098765432"\r\n'),
        rows=((2, "", "Sok Dara", "male", "+85512345678 +85598765432"),),
    ),
    "csv_in_an_old_western_encoding": Case(
        text("Name,Sex\nRené Sok,M\nDupré Chan,F\nTotal,,2\n", "cp1252"),
        rows=((2, "", "René Sok", "male"), (3, "", "Dupré Chan", "female")),
    ),
    "csv_with_pipes_and_blank_lines": Case(
        text("\n\nFull name|Gender|ID\n\nSOK Dara|Male|0017\n\n\nChan THEARY|Female|18\n"),
        rows=((5, "", "SOK Dara", "male", "0017"), (8, "", "THEARY Chan", "female", "18")),
    ),
    "two_numbers_and_none_in_a_phone_cell": Case(
        xlsx(
            ["Name", "Tel."], ["Sok Dara", "012345678/098765432"], ["Chan Theary", "គ្មាន"],
            ["Ly Nary", "012 345 67"], ["Keo Sophea", "ask HR"],
        ),
        rows=((2, "", "Sok Dara", "not_stated", "+85512345678 +85598765432"),
              (3, "", "Chan Theary", "not_stated"),
              (4, "", "Ly Nary", "not_stated"),
              (5, "", "Keo Sophea", "not_stated")),
        problems=((4, "phone_too_short", False), (5, "phone_not_a_number", False)),
    ),
    "two_columns_of_phones": Case(
        xlsx(
            ["Name", "Phone 1", "Phone 2"], ["Sok Dara", 12345678, "098 765 432"],
            ["Chan Theary", None, "011222333"],
        ),
        rows=((2, "", "Sok Dara", "not_stated", "+85512345678 +85598765432"),
              (3, "", "Chan Theary", "not_stated", "+85511222333")),
    ),
    "three_languages_in_one_heading": Case(
        xlsx(
            ["លេខ/No./序号", "ឈ្មោះ/Name/姓名", "ភេទ/Sex/性别", "តួនាទី/Position/职位"],
            [1, "សុខ ដារ៉ា (SOK Dara)", "男", "组长"], [2, "ចាន់ ធារី", "女", "工人"],
        ),
        rows=((2, "សុខ ដារ៉ា", "SOK Dara", "male", "supervisor"),
              (3, "ចាន់ ធារី", "", "female", "worker")),
    ),
    "titles_before_names": Case(
        xlsx(
            ["Khmer name", "Latin name"], ["លោក សុខ ដារ៉ា", "Mr. Sok Dara"],
            ["លោកស្រី ចាន់ ធារី", "Mrs Chan Theary"], ["កញ្ញា រតនា", "Kanha Ratana"],
        ),
        rows=((2, "សុខ ដារ៉ា", "Sok Dara", "not_stated", "លោក"),
              (3, "ចាន់ ធារី", "Chan Theary", "not_stated", "លោកស្រី"),
              (4, "កញ្ញា រតនា", "Kanha Ratana", "not_stated")),
    ),
    "merged_two_row_heading_below_a_letter": Case(
        xlsx(
            ["Lotus Thread Garment"], ["Dear trainer, here is our list."], [],
            ["No", "Name", None, "Sex", None, "Phone"],
            [None, "Khmer", "Latin", "F", "M", None],
            [1, "សុខ ដារ៉ា", "Sok Dara", None, 1, "012345678"],
            [2, "ចាន់ ធារី", "Chan Theary", 1, None, None],
            ["Total", None, None, 1, 1],
            merge=["B4:C4", "D4:E4"],
        ),
        rows=((6, *DARA, "+85512345678"), (7, *THEARY)),
    ),
    "sections_as_rows_between_the_people": Case(
        xlsx(
            ["No.", "Name", "Sex"], ["Line 1"], [1, "Sok Dara", "M"], ["Line 2"],
            [1, "Chan Theary", "F"], [], ["សរុបរួម", 2],
        ),
        rows=((3, "", "Sok Dara", "male"), (5, "", "Chan Theary", "female")),
    ),
    "dates_of_every_calendar": Case(
        xlsx(
            ["Name", "ថ្ងៃខែឆ្នាំកំណើត"], ["Sok Dara", "03-05-2533"], ["Chan Theary", "៣ ឧសភា ២៥៣៨"],
            ["Ly Nary", 32994], ["Keo Sophea", "31.12.99"], ["Heng Rotha", "last year"],
        ),
        rows=((2, "", "Sok Dara", "not_stated", 1990), (3, "", "Chan Theary", "not_stated", 1995),
              (4, "", "Ly Nary", "not_stated", 1990), (5, "", "Keo Sophea", "not_stated", 1999),
              (6, "", "Heng Rotha", "not_stated")),
        problems=((6, "birth_year_unlikely", False),),
    ),
    "formulas_and_errors_in_cells": Case(
        xlsx(
            ["Name", "Sex", "Section"], ["#REF!", "F", "A"], ["@Sok Dara", "M", "#N/A"],
            ["'=1+1", "F", "-1"],
        ),
        rows=((2, "", "", "female"), (3, "", "@Sok Dara", "male"), (4, "", "", "female")),
        problems=((2, "name_missing", True), (4, "name_missing", True)),
    ),
    "an_old_font_beside_latin_names": Case(
        xlsx(*OLD),
        rows=((2, "", "Sok Dara", "not_stated"), (3, "", "Chan Theary", "not_stated")),
        problems=((0, OLD_FONT, True),),
        asked=("ឈ្មោះខ្មែរ",),
    ),
    "an_old_font_that_was_left_out": Case(
        xlsx(*OLD),
        rows=((2, "", "Sok Dara", "not_stated"), (3, "", "Chan Theary", "not_stated")),
        chosen={"ឈ្មោះខ្មែរ": "left_out"},
    ),
    "headings_that_nobody_knows": Case(
        xlsx(["Họ tên", "Giới tính"], ["Sok Dara", "M"]),
        problems=((0, "no_heading", True),),
        asked=("Họ tên", "Giới tính"),
    ),
    "headings_that_somebody_named": Case(
        ods(["Họ tên", "Giới tính"], ["Sok Dara", "M"]),
        rows=((2, "", "Sok Dara", "male"),),
        chosen={"Họ tên": "name_latin", "Giới tính": "sex"},
    ),
    "a_column_that_is_not_known": Case(
        xlsx(["Name", "Sex", "Shirt size", "Remarks"], ["Sok Dara", "M", "L", "night shift"]),
        rows=((2, "", "Sok Dara", "male"),),
        asked=("Shirt size",),
    ),
    "notes_and_dashes_below": Case(
        xlsx(
            ["No.", "Name", "Sex"], [1, "Sok Dara", "M"], [2, "-", "F"], [3, None, None],
            [None, "Approved by HR", None], ["Total: 1"],
        ),
        rows=((2, "", "Sok Dara", "male"), (3, "", "", "female"),
              (5, "", "HR Approved by", "not_stated")),
        problems=((3, "name_missing", True), (5, "looks_like_a_note", True)),
    ),
}  # fmt: skip
