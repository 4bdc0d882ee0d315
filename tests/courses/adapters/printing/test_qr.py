"""QR codes: the level, the quiet zone and the size."""

import re

import segno

from courses.adapters.printing.qr import qr_svg

ADDRESS = "https://learn.example.org/check/ABCDEFGHJKMNPQRSTU/"


def side(svg):
    return int(re.search(r'width="(\d+)"', svg)[1])


def test_the_code_has_level_q_and_four_modules_of_quiet_zone():
    svg = qr_svg(ADDRESS)

    expected = segno.make(ADDRESS, error="q", mask=2)
    assert expected.error == "Q"
    assert side(svg) == expected.symbol_size(border=0)[0] + 8
    assert 'd="M4 4.5h7' in svg


def test_capitals_make_a_smaller_code():
    assert side(qr_svg(ADDRESS.upper())) < side(qr_svg(ADDRESS))


def test_a_short_text_is_no_micro_code():
    assert side(qr_svg("KH-7K4M-92")) == 21 + 8
