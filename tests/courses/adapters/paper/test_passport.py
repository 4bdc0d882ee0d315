"""A training record on paper."""

from dataclasses import replace

from courses.adapters.paper.facts import Words
from courses.adapters.paper.passport import PassportFacts, ShownCourse, ShownPaper, passport_pdf
from tests.courses.adapters.paper.reading import letters, size_of, text_of
from tests.courses.adapters.paper.samples import COURSE, DAY, PARTIES, PLACE
from tests.courses.adapters.printing.hard import LATIN, NAMES

FACTS = PassportFacts(
    title=Words("កំណត់ត្រាបណ្តុះបណ្តាល", "Training record"),
    name=Words(NAMES[0], LATIN[0]),
    as_at=Words("", "As at 28 November 2026"),
    totals=(("3", Words("វគ្គ", "courses")), ("42", Words("", "hours"))),
    courses=(),
    notice=Words("", "Only what was attended."),
    page=lambda number, total: f"Page {number} of {total}",
    made_on=DAY,
    parties=PARTIES,
)


def course(number):
    return ShownCourse(
        title=Words(COURSE.km, f"{COURSE.en} {number}."),
        dates=Words("", "28 November 2026"),
        place=PLACE,
        time=(Words("", "3 hours"), Words("", "1 half-day")),
        result=Words("", f"Completed {number}."),
        papers=(ShownPaper(Words("", f"Certificate {number}."), f"https://a.test/{number}/"),),
    )


def test_nothing_is_lost_over_many_pages_and_a_course_stays_together():
    pdf = passport_pdf(replace(FACTS, courses=tuple(map(course, range(40)))))

    pages = text_of(pdf)
    assert size_of(pdf) == (210, 297) and len(pages) > 3
    assert all(f"Page {n} of {len(pages)}" in page for n, page in enumerate(pages, start=1))
    for n in range(40):
        (page,) = (each for each in pages if f"Certificate {n}." in each)
        assert f"Completed {n}." in page and f"https://a.test/{n}/" in page
    assert "Only what was attended." in pages[-1]


def test_an_empty_record_and_hard_names_are_printed():
    for km, latin in zip(NAMES, LATIN, strict=False):
        told = letters("".join(text_of(passport_pdf(replace(FACTS, name=Words(km, latin))))))
        assert letters(km) in told


def test_a_name_that_cannot_be_printed_leaves_the_other_one():
    told = text_of(passport_pdf(replace(FACTS, name=Words("្តា", "CHAN Sreymom"))))[0]
    assert "CHAN Sreymom" in told
