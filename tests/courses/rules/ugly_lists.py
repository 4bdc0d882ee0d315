"""Participant lists as workplaces send them, built by script; all people are invented."""

import datetime

from tests.courses.adapters.spreadsheets.files import xlsx


def tidy():
    return xlsx(
        {
            "List": [
                ["No.", "Khmer name", "Latin name", "Sex", "Position", "Phone"],
                [1, "សុខ ដារ៉ា", "Sok Dara", "M", "Worker", "012345678"],
                [2, "ចាន់ ធារី", "Chan Theary", "F", "Supervisor", "098765432"],
            ]
        }
    )


def khmer_with_logo_and_total():
    """Logo rows above, Khmer headings and digits, a total, blank rows, signatures below."""
    return xlsx(
        {
            "បញ្ជី": [
                [None, "រោងចក្រ សរសៃឈូក"],
                [None, "បញ្ជីឈ្មោះសិក្ខាកាម"],
                [],
                ["ល.រ", "ឈ្មោះ", "អក្សរឡាតាំង", "ភេទ", "តួនាទី", "ថ្ងៃខែឆ្នាំកំណើត", "លេខទូរស័ព្ទ", "ហត្ថលេខា"],
                ["១", "លោក សុខ ដារ៉ា", "SOK DARA", "ប្រុស", "ប្រធានក្រុម", "០៣/០៥/១៩៩០", "០១២ ៣៤៥ ៦៧៨"],
                ["២", "ចាន់ ធារី", "CHAN THEARY", "ស្\u200bរី", "កម្មការិនី", "២៥៣៨", 12345679],
                [],
                ["៣", "ហេង រតនា", None, "ស", None, None, None],
                [None, "សរុប", "៣ នាក់", "ស្រី ២"],
                [],
                [None, None, None, None, None, "អ្នករៀបចំ"],
            ]
        },
        merge=["B1:F1", "B2:F2"],
    )  # fmt: skip


def two_row_heading():
    """Merged headings over two rows, the names in four columns, sex as ticks."""
    return xlsx(
        {
            "Sheet1": [
                ["No", "Khmer", None, "Latin", None, "Sex", None, "ID"],
                [None, "នាមត្រកូល", "នាមខ្លួន", "Family name", "Given name", "F", "M", None],
                [1, "សុខ", "ដារ៉ា", "Sok", "Dara", None, "✓", "A-017"],
                [2, "ចាន់", "ធារី", "Chan", "Theary", "x", None, 18],
                [3, "លី", "ណារី", "Ly", "Nary", "x", "x", "0019"],
                [4, "កែវ", "សុភា", "Keo", "Sophea", None, None, None],
            ]
        },
        merge=["B1:C1", "D1:E1", "F1:G1"],
    )


def several_sheets():
    """A sheet for each line, one of them only notes, one empty."""
    heading = ["ID", "Full name", "Gender", "Section"]
    return xlsx(
        {
            "Line 1": [heading, ["101", "SOK DARA", "Male", "L1"]],
            "Notes": [["Please return by Friday"], ["Thank you"]],
            "Line 2": [
                ["Section: 2"],
                heading,
                ["101", "CHAN THEARY", "Female", "L2"],
                ["102", "Sok Dara", "Male", "L2"],
            ],
            "Empty": [],
        }
    )


def phones_of_all_sorts():
    rows = [
        12345678,
        12345678.0,
        "012 345 678 / 098 765 432",
        "00855 12 345 678",
        "O12 345 678",
        "គ្មាន",
        "see HR",
        "023 456 789",
        None,
    ]
    names = ["Sok A", "Sok B", "Sok C", "Sok D", "Sok E", "Sok F", "Sok G", "Sok H", "Sok I"]
    return xlsx(
        {"A": [["Name", "Phone number"], *[list(row) for row in zip(names, rows, strict=True)]]}
    )


def births_of_all_sorts():
    births = [
        datetime.datetime(1990, 5, 3),
        1991,
        "1992",
        "03/05/93",
        "3.5.05",
        "២៥៣៧",
        "៣ ឧសភា ១៩៩៥",
        35000,
        "1890",
        "soon",
        "1996-05-03",
    ]
    return xlsx(
        {
            "A": [
                ["Name", "Date of birth"],
                *[[f"Sok {chr(65 + n)}", birth] for n, birth in enumerate(births)],
            ]
        }
    )


def titles_and_hard_names():
    return xlsx(
        {
            "A": [
                ["Name (Khmer)", "Name (English)", "Title"],
                ["លោកស្រី ចាន់ ធារី", "Ms. Chan Theary", None],
                ["កញ្ញា រតនា", "KANHA Ratana", None],
                ["ឯ.ឧ សុខ ចាន់", "H.E. Sok Chan", None],
                ["រតនា", "Ratana", "Dr."],
                ["ចាន់ ស្រីមុំ (CHAN Sreymom)", None, None],
                [None, "លី ណារី", None],
                ["Heng Dara", None, None],
                ["សុខ\u00a0\u200bដារ៉ា\u200b ", "Dara SOK", None],
                ["123", None, None],
                ["ក" * 151, None, None],
            ]
        }
    )


def repeated_people():
    """Repetitions that are one person, and namesakes who are not."""
    return xlsx(
        {
            "A": [
                ["Name", "Sex", "Emp. No.", "Phone", "Year of birth"],
                ["Sok Dara", "M", 7, "012345678", 1990],
                ["SOK  DARA", "M", 7, "012345678", 1990],
                ["Sok Dara", None, None, None, None],
                ["Sok Dara", "M", 8, "098765432", 1990],
                ["Sok Dara", "F", None, None, None],
                ["Chan Theary", "F", 7, None, None],
            ]
        }
    )


def repeated_headings_and_notes():
    """A heading on every printed page, numbered blank rows, a note below."""
    heading = ["No.", "Name", "Sex"]
    return xlsx(
        {
            "A": [
                heading,
                [1, "Sok Dara", "M"],
                heading,
                [2, "Chan Theary", "F"],
                [3, None, None],
                [4, "-", "F"],
                ["Total", None, "F: 1"],
                [None, "Prepared by the office", None],
            ]
        }
    )


def old_font_khmer():
    """Text in a font that draws Latin signs as Khmer."""
    return xlsx(
        {
            "A": [
                ["ល.រ", "ឈ្មោះខ្មែរ", "ឈ្មោះឡាតាំង"],
                [1, "suxdar:a", "Sok Dara"],
                [2, "can;FarI", "Chan Theary"],
            ]
        }
    )


def old_font_alone():
    return xlsx({"A": [["ល.រ", "ឈ្មោះ"], [1, "suxdar:a"], [2, "can;FarI"], [3, "ehgrtna"]]})


def roles_and_sexes():
    rows = [
        ("Sok A", "女", "工人"),
        ("Sok B", "男", "HR Officer"),
        ("Sok C", "ប", "តំណាងកម្មករ"),
        ("Sok D", "Female", "ប្រធានសហជីព"),
        ("Sok E", "f", "Federation president"),
        ("Sok F", "Other", "មន្ត្រីអធិការកិច្ច"),
        ("Sok G", "?", "Sewing line leader"),
        ("Sok H", "yes", "Juggler"),
        ("Sok I", "នារី", "គ្រូបង្គោល"),
        ("Sok J", "W", "Association staff"),
    ]
    return xlsx({"名单": [["姓名", "性别", "职位"], *[list(row) for row in rows]]})


def semicolons():
    return "ល.រ;ឈ្មោះ;ភេទ;ទូរស័ព្ទ;រោងចក្រ\r\n1;សុខ ដារ៉ា;ប;012345678;សរសៃឈូក\r\n;;;;\r\n".encode(
        "utf-8-sig"
    )


def no_heading():
    return xlsx({"A": [[1, "សុខ ដារ៉ា", "ប្រុស"], [2, "ចាន់ ធារី", "ស្រី"]]})


def heading_only():
    return xlsx({"A": [["No.", "Name", "Sex"], [1, None, None], [2, None, None]]})
