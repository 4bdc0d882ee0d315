"""The words of a training record on paper, in both languages."""

from datetime import date

from courses.adapters.paper.facts import Words
from courses.adapters.paper.passport import PassportFacts, ShownCourse, ShownPaper
from courses.queries.paper import letterhead, person_words, words_in
from courses.queries.passport import Entry, Paper, Passport
from courses.rules import passport as words
from courses.rules.calendar_words import digits, length, number, span


def passport_facts(passport: Passport, today: date) -> PassportFacts:
    """What is printed of a record, as it stands on a day."""
    minutes, papers = passport.minutes, passport.papers
    return PassportFacts(
        title=words_in(words.TITLE.get),
        name=person_words(passport.person),
        as_at=words_in(lambda code: words.AS_AT[code].format(day=span(today, today, code))),
        totals=(
            (str(len(passport.entries)), words_in(words.COURSES.get)),
            (hours(minutes), words_in(words.TIME.get)),
            (str(papers), words_in(words.PAPERS.get)),
        ),
        courses=tuple(map(_course, passport.entries)),
        notice=words_in((words.NOTICE if passport.entries else words.NOTHING).get),
        page=_page,
        made_on=today,
        parties=letterhead(None),
    )


def hours(minutes: int) -> str:
    """42, or 7½, as it stands before its unit; anything else in one decimal."""
    whole, rest = divmod(minutes, 60)
    if rest == 0:
        return str(whole)
    return f"{whole or ''}½" if rest == 30 else number(minutes / 60, "en", 1)


def _course(entry: Entry) -> ShownCourse:
    return ShownCourse(
        title=entry.title,
        dates=words_in(lambda code: span(entry.starts_on, entry.ends_on, code)),
        place=entry.province,
        time=(
            words_in(lambda code: length(entry.minutes, code)),
            words_in(lambda code: words.half_days(entry.half_days, code)),
        ),
        result=words_in(lambda code: result_of(entry, code)),
        papers=tuple(map(_paper, entry.papers)),
    )


def result_of(entry: Entry, code: str) -> str:
    """Whether the course was completed, and when."""
    if not entry.met_on:
        return words.NOT_COMPLETED[code]
    return words.COMPLETED[code].format(day=span(entry.met_on, entry.met_on, code))


def _paper(paper: Paper) -> ShownPaper:
    def say(code: str) -> str:
        told = words.PAPER[code].format(
            kind=getattr(paper.kind, code),
            serial=paper.serial,
            day=span(paper.issued_on, paper.issued_on, code),
        )
        until = paper.expires_on
        return told + (words.UNTIL[code].format(day=span(until, until, code)) if until else "")

    return ShownPaper(words_in(say), paper.check)


def _page(n: int, total: int) -> str:
    said = Words(
        words.PAGE["km"].format(n=digits(n, "km"), total=digits(total, "km")),
        words.PAGE["en"].format(n=n, total=total),
    )
    return f"{said.km} · {said.en}"
