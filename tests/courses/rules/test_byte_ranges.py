"""Which part of a file a player asks for."""

import pytest

from courses.rules.byte_ranges import NotInFile, Part, asked_part, is_same_file


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("bytes=0-1", Part(0, 1)),
        ("bytes=0-", Part(0, 999)),
        ("bytes=990-5000", Part(990, 999)),
        ("Bytes = 5 - 5", Part(5, 5)),
        ("bytes=-10", Part(990, 999)),
        ("bytes=-5000", Part(0, 999)),
        ("", None),
        ("bytes=", None),
        ("bytes=-", None),
        ("bytes=9-5", None),
        ("bytes=0-1,5-9", None),
        ("items=0-1", None),
        ("bytes=a-b", None),
        (f"bytes={'9' * 5000}-", None),
    ],
)
def test_one_range_is_a_part_and_everything_else_the_whole(header, part):
    assert asked_part(header, 1000) == part


@pytest.mark.parametrize(
    ("header", "size"),
    [("bytes=1000-", 1000), ("bytes=5000-6000", 1000), ("bytes=-0", 1000), ("bytes=-5", 0)],
)
def test_what_lies_behind_the_end_is_not_in_the_file(header, size):
    with pytest.raises(NotInFile):
        asked_part(header, size)


def test_a_part_is_as_long_as_its_bytes():
    assert Part(5, 5).length == 1


def test_a_part_is_for_the_version_that_the_player_has():
    assert is_same_file("", "") and is_same_file('"a"', '"a"')
    assert not is_same_file('"b"', '"a"') and not is_same_file("Sun, 29 Nov 2026", '"a"')
    assert not is_same_file('W/"a"', 'W/"a"') and not is_same_file('""', "")
