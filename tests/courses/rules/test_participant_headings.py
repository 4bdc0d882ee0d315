"""Which row is the heading, what each column is taken for, and what is asked."""

from courses.rules.participant_headings import find_heading, keys_of, offered_columns


def test_the_row_that_names_most_columns_is_the_heading():
    rows = [
        ["Participant list", "Factory"],
        ["Name", "Sex", "Phone"],
        ["Sok Dara", "M", "012345678"],
    ]
    heading = find_heading(rows)
    assert (heading.first_row, [column.kind for column in heading.columns]) == (
        2,
        ["name_latin", "sex", "phone"],
    )


def test_two_columns_of_names_part_by_their_script():
    rows = [["Name", "Name", "Sex"], ["Sok Dara", "សុខ ដារ៉ា", "M"]]
    assert [column.kind for column in find_heading(rows).columns] == [
        "name_latin",
        "name_km",
        "sex",
    ]


def test_no_names_no_heading():
    assert not find_heading([["Sex", "Phone"], ["F", "012"]]).has_names
    assert find_heading([["Name"], ["Sok"]]) is None
    assert find_heading([]) is None


def asked(rows, chosen=None):
    heading = find_heading(rows, chosen)
    return [
        (column.key, column.kind, column.why)
        for column in offered_columns("", heading, rows, chosen)
    ]


ROWS = [
    ["No.", "Name", "Sex", "Shirt", "Remarks", "Sex", None],
    [1, "Sok Dara", "M", "L", "late", "x", "y"],
]


def test_what_is_unsure_is_asked():
    assert asked(ROWS) == [
        ("no", "number", ""),
        ("name", "name_latin", ""),
        ("sex", "sex", ""),
        ("shirt", "left_out", "unknown"),
        ("remarks", "left_out", ""),
        ("sex # 2", "left_out", "twice"),
        ("# 7", "left_out", ""),
    ]


def test_what_somebody_said_goes_before_every_guess():
    chosen = {"shirt": "section", "sex # 2": "left_out", "sex": "left_out"}
    assert asked(ROWS, chosen)[2:6] == [
        ("sex", "left_out", ""),
        ("shirt", "section", ""),
        ("remarks", "left_out", ""),
        ("sex # 2", "left_out", ""),
    ]


def test_a_heading_in_unknown_words_is_found_by_its_looks_and_by_what_was_said():
    rows = [["Company letter"], ["Họ tên", "Giới tính"], ["Sok Dara", "nam"]]
    heading = find_heading(rows)
    assert (heading.first_row, heading.columns, heading.has_names) == (2, (), False)
    keys = keys_of(dict(heading.texts))
    found = find_heading(rows, {keys[0]: "name_latin", keys[1]: "sex"})
    assert [column.kind for column in found.columns] == ["name_latin", "sex"]


def test_rows_of_people_are_no_heading_in_unknown_words():
    assert find_heading([[1, "Sok Dara", "M"], [2, "Chan Theary", "F"]]) is None
    assert find_heading([["A1", "B2"], ["x", "y"]]) is None


def test_an_old_font_is_said_of_its_column():
    rows = [["ឈ្មោះខ្មែរ", "ឈ្មោះឡាតាំង"], ["suxdar:a", "Sok Dara"], ["can;FarI", "Chan Theary"]]
    assert [why for _key, _kind, why in asked(rows)] == ["not_unicode", ""]
    key = asked(rows)[0][0]
    assert asked(rows, {key: "left_out"})[0] == (key, "left_out", "")
