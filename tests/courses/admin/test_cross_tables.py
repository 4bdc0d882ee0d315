"""Tables of one figure in words, with their order and what they do not tell."""

from fractions import Fraction

from courses.adapters.paper.report_grids import widths
from courses.admin.cross_tables import Crossing, cross_table
from courses.admin.reach_words import Words
from courses.queries.explore import Crossed
from courses.rules.indicators import LEARNING_GAIN, PARTICIPATIONS, PASS_RATE

BY_ROLE = Crossed(
    PARTICIPATIONS,
    ("role", "sex"),
    rows={"worker": 7, "manager": 9, None: 1},
    columns={"female": 12, "male": 5},
    cells={("worker", "female"): 7, ("manager", "female"): 5, ("manager", "male"): 4},
    whole=17,
)


def texts(table):
    return [
        (label, [cell.text.replace("\xa0", " ") for cell in cells]) for label, cells in table.rows
    ]


def test_rows_and_columns_stand_by_size_with_their_totals():
    crossing = Crossing(BY_ROLE, Words())
    table = cross_table(crossing)

    assert crossing.title == "Participations: Role and Sex"
    assert table.heads == ["Role", "Woman", "Man", "All"]
    assert texts(table) == [
        ("Manager, personnel or compliance staff", ["5", "4", "9"]),
        ("Worker", ["7", "0", "7"]),
        ("Role unknown", ["0", "0", "1"]),
        ("All", ["12", "5", "17"]),
    ]
    assert [cell.shade for cell in table.rows[1][1]] == ["q4", "", ""]
    assert not any(cell.url for _label, cells in table.rows for cell in cells)


def test_what_is_nobodys_or_not_told_is_a_dash():
    share = Crossed(PASS_RATE, ("sex",), rows={"female": Fraction(2, 3), "male": None}, whole=None)
    gain = Crossed(LEARNING_GAIN, ("sex",), rows={"female": Fraction(-25, 2)}, whole=Fraction(5))

    assert texts(cross_table(Crossing(share, Words()))) == [
        ("Woman", ["67 %"]),
        ("Man", ["–"]),
        ("All", ["–"]),
    ]
    assert texts(cross_table(Crossing(gain, Words()))) == [("Woman", ["-12.5"]), ("All", ["5.0"])]
    assert Crossing(gain, Words()).heads == ["Sex", "Learning gain"]


def test_phases_stand_in_the_order_of_their_days():
    words = Words()
    words.labels["phase"] = {3: "Later", 8: "Earlier"}
    found = Crossed(PARTICIPATIONS, ("phase",), rows={3: 9, None: 1, 8: 2}, whole=12)

    assert Crossing(found, words, [8, 3]).keys == [8, 3, None]


def test_many_columns_have_room_on_paper():
    assert sum(widths(14, 174)) == 174
    assert min(widths(14, 174)) >= 11
    assert widths(8, 174)[1] == 17.71
