"""The screen of yearly statements: who gets one and who does not, and what is handed out."""

import pypdfium2
import pytest
from django.urls import reverse

from certificates.actions.designs import copy_design
from certificates.actions.yearly import issue_yearly_statement
from certificates.models import Certificate
from courses.models import ExportLog, Roster
from tests.certificates.factories import YEAR, came, met_completion
from tests.factories import CourseFactory, EnrollmentFactory, PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def group(db):
    """A roster of three: two came to a meeting of the year, one of them to another course too."""
    meetings = CourseFactory(code="TUCG", title_en="Contact group", gives_certificate=False)
    people = [PersonFactory(given_name_latin=name) for name in ("Bopha", "Chenda", "Dara")]
    roster = Roster.objects.create(name_en="Contact group")
    for person in people:
        roster.members.create(person=person)
    came(people[0], 3, 10, course=meetings)
    came(people[0], 6, 2, course=CourseFactory(title_en="Fire safety"))
    came(people[1], 5, 5, course=meetings)
    stranger = came(PersonFactory(), 5, 5).enrollment.person
    return roster, meetings, people, stranger


@pytest.fixture
def staff(client, staff_user):
    client.force_login(staff_user)
    return client


def address(name="yearly", **query):
    return reverse(f"certificates:{name}", query={"year": YEAR, **query})


def shown(page):
    return [row.person.given_name_latin for row, _outcome in page.context["people"]]


def ready(page):
    return [row.person.pk for row, _outcome in page.context["people"] if row.is_ready]


def test_a_roster_is_looked_through_and_issued_with_a_result_for_each(staff, group):
    roster, _meetings, people, _stranger = group

    before = staff.get(address(roster=roster.pk))
    after = staff.post(address(roster=roster.pk), {"chosen": ready(before)})

    assert sorted(shown(before)) == ["Bopha", "Chenda", "Dara"]
    assert shown(before)[-1] == "Dara"
    assert "2 courses and meetings" in before.text
    assert "This person came to nothing in that year." in before.text
    assert set(ready(before)) == {each.pk for each in people[:2]}
    numbers = list(Certificate.objects.values_list("serial", flat=True))
    assert len(numbers) == 2 and all(number in after.text for number in numbers)
    assert ready(after) == [] and "Issued just now:" in after.text


def test_people_are_chosen_by_course_run_and_name(staff, group):
    _roster, meetings, people, stranger = group
    run = people[1].enrollments.get().run
    other = EnrollmentFactory(run=run, person=stranger)

    def found(**query):
        page = staff.get(address(**query))
        return {row.person.pk for row, _outcome in page.context["people"]}

    assert found(course=meetings.pk) == {people[0].pk, people[1].pk}
    assert found(run=run.code.lower()) == {people[1].pk, other.person_id}
    assert found(words=people[2].card_code) == {people[2].pk}
    assert found(course=meetings.pk, run=run.code) == {people[1].pk}


def test_one_course_alone_is_listed_where_that_is_wanted(staff, group):
    _roster, meetings, people, _stranger = group
    url = address(course=meetings.pk, only="on")

    staff.post(url, {"chosen": [people[0].pk]})

    statement = Certificate.objects.get()
    assert (statement.course, len(statement.facts["rows"])) == (meetings, 1)


def test_what_is_known_later_is_offered_again(staff, group, staff_user):
    _roster, meetings, people, _stranger = group
    old = issue_yearly_statement(people[1], YEAR, by=staff_user)
    done = staff.get(address(words=people[1].card_code))
    came(people[1], 7, 7, course=meetings)
    page = staff.get(address(words=people[1].card_code))

    assert ready(done) == []
    assert ready(page) == [people[1].pk] and "More is known now" in page.text
    staff.post(address(words=people[1].card_code), {"chosen": [people[1].pk]})
    old.refresh_from_db()
    assert old.status == "replaced"


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({}, "Say whose statements"),
        ({"run": "no-such-run"}, "There is no run with this code."),
        ({"only": "on", "words": "sok"}, "Choose the course that the statement lists."),
        ({"year": 1999, "words": "sok"}, "1999 is not one of the available choices."),
    ],
)
def test_a_choice_that_says_too_little_is_asked_again(staff, group, query, sentence):
    page = staff.get(address(**query))
    tried = staff.post(address(**query), {"chosen": [1]})

    assert sentence in page.text and "people" not in page.context
    assert sentence in tried.text and not Certificate.objects.exists()


def test_somebody_who_was_not_chosen_is_not_issued_from_here(staff, group):
    roster, _meetings, _people, stranger = group

    page = staff.post(address(roster=roster.pk), {"chosen": [stranger.pk]})

    assert page.context["form"].errors and not Certificate.objects.exists()


def test_a_design_of_ones_own_is_printed(staff, group, staff_user):
    from_shipped = issue_yearly_statement(group[2][1], YEAR, by=staff_user).revision.design
    own = copy_design(from_shipped, name="Of the federation", by=staff_user)

    staff.post(address(words=group[2][0].card_code, design=own.pk), {"chosen": [group[2][0].pk]})

    assert Certificate.objects.get(person=group[2][0]).revision.design == own


def test_statements_leave_as_one_file_and_it_is_kept_who_took_them(staff, group, staff_user):
    roster, _meetings, people, stranger = group
    mine = [issue_yearly_statement(each, YEAR, by=staff_user) for each in people[:2]]
    issue_yearly_statement(stranger, YEAR, by=staff_user)
    url = address("take_yearly", roster=roster.pk, words="")

    answer = staff.post(url, {"file_format": "pdf", "purpose": "delivery"})

    pages = pypdfium2.PdfDocument(answer.content)
    told = " ".join(page.get_textpage().get_text_range() for page in pages)
    assert len(pages) == 2 and all(each.serial in told for each in mine)
    kept = ExportLog.objects.get()
    assert (kept.what, kept.rows) == ("yearly_statements", 2)
    assert kept.filters == {"year": str(YEAR), "roster": str(roster.pk)}


def test_where_nothing_was_issued_there_is_no_file(staff, group):
    answer = staff.get(address("take_yearly", roster=group[0].pk))
    lost = staff.get(reverse("certificates:take_yearly"))

    assert answer.url == address(roster=group[0].pk)
    assert lost.status_code == 302


def test_staff_of_a_province_and_trainers_do_not_tell_years(client, trainer_user, group):
    client.force_login(trainer_user)

    assert client.get(address()).status_code == 404
    run = met_completion().enrollment.run
    run.run_trainers.create(person=trainer_user.training_person)
    page = client.get(reverse("certificates:issue", args=[run.uuid]))
    assert page.status_code == 200 and reverse("certificates:yearly") not in page.text


def test_the_screen_asks_the_same_for_one_and_for_thirty(
    staff, group, django_assert_max_num_queries
):
    roster, meetings, _people, _stranger = group
    lone = Roster.objects.create(name_en="One")
    lone.members.create(person=group[2][1])
    staff.get(address(roster=lone.pk))
    with django_assert_max_num_queries(16):
        staff.get(address(roster=lone.pk))
    for _number in range(30):
        person = PersonFactory()
        roster.members.create(person=person)
        came(person, 3, 10, course=meetings)
    with django_assert_max_num_queries(16):
        staff.get(address(roster=roster.pk))


def test_the_check_page_shows_the_printed_lines(client, group, staff_user):
    _roster, meetings, people, _stranger = group
    statement = issue_yearly_statement(people[0], YEAR, by=staff_user)
    of_one = issue_yearly_statement(people[0], YEAR, meetings, by=staff_user)

    page = client.get(reverse("certificates:verify", args=[statement.code]))
    listed = client.post(
        reverse("certificates:list"), {"codes": f"{statement.code}\n{of_one.code}"}
    )

    assert "took part in" in page.text and "completed" not in page.text
    assert "Courses and meetings in 2025" in page.text
    assert "2 courses and meetings" in page.text
    assert "Fire safety: 3 h, Attended" in page.text and "2 June 2025" in page.text
    assert "Contact group, 2025" in listed.text
    assert client.get(reverse("certificates:year", args=[YEAR])).status_code == 200
    assert client.get(reverse("certificates:year", args=[YEAR - 1])).status_code == 404
    named = client.get(reverse("certificates:year_of_course", args=[YEAR, "TUCG"]))
    assert "Contact group" in named.text and "2025" in named.text


def test_she_finds_it_among_her_own_papers(client, participant_user, staff_user):
    person = participant_user.training_person
    came(person, 3, 10)
    statement = issue_yearly_statement(person, YEAR, by=staff_user)
    client.force_login(participant_user)

    page = client.get(reverse("courses:my_training"))

    assert "Courses and meetings in 2025" in page.text
    assert reverse("certificates:download", args=[statement.uuid]) in page.text
