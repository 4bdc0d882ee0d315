"""Staff look at one pair after the other and answer with one button."""

import pytest
from django.urls import reverse

from courses.actions.duplicates import compare_newcomers
from courses.models import DistinctPair, DuplicateCandidate, Person, PersonMerge
from tests.courses.queries.test_duplicates import alike

pytestmark = pytest.mark.django_db
QUEUE = "/admin/training/duplicates/"


@pytest.fixture
def people(db):
    found = alike(2)
    compare_newcomers()
    return found


def fields(page, decision):
    context = page.context
    return {
        "pair": context["pair"].pk,
        "kept": context["kept"].pk,
        "latest": context["latest"],
        "decision": decision,
    }


def answer(staff, decision):
    return staff.post(QUEUE, fields(staff.get(QUEUE), decision), follow=True)


def test_both_records_stand_side_by_side_with_the_reasons(staff, people):
    Person.objects.filter(pk=people[1].pk).update(title="អ្នកស្រី")
    page = staff.get(QUEUE)

    assert reverse("courses_duplicates") == QUEUE
    for words in (
        "2 pairs of records wait for an answer.",
        "same name",
        "same phone",
        "same year of birth",
        "differs",
        people[0].card_code,
        people[1].card_code,
        'data-sala-key="s"',
    ):
        assert words in page.text
    assert page.context["kept"] == people[1]
    assert staff.get(page.context["swap_url"]).context["kept"] == people[0]


def test_the_same_person_is_merged_and_the_next_pair_comes(staff, people):
    first = staff.get(QUEUE).context["pair"]
    page = answer(staff, "same")

    assert PersonMerge.objects.get().absorbed in (first.first, first.second)
    assert page.context["pair"] != first
    assert page.context["left"] == 1


def test_not_the_same_is_remembered_and_can_be_taken_back(staff, people):
    first = staff.get(QUEUE).context["pair"]
    page = answer(staff, "apart")
    pair = DistinctPair.objects.get()

    assert (pair.first, pair.second) == (first.first, first.second)
    assert page.context["left"] == 1
    again = staff.post(QUEUE, {"undo": f"apart:{pair.pk}"}, follow=True)
    assert again.context["left"] == 2 and not DistinctPair.objects.exists()
    assert staff.post(QUEUE, {"undo": f"apart:{pair.pk}"}, follow=True).status_code == 404


def test_a_merge_is_undone_from_the_same_place(staff, people):
    answer(staff, "same")
    merge = PersonMerge.objects.get()
    page = staff.post(QUEUE, {"undo": f"merge:{merge.uuid}"}, follow=True)

    assert "are two records again." in page.text
    assert page.context["left"] == 2
    for nonsense in ("merge:x", "apart:x", "x"):
        assert staff.post(QUEUE, {"undo": nonsense}, follow=True).status_code == 404


def test_later_shows_the_other_pair(staff, people):
    first = staff.get(QUEUE).context["pair"]
    page = answer(staff, "later")

    assert page.context["pair"] != first
    assert page.context["left"] == 2


def test_a_second_click_and_a_stale_form_change_nothing(staff, people):
    sent = fields(staff.get(QUEUE), "same")
    staff.post(QUEUE, sent)
    page = staff.post(QUEUE, sent, follow=True)

    assert "merged" in page.text
    assert PersonMerge.objects.count() == 1
    DuplicateCandidate.objects.all().delete()
    assert "is not in the queue any more" in staff.post(QUEUE, sent, follow=True).text
    assert "Choose one of the answers." in staff.post(QUEUE, {}, follow=True).text


def test_an_empty_queue_says_so(staff):
    assert "No pair of records waits for an answer." in staff.get(QUEUE).text


def test_trainers_stay_outside(trainer, people):
    assert trainer.get(QUEUE).url == reverse("wagtailadmin_home")


@pytest.mark.parametrize("pairs", [1, 15])
def test_the_queue_takes_the_same_queries_for_many_pairs(staff, pairs, django_assert_num_queries):
    alike(pairs)
    compare_newcomers()
    staff.get(QUEUE)
    with django_assert_num_queries(47):
        staff.get(QUEUE)
