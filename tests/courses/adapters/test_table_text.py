"""Tables as lines of text."""

from hypothesis import given
from hypothesis import strategies as st

from courses.adapters.table_text import as_rows, as_text

CELLS = st.text("ab|ក", min_size=1)


def test_rows_are_filled_and_empty_lines_left_out():
    assert as_rows("a | b\n\n |  \nc") == (("a", "b"), ("c", ""))
    assert as_rows("") == ()


def test_a_bar_inside_a_cell_stays():
    assert as_text((("a|b", "two\nlines"),)) == r"a\|b | two lines"


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1))
def test_what_is_written_is_read_again(rows):
    assert as_rows(as_text(tuple(rows))) == tuple(rows)
