"""The count sheet: a row for each role, a column for women, men, another and not stated."""

from itertools import pairwise

from courses.adapters.paper.count_sheet import (
    FIELD_WIDTHS,
    HEADS,
    WIDTHS,
    CountFacts,
    count_sheet_pdf,
    page,
)
from courses.adapters.paper.facts import Words
from courses.adapters.paper.head import BOTTOM, WIDE, Page
from tests.courses.adapters.paper.reading import letters, size_of, text_of
from tests.courses.adapters.paper.samples import COURSE, DAY, PARTIES, PLACE

ROLES = tuple(Words(f"តួនាទីទី {n}", f"Role number {n}") for n in range(11))


def sheet(**more):
    facts = {
        "course": COURSE, "code": "RUN-42", "place": PLACE,
        "dates": Words("ថ្ងៃច័ន្ទ ម៉ោង ០៨:០០", "Monday, 08:00"),
        "trainers": Words("កែវ សុភា", "KEO Sophea"), "roles": ROLES,
        "scan": "https://learn.example.org/en/training/sessions/42/evidence/", "made_on": DAY,
        "notice": Words("រាប់ម្តង", "Count once."), "parties": PARTIES,
    }  # fmt: skip
    return CountFacts(**(facts | more))


def test_it_names_the_session_the_roles_and_what_to_count():
    pdf = count_sheet_pdf([sheet()])

    (told,) = map(letters, text_of(pdf))
    for words in (*ROLES, *HEADS, COURSE, PLACE, Words("Count once.", "RUN-42")):
        assert letters(words.km) in told
        assert letters(words.en) in told
    assert "Walk-in" not in told
    assert size_of(pdf) == (297, 210)


def test_every_session_has_a_page_of_its_own():
    pages = text_of(count_sheet_pdf([sheet(), sheet(dates=Words("", "Tuesday, 08:00"))]))

    assert ["Monday, 08:00" in told for told in pages] == [True, False]
    assert ["Page 2 of 2" in told for told in pages] == [False, True]


def test_everything_fits_between_the_edges():
    counts, fields = (item for item in page(sheet(), Page(1, 1)) if item["type"] == "ledger")

    ends = [
        item["y"] + sum(row["h"] for row in (*item["head"], *item["rows"]))
        for item in (counts, fields)
    ]
    assert counts["y"] < ends[0] < fields["y"] < ends[1] < BOTTOM
    assert sum(WIDTHS) == sum(FIELD_WIDTHS) == WIDE - 2 * counts["x"]


def test_no_line_leaves_its_cell():
    long = Words("លោកជំទាវ ហែម ច័ន្ទសុផាន់ណារ៉ា ស្រីពេជ្រមុន្នីរតនៈវឌ្ឍនា" * 3, "Chansophannara " * 12)
    (counts, _fields) = (
        item
        for item in page(sheet(roles=(long, *ROLES[1:])), Page(1, 1))
        if item["type"] == "ledger"
    )

    for row in counts["rows"]:
        for cell in row["cells"]:
            tops = [item["y"] for item in cell["items"]]
            assert all(above <= below for above, below in pairwise(tops))
            assert all(-0.01 <= top < row["h"] for top in tops)
