"""Links to a training record."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from courses.actions.erasing import erase_person
from courses.actions.merging import merge_people, undo_merge
from courses.actions.passports import open_share, revoke_share, share_passport
from courses.actions.retention import enforce_retention
from courses.exceptions import Refused
from courses.models import PassportShare
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    return PersonFactory()


def share(person, days=30, form=None):
    return share_passport(person, days, shows_private=False, form=form or uuid4())


def refused(*args, **kwargs):
    with pytest.raises(Refused) as no:
        share(*args, **kwargs)
    return no.value.code


def test_a_token_opens_one_record_is_counted_and_not_kept(person):
    token = share(person)
    assert open_share("guess") is None
    assert [open_share(token).person for _each in range(2)] == [person] * 2
    assert open_share(token, reader=person).person == person
    row = PassportShare.objects.get()
    assert token not in str(vars(row)) and (row.opened, bool(row.last_opened_at)) == (2, True)


def test_one_that_is_taken_back_or_over_opens_nothing_and_is_not_counted(person):
    back, over, stays = share(person), share(person, 7), share(person, 90)
    rows = dict(zip((90, 7, 30), PassportShare.objects.all(), strict=True))
    revoke_share(rows[30])
    first = PassportShare.objects.get(pk=rows[30].pk).revoked_at
    revoke_share(rows[30])
    past = timezone.now() - timedelta(seconds=1)
    PassportShare.objects.filter(pk=rows[7].pk).update(
        made_at=past - timedelta(days=7), expires_at=past
    )
    assert (open_share(back), open_share(over), open_share(stays).person) == (None, None, person)
    assert PassportShare.objects.get(pk=rows[30].pk).revoked_at == first
    assert sorted(PassportShare.objects.values_list("opened", flat=True)) == [0, 0, 1]


def test_a_form_that_is_sent_twice_makes_one_link(person):
    form = uuid4()
    lost, token = share(person, form=form), share(person, form=form)
    assert (open_share(lost), open_share(token).person) == (None, person)
    revoke_share(PassportShare.objects.get())
    assert refused(person, form=form) == "is_over"
    assert open_share(share(PersonFactory(), form=form))


def test_times_and_numbers_have_bounds(person):
    assert refused(person, days=3650) == "days"
    for _n in range(10):
        share(person)
    assert refused(person) == "too_many"
    revoke_share(PassportShare.objects.first())
    assert share(person)


def test_a_merge_closes_the_links_of_both_and_its_undo_opens_them_again(person, user):
    other = PersonFactory()
    tokens = share(person), share(other)

    merge = merge_people(person, other, by=user)
    assert [open_share(token) for token in tokens] == [None, None]
    assert person.passport_shares.count() == 2

    undo_merge(merge, by=user)
    assert [open_share(token).person for token in tokens] == [person, other]


def test_an_erased_person_has_no_links(person, user):
    token = share(person)
    erase_person(person, "asked", by=user)
    assert open_share(token) is None and not PassportShare.objects.exists()


def test_links_are_forgotten_a_year_after_their_end(person):
    share(person)
    revoke_share(PassportShare.objects.get())
    now = timezone.now()
    assert enforce_retention(now + timedelta(days=364))["shares"] == 0
    assert enforce_retention(now + timedelta(days=366))["shares"] == 1
