"""Staff merge two records of one person, see first what will happen, and undo with one click."""

import csv
import io

import pytest
from django.urls import reverse

from courses.actions.merging import merge_people, tell_apart
from courses.models import DistinctPair, Person, PersonMerge, PersonPhone
from tests.courses.actions.twins import enrolled_twice
from tests.factories import AttendanceFactory, EnrollmentFactory, PersonFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def both(db):
    return PersonFactory(name_km="ចាន់ មុំ"), PersonFactory(name_km="ចាន់ ស្រីមុំ", birth_year=1990)


def address(name, person):
    return reverse(f"training_people:{name}", args=[person.pk])


def preview(kept, absorbed):
    return f"{address('merge', kept)}?other={absorbed.pk}"


def decide(client, both, decision="merge", latest=0):
    return client.post(preview(*both), {"decision": decision, "latest": latest}, follow=True)


def test_the_record_leads_to_the_choice_and_the_choice_to_the_preview(staff, both):
    kept, absorbed = both
    record = staff.get(address("inspect", kept)).text
    asked = staff.get(address("merge", kept)).text
    answer = staff.post(address("merge", kept), {"other": absorbed.pk})

    assert address("merge", kept) in record
    assert "Choose a person" in asked
    assert answer.url == preview(kept, absorbed)


def test_the_same_record_cannot_be_chosen(staff, both):
    answer = staff.post(address("merge", both[0]), {"other": both[0].pk})

    assert answer.context["form"].errors["other"]


def test_the_preview_shows_both_and_says_what_will_happen(staff, both):
    kept, absorbed = both
    _run, mine, other, (morning, _afternoon) = enrolled_twice(both)
    for enrollment, minutes in ((mine, 60), (other, 180)):
        AttendanceFactory(session=morning, enrollment=enrollment, credited_minutes=minutes)
    EnrollmentFactory(person=absorbed)
    PersonPhone.objects.create(person=absorbed, raw="012 345 678")
    tell_apart(*both, by=UserFactory())

    page = staff.get(preview(kept, absorbed)).text

    for words in (
        kept.card_code,
        absorbed.card_code,
        "1 enrolment goes over to this record.",
        "Both are on 1 run: the two enrolments become one.",
        "Both have a mark in 1 session: the stronger one counts, and both stay visible.",
        "1 phone goes over.",
        "Details that this record lacks are taken from the other one.",
        "Somebody decided before that these two are not the same person.",
        "1990",
    ):
        assert words in page
    assert preview(absorbed, kept) in page
    assert not PersonMerge.objects.exists()


def test_two_logins_are_told_before_anybody_presses(staff, both):
    for person in both:
        person.user = UserFactory()
        person.save()

    assert "Both records have a login of their own." in staff.get(preview(*both)).text
    assert "Both records have a login of their own." in decide(staff, both).text
    assert not PersonMerge.objects.exists()


def test_a_merge_shows_in_lists_exports_and_both_histories(staff, both, staff_user):
    kept, absorbed = both
    answer = decide(staff, both)

    assert answer.redirect_chain[-1][0] == address("inspect", kept)
    assert absorbed.card_code in answer.text
    assert PersonMerge.objects.get().merged_by == staff_user
    listing = staff.get(reverse("training_people:index"))
    assert list(listing.context["object_list"]) == [kept]
    url = reverse("training_people:index", query={"export": "csv"})
    file = staff.post(url, {"purpose": "reporting"})
    lines = list(csv.reader(io.StringIO(file.getvalue().decode("utf-8-sig"))))
    assert [line[0] for line in lines[1:]] == [kept.card_code]
    chosen = staff.get(reverse("training_choose_people:choose_results"))
    assert kept.name in chosen.text and absorbed.name not in chosen.text
    for person in both:
        assert "Merged with another record" in staff.get(address("history", person)).text


def test_a_merged_record_is_only_looked_at(staff, trainer, both):
    kept, absorbed = both
    decide(staff, both)

    assert address("inspect", kept) in staff.get(address("inspect", absorbed)).text
    for screen in ("edit", "delete"):
        assert staff.get(address(screen, absorbed)).url == reverse("wagtailadmin_home")
    assert trainer.get(address("inspect", absorbed), follow=True).status_code == 404


def test_one_click_undoes_the_merge(staff, both):
    kept, absorbed = both
    decide(staff, both)
    assert address("undo", kept) in staff.get(address("inspect", kept)).text

    answer = staff.post(address("undo", kept), follow=True)

    assert "are two records again." in answer.text
    assert set(Person.objects.all()) == {kept, absorbed}
    assert address("undo", kept) not in answer.text
    assert "There is no merge to undo." in staff.post(address("undo", kept)).text


def test_a_form_from_before_another_merge_is_refused(staff, both, staff_user):
    kept, absorbed = both
    merge_people(kept, PersonFactory(), by=staff_user)

    assert "was merged in the meantime" in decide(staff, both, latest=0).text
    absorbed.refresh_from_db()
    assert absorbed.merged_into is None


def test_not_the_same_person_is_one_button(staff, both):
    kept, absorbed = both

    page = decide(staff, both, "apart").text

    pair = DistinctPair.objects.get()
    assert {pair.first, pair.second} == {kept, absorbed}
    assert "are not the same person." in page
    assert absorbed.card_code in page
    assert not PersonMerge.objects.exists()


def test_a_press_of_no_button_changes_nothing(staff, both):
    decide(staff, both, decision="")

    assert not PersonMerge.objects.exists() and not DistinctPair.objects.exists()


def test_trainers_may_not_merge(trainer, own, foreign):
    for answer in (
        trainer.get(preview(own.people, foreign.people)),
        trainer.post(preview(own.people, foreign.people), {"decision": "merge", "latest": 0}),
        trainer.post(address("undo", own.people)),
    ):
        assert answer.url == reverse("wagtailadmin_home")
    assert address("merge", own.people) not in trainer.get(address("inspect", own.people)).text
    assert not PersonMerge.objects.exists()


@pytest.mark.parametrize("rows", [1, 30])
def test_a_record_takes_the_same_queries_for_many_merges(
    rows, staff, staff_user, both, django_assert_num_queries
):
    for other in PersonFactory.create_batch(rows):
        merge_people(both[0], other, by=staff_user)
    staff.get(address("inspect", both[0]))

    with django_assert_num_queries(18):
        staff.get(address("inspect", both[0]))
