"""Cards, badges and table signs: how many on a page, what is on them, and what is not."""

import re
from dataclasses import replace

import pytest
import segno

from courses.adapters.paper.facts import Words
from courses.adapters.paper.pieces import badges_pdf, cards_pdf, on_card, signs_pdf
from courses.adapters.printing.designs import design_of, qr
from tests.courses.adapters.paper.reading import letters, lines_of, size_of, text_of
from tests.courses.adapters.paper.samples import PROGRAMME, code, people, pieces, somebody
from tests.courses.adapters.printing.hard import HOSTILE, LATIN, NAMES

EACH = [(cards_pdf, 10), (badges_pdf, 8), (signs_pdf, 2)]
LONG = Words("លោកជំទាវ ហែម ច័ន្ទសុផាន់ណារ៉ា ស្រីពេជ្រមុន្នីរតនៈវឌ្ឍនា" * 2, "Hem " + "Chansophannara " * 12)


@pytest.mark.parametrize(("draw", "on_a_page"), EACH)
def test_so_many_stand_on_an_a4_page(draw, on_a_page):
    one, two = draw(pieces(people(on_a_page))), draw(pieces(people(on_a_page + 1)))

    assert size_of(one) == (210, 297)
    assert (len(text_of(one)), len(text_of(two))) == (1, 2)


def test_the_qr_code_of_a_card_leads_to_its_door_where_there_is_one():
    card, door = somebody(0), "https://training.example.org/km/training/card/"
    facts = pieces([card])
    assert on_card(card, facts)["qr"] == qr(card.code, card.code)
    assert on_card(card, replace(facts, door=door))["qr"] == qr(f"{door}{card.code}/", card.code)


@pytest.mark.poppler
@pytest.mark.parametrize("draw", [cards_pdf, badges_pdf])
def test_poppler_reads_hard_names_that_stand_in_one_line(draw, tmp_path):
    short = [name for name in NAMES if len(name) < 14]
    cards = [somebody(n, name=Words(name, "")) for n, name in enumerate(short)]

    lines = lines_of(draw(pieces(cards)), tmp_path)

    assert [name for name in short if name not in lines] == []


@pytest.mark.parametrize(("draw", "on_a_page"), EACH)
def test_pdfium_reads_every_letter_of_every_name(draw, on_a_page):
    told = letters("".join(text_of(draw(pieces(people(len(NAMES)))))))

    assert [name for name in NAMES if letters(name) not in told] == []


def test_a_card_says_programme_name_and_code_and_nothing_of_her_work():
    (page,) = text_of(cards_pdf(pieces([somebody(3)])))

    for words in (PROGRAMME.km, PROGRAMME.en, NAMES[3], code(3)):
        assert letters(words) in letters(page)
    assert "Phka Trabek" not in page
    assert "Supervisor" not in page


def test_the_code_of_a_card_holds_the_card_code_alone_and_is_three_centimetres_wide():
    (place,) = [e for e in design_of("card")["elements"] if e["type"] == "qr"]
    svg = qr(code(3), "")["svg"]
    modules = int(re.search(r'width="(\d+)"', svg)[1])

    drawn = segno.make(code(3), error="q", mask=2, micro=False).svg_inline(border=4)
    assert svg.replace(' xmlns="http://www.w3.org/2000/svg"', "") == drawn
    assert place["w"] * (modules - 8) / modules >= 30


@pytest.mark.parametrize(("draw", "on_a_page"), EACH)
def test_no_name_stops_the_page(draw, on_a_page):
    awkward = [LONG, Words("្តា", "KEO Dara"), Words("陳小明", ""), Words("M" * 150, "W" * 200)]
    hard = [somebody(n, name=name, organization=name) for n, name in enumerate(awkward)]
    hard += [somebody(name=Words("", text)) for text in HOSTILE]

    told = letters("".join(text_of(draw(pieces(hard)))))

    assert letters(LONG.km) in told
    assert "KEODara" in told
    assert [text for text in HOSTILE if no_hyphens(text) not in no_hyphens(told)] == []


def no_hyphens(text):
    """pdfium takes a hyphen at the end of a line for one that parts a word."""
    return letters(text).replace("-", "")


@pytest.mark.poppler
def test_a_table_sign_has_the_name_on_both_sides(tmp_path):
    lines = lines_of(signs_pdf(pieces([somebody(0)])), tmp_path)

    assert letters("".join(lines)).count(letters(LATIN[0])) == 2
