"""The facts of papers: what is on record in both languages, never a phone number."""

from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.images.models import Image

from courses.adapters.paper.facts import Party, Words
from courses.models import PersonPhone, RunPartner, RunTrainer, SessionTrainer
from courses.queries.paper import (
    card_facts,
    count_facts,
    letterhead,
    names_to_mend,
    on_the_list,
    pieces_facts,
    poster_facts,
    sheet_facts,
)
from courses.queries.register import roster
from tests.courses.adapters.printing.samples import picture
from tests.factories import (
    CourseRunFactory,
    EnrollmentFactory,
    OrganizationFactory,
    PersonFactory,
    SessionFactory,
    VenueFactory,
)

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 23)


@pytest.fixture
def run():
    run = CourseRunFactory(starts_on=DAY)
    trainer = PersonFactory(name_km="កែវ សុភា", family_name_latin="Keo", given_name_latin="Sophea")
    RunTrainer.objects.create(run=run, person=trainer, is_lead=True)
    return run


@pytest.fixture
def sessions(run):
    return [SessionFactory(run=run), SessionFactory(run=run, hour=13)]


def facts(run, sessions):
    return sheet_facts(run, sessions, scan="https://x.example.org/", today=DAY)


def test_a_sheet_says_everything_in_both_languages(run, sessions):
    row = EnrollmentFactory(run=run)

    told = facts(run, sessions)

    assert told.course == Words("គណៈកម្មការសុវត្ថិភាព", "Safety committee")
    assert told.code == run.code
    assert told.place == Words("សាលប្រជុំ ខេត្តកំពង់ស្ពឺ", "Meeting hall, Kampong Speu")
    assert told.dates == Words("ថ្ងៃច័ន្ទ ទី២៣ ខែវិច្ឆិកា ឆ្នាំ២០២៦", "Monday 23 November 2026")
    assert told.trainers == Words("កែវ សុភា", "KEO Sophea")
    assert [(each.day.en, each.part.km, each.times) for each in told.half_days] == [
        ("Mon 23 Nov", "ព្រឹក", "08:00–11:00"),
        ("Mon 23 Nov", "រសៀល", "13:00–16:00"),
    ]
    (somebody,) = told.people
    assert somebody.name == Words("ចាន់ ស្រីមុំ", "CHAN Sreymom")
    assert somebody.code == row.person.card_code
    assert somebody.sex == Words("ស្រី", "Female")
    assert somebody.role.en == "Worker"
    assert somebody.organization == Words("រោងចក្រសរសៃឈូក", row.employer.name_en)
    assert all(side for side in (told.notice.km, told.notice.en))


def test_a_sheet_names_the_place_and_the_trainers_of_its_sessions(run, sessions):
    hall = VenueFactory(name_en="Union hall", name_km="សាលសហជីព", province_id="12")
    other = PersonFactory(name_km="អ៊ុក ដារ៉ា", family_name_latin="Ouk", given_name_latin="Dara")
    sessions[1].venue = hall
    sessions[1].save()
    SessionTrainer.objects.create(session=sessions[1], person=other)

    assert facts(run, sessions[:1]).trainers.en == "KEO Sophea"
    assert facts(run, sessions[1:]).trainers == Words("អ៊ុក ដារ៉ា", "OUK Dara")
    assert facts(run, sessions[1:]).place == Words("សាលសហជីព រាជធានីភ្នំពេញ", "Union hall, Phnom Penh")
    assert facts(run, sessions).trainers.en == "KEO Sophea, OUK Dara"
    assert facts(run, sessions).place.en == "Meeting hall, Kampong Speu · Union hall, Phnom Penh"


def test_a_hall_says_whose_it_is(run, sessions):
    run.venue.organization = OrganizationFactory(name_en="Lotus Thread", name_km="សរសៃឈូក")

    place = poster_facts(run, sessions, url="", shown_url="", today=DAY).place

    assert place == Words("សាលប្រជុំ សរសៃឈូក ខេត្តកំពង់ស្ពឺ", "Meeting hall, Lotus Thread, Kampong Speu")


def test_more_sessions_take_no_more_queries(run, sessions, django_assert_num_queries):
    facts(run, sessions)
    for more in (1, 4):
        for number in range(more):
            SessionFactory(run=run, day_offset=more, hour=8 + number, venue=run.venue)
        rows = list(run.sessions.select_related("venue__province"))
        with django_assert_num_queries(5):
            facts(run, rows)


def test_a_count_sheet_has_a_row_for_every_role_those_of_the_course_first(run):
    run.course.audience = ["official", "manager"]
    session = SessionFactory(run=run, recording="headcount")

    told = count_facts(session, scan="https://x.example.org/", today=DAY)

    roles = [words.en for words in told.roles]
    assert roles[:4] == [
        "Government official",
        "Manager, personnel or compliance staff",
        "Role not asked",
        "Worker",
    ]
    assert len(roles) == len(set(roles)) == 11
    assert told.dates == Words(
        "ថ្ងៃច័ន្ទ ទី២៣ ខែវិច្ឆិកា ឆ្នាំ២០២៦, ម៉ោង ០៨:០០–១១:០០", "Monday 23 November 2026, 08:00–11:00"
    )
    assert (told.trainers.en, told.place.en) == ("KEO Sophea", "Meeting hall, Kampong Speu")


def test_the_rows_of_the_sheet_stand_in_the_order_of_the_register(run, sessions):
    for name, key in (("ខ", "2"), ("ក", "1"), ("គ", "3")):
        EnrollmentFactory(run=run, person=PersonFactory(name_km=name, sort_key=key))
    EnrollmentFactory(run=run, status="withdrawn")

    printed = [somebody.code for somebody in facts(run, sessions).people]

    assert printed == [row.person.card_code for row in roster(sessions[0])]
    assert printed == [row.person.card_code for row in on_the_list(run)]


def test_no_phone_number_is_on_any_paper(run, sessions):
    row = EnrollmentFactory(run=run)
    PersonPhone.objects.create(person=row.person, raw="012345678", e164="+85512345678")

    everything = (
        facts(run, sessions),
        pieces_facts(run, [row], title="", today=DAY, trainers=True),
        card_facts(row.person, title="", today=DAY),
    )

    assert "12345678" not in repr(everything)


def test_an_organization_as_told_stands_in_the_language_of_its_letters(run, sessions):
    EnrollmentFactory(run=run, employer=None, employer_text="រោងចក្រ ក", person__sort_key="1")
    EnrollmentFactory(run=run, employer=None, employer_text="Factory B", person__sort_key="2")

    told = [somebody.organization for somebody in facts(run, sessions).people]

    assert told == [Words(km="រោងចក្រ ក"), Words(en="Factory B")]


def test_somebody_erased_keeps_a_row_without_a_name_and_gets_no_card(run, sessions):
    row = EnrollmentFactory(run=run, person=PersonFactory(erased_at=timezone.now()))

    (somebody,) = facts(run, sessions).people

    assert somebody.name == Words("—", "—")
    assert pieces_facts(run, [row], title="", today=DAY).people == ()


def test_trainers_come_first_where_they_are_wanted(run):
    row = EnrollmentFactory(run=run)

    badges = pieces_facts(run, [row], title="", today=DAY, trainers=True)
    cards = pieces_facts(run, [row], title="", today=DAY)

    assert [(each.name.en, each.role.en) for each in badges.people] == [
        ("KEO Sophea", "Trainer"),
        ("CHAN Sreymom", "Worker"),
    ]
    assert [each.name.en for each in cards.people] == ["CHAN Sreymom"]


def test_a_malformed_name_and_a_letter_that_no_font_has_wait_to_be_mended(run):
    EnrollmentFactory(run=run)
    broken = EnrollmentFactory(run=run, person=PersonFactory(name_km="្តា"))
    foreign = EnrollmentFactory(run=run, person=PersonFactory(given_name_latin="Иван"))

    assert set(names_to_mend(run)) == {broken, foreign}


def test_the_poster_names_days_times_and_place(run, sessions):
    told = poster_facts(run, sessions, url="https://x/", shown_url="x", today=DAY)

    assert told.dates.en == "Monday 23 November 2026"
    assert told.times == Words("ម៉ោង ០៨:០០–១១:០០ និង ១៣:០០–១៦:០០", "08:00–11:00 and 13:00–16:00")
    assert told.place.en == "Meeting hall, Kampong Speu"


def test_a_run_without_a_known_venue_names_its_host(sessions, run):
    run.venue = None

    assert facts(run, sessions).place.en == f"{run.host.name_en}, Kampong Speu"


def test_partners_of_the_run_stand_after_the_programme(run, sessions):
    logo = Image.objects.create(
        title="Logo", file=ContentFile(picture(), name="logo.png"), width=60, height=40
    )
    partner = OrganizationFactory(name_en="Institute", name_km="វិទ្យាស្ថាន", logo=logo)
    RunPartner.objects.create(run=run, organization=partner)

    *_programme, last = facts(run, sessions).parties

    assert last == Party(Words("វិទ្យាស្ថាន", "Institute"), picture())
    logo.file.storage.delete(logo.file.name)
    assert facts(run, sessions).parties[-1].logo == b""


def test_somebody_answers_for_every_run(run):
    assert all(party.name.km or party.name.en for party in letterhead(run))
    assert letterhead(run)


@pytest.mark.parametrize("rows", [1, 30])
def test_a_sheet_takes_the_same_queries_for_one_and_for_thirty(
    run, sessions, rows, django_assert_num_queries
):
    EnrollmentFactory.create_batch(rows, run=run)
    letterhead(run)

    with django_assert_num_queries(6):
        facts(run, sessions)
