"""What a run and its people look like on paper: the facts of sheets, cards and the poster."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import override
from wagtail import hooks

from courses.adapters.paper.count_sheet import CountFacts
from courses.adapters.paper.facts import Party, Somebody, Words, why_not_printed
from courses.adapters.paper.pieces import Pieces
from courses.adapters.paper.poster import PosterFacts
from courses.adapters.paper.sheet import HalfDay, SheetFacts
from courses.choices import Role
from courses.models import (
    CourseRun,
    Enrollment,
    Organization,
    Person,
    Province,
    Session,
    SessionTrainer,
    Venue,
)
from courses.rules import paper_words
from courses.rules.calendar_words import clock_range

#: Another app says who answers for a run: `fn(run)` returns a list of `Party`, the programme first.
LETTERHEAD_HOOK = "courses_letterhead"
KHMER_LETTERS = ("\u1780", "\u17ff")
GONE = Words("—", "—")
DOT = "\u00a0· "


def on_the_list(run: CourseRun) -> QuerySet[Enrollment]:
    """Enrolled people in the order of the register and of the printed sheet. One query."""
    rows = Enrollment.objects.enrolled().filter(run=run).select_related("person", "employer")
    return rows.order_by("person__sort_key", "person_id")


def letterhead(run: CourseRun | None) -> tuple[Party, ...]:
    """Who answers for the training, with logos; the name of the site where nobody says."""
    parties = [party for say in hooks.get_hooks(LETTERHEAD_HOOK) for party in say(run)]
    return tuple(parties) or (Party(in_one_language(getattr(settings, "WAGTAIL_SITE_NAME", ""))),)


def parties_of(run: CourseRun) -> tuple[Party, ...]:
    """Who stands at the head of a sheet of the run: the letterhead, then its partners."""
    partners = run.partners.select_related("organization__logo")
    return (*letterhead(run), *(party_of(each.organization) for each in partners))


def party_of(organization: Organization) -> Party:
    """An organization with its logo, without one where the file is lost."""
    logo = b""
    if organization.logo:
        try:
            with organization.logo.file.open("rb") as file:
                logo = file.read()
        except FileNotFoundError:
            pass
    return Party(Words(organization.name_km, organization.name_en), logo)


def names_to_mend(run: CourseRun) -> list[Enrollment]:
    """People whose name, as it is on record, would print wrongly; papers use the other spelling."""
    return [row for row in on_the_list(run) if any(map(why_not_printed, names_of(row.person)))]


def names_of(person: Person) -> tuple[str, str]:
    return person.name_km, person.name_latin


def sheet_facts(
    run: CourseRun, sessions: Sequence[Session], *, scan: str, today: date
) -> SheetFacts:
    """A sheet for these sessions of a run, of which there is at least one; with their places and
    their trainers."""
    days = [session.day for session in sessions]
    return SheetFacts(
        course=course_words(run),
        code=run.code,
        place=places_in_words(sessions),
        dates=words_in(lambda language: paper_words.days_in_words(days, language)),
        trainers=names_in_words(trainers_of_sessions(run, sessions)),
        half_days=tuple(map(half_day, sessions)),
        people=tuple(map(somebody, on_the_list(run))),
        scan=scan,
        made_on=today,
        notice=words_in(paper_words.NOTICE.get),
        parties=parties_of(run),
    )


def count_facts(session: Session, *, scan: str, today: date) -> CountFacts:
    """A sheet to count heads in a session without names. The roles for which the course is made
    come first, as on the screen where the numbers are typed."""
    slot = (timezone.localtime(session.starts_at), timezone.localtime(session.ends_at))
    return CountFacts(
        course=course_words(session.run),
        code=session.run.code,
        place=places_in_words([session]),
        dates=words_in(lambda language: paper_words.slot_in_words(*slot, language)),
        trainers=names_in_words(trainers_of_sessions(session.run, [session])),
        roles=counted_roles(session.run.course.audience),
        scan=scan,
        made_on=today,
        notice=words_in(paper_words.COUNT_NOTICE.get),
        parties=parties_of(session.run),
    )


def pieces_facts(
    run: CourseRun, rows: Iterable[Enrollment], *, title: str, today: date, trainers: bool = False
) -> Pieces:
    """Cards, badges or signs for these people, after the trainers where they are wanted."""
    leading = trainers_of(run) if trainers else []
    role = words_in(paper_words.TRAINER.get)
    return Pieces(
        people=(
            *(Somebody(person_words(person), person.card_code, role=role) for person in leading),
            *(somebody(row) for row in rows if not row.person.erased_at),
        ),
        programme=letterhead(run)[0].name,
        course=course_words(run),
        title=title,
        made_on=today,
    )


def card_facts(person: Person, *, title: str, today: date) -> Pieces:
    """The card of one person, whatever she takes part in."""
    card = Somebody(person_words(person), person.card_code)
    return Pieces((card,), letterhead(None)[0].name, Words(), title, today)


def poster_facts(
    run: CourseRun, sessions: Sequence[Session], *, url: str, shown_url: str, today: date
) -> PosterFacts:
    days = [session.day for session in sessions]
    slots = [
        (timezone.localtime(each.starts_at), timezone.localtime(each.ends_at)) for each in sessions
    ]
    return PosterFacts(
        course=course_words(run),
        dates=words_in(lambda language: paper_words.days_in_words(days, language)),
        times=words_in(lambda language: paper_words.times_in_words(slots, language)),
        place=place_words(run),
        url=url,
        shown_url=shown_url,
        code=run.code,
        made_on=today,
        parties=parties_of(run),
    )


def words_in(say) -> Words:
    """What `say` answers in each language."""
    return Words(*(say(language) or "" for language in paper_words.LANGUAGES))


def in_one_language(text: str) -> Words:
    """A text that is written once, where its letters belong."""
    is_khmer = any(KHMER_LETTERS[0] <= letter <= KHMER_LETTERS[1] for letter in text)
    return Words(km=text) if is_khmer else Words(en=text)


def somebody(row: Enrollment) -> Somebody:
    """A person as she was on the run. Never a phone number."""
    person = row.person
    return Somebody(
        name=GONE if person.erased_at else person_words(person),
        code=person.card_code,
        sex=words_in(paper_words.SHORT_SEX.get(person.sex, {}).get),
        role=role_words().get(row.role, Words()),
        organization=employer_words(row),
    )


def person_words(person: Person) -> Words:
    latin = paper_words.printed_latin(person.family_name_latin, person.given_name_latin)
    return Words(person.name_km, latin)


def employer_words(row: Enrollment) -> Words:
    if row.employer:
        return Words(row.employer.name_km, row.employer.name_en)
    return in_one_language(row.employer_text)


@cache
def role_words() -> dict[str, Words]:
    """The roles in both languages; the catalogue does not change while the site runs."""
    labels = {}
    for language in paper_words.LANGUAGES:
        with override(language):
            labels[language] = {role.value: str(role.label) for role in Role}
    return {role: Words(labels["km"][role], labels["en"][role]) for role in Role.values}


def counted_roles(audience: Iterable[str]) -> tuple[Words, ...]:
    """The roles of the audience, then nobody's, then the others."""
    words = role_words()
    first = [role for role in audience if role in words]
    others = [words[role] for role in words if role not in first]
    return (*map(words.get, first), words_in(paper_words.NO_ROLE.get), *others)


def course_words(run: CourseRun) -> Words:
    return Words(run.course.title_km, run.course.title_en)


def place_words(run: CourseRun) -> Words:
    """The venue, or the host where none is known, and the province."""
    return at_in_words(run.venue or run.host, run.province)


def places_in_words(sessions: Iterable[Session]) -> Words:
    """Where these sessions of a run are held, each place once."""
    places = [
        at_in_words(each.venue, each.venue.province) if each.venue else place_words(each.run)
        for each in sessions
    ]
    return together(places)


def at_in_words(at: Venue | Organization, province: Province) -> Words:
    """The place, whose it is where that is another name, and the province."""
    whose = at.organization if isinstance(at, Venue) else None
    names = [at, whose] if whose else [at]
    khmer = paper_words.province_in_khmer(province.name_km, is_capital=province.is_capital)
    return Words(
        " ".join([*(each.name_km or each.name_en for each in names), khmer]),
        ", ".join(filter(None, [*(each.name_en for each in names), province.name_en])),
    )


def trainers_of(run: CourseRun) -> list[Person]:
    leading = run.run_trainers.select_related("person")
    return [each.person for each in leading if not each.person.erased_at]


def trainers_of_sessions(run: CourseRun, sessions: Sequence[Session]) -> list[Person]:
    """Whoever trains in one of these sessions: those named for it, else those of the run. Two
    queries."""
    own = defaultdict(list)
    for each in SessionTrainer.objects.filter(session__in=sessions).select_related("person"):
        own[each.session_id].append(each.person)
    leading = trainers_of(run)
    found = dict.fromkeys(person for session in sessions for person in own.get(session.pk, leading))
    return [person for person in found if not person.erased_at]


def names_in_words(people: Iterable[Person]) -> Words:
    names = [person_words(person) for person in people]
    return Words(
        DOT.join(name.km or name.en for name in names),
        ", ".join(name.en for name in names if name.en),
    )


def together(several: Iterable[Words]) -> Words:
    """Several texts in one, each once."""
    several = list(dict.fromkeys(several))
    return Words(
        DOT.join(each.km for each in several if each.km),
        " · ".join(each.en for each in several if each.en),
    )


def half_day(session: Session) -> HalfDay:
    start, end = timezone.localtime(session.starts_at), timezone.localtime(session.ends_at)
    return HalfDay(
        day=words_in(lambda language: paper_words.day_of_column(start.date(), language)),
        part=words_in(lambda language: paper_words.part_of_day(start.time(), language)),
        times=clock_range(start, end, "en"),
    )
