"""Renaming, closing, merging, moving: what changes, what stays, and the way back."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from courses.actions import organizations as actions
from courses.actions.enrollment import JobAtTheTime, enroll, newest_job
from courses.exceptions import Refused
from courses.models import Employment, Organization, OrganizationName
from courses.queries.organizations import organizations_matching, organizations_named
from courses.rules.organizations import Names
from tests.factories import (
    CourseRunFactory,
    EnrollmentFactory,
    OrganizationFactory,
    PersonFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
JULY, SEPTEMBER = date(2026, 7, 1), date(2026, 9, 1)


@pytest.fixture
def user():
    return UserFactory()


@pytest.fixture
def ruby():
    return OrganizationFactory(name_en="Ruby Thread", name_km="ឈូក", short_name="RTG")


@pytest.fixture
def palm():
    return OrganizationFactory(name_en="Palm Shade", name_km="ត្នោត", short_name="PSF")


def state():
    """Everything that is stored of organizations."""
    names = OrganizationName.objects.order_by("kind", "name_en", "ends_on")
    return list(Organization.objects.order_by("pk").values()), list(names.values())


def refusal(verb, *args, **kwargs):
    before = state()
    with pytest.raises(Refused) as no:
        verb(*args, **kwargs)
    assert state() == before
    return no.value.code


def verbs_of(organization):
    rows = ModelLogEntry.objects.for_instance(organization).order_by("pk")
    return [row.action.removeprefix("courses.") for row in rows]


def rename(row, name, on, by, **names):
    return actions.rename_organization(row, Names(name, **names), on=on, by=by)


def test_a_renaming_keeps_the_former_name_with_its_days(ruby, user):
    rename(ruby, " Ruby  Apparel ", JULY, user, km="ឈូកថ្មី", short="LA")
    rename(ruby, "Ruby One", SEPTEMBER, user)

    ruby.refresh_from_db()
    assert (ruby.name_en, ruby.name_km, ruby.short_name) == ("Ruby One", "", "")
    fields = ("name_en", "name_km", "short_name", "starts_on", "ends_on")
    assert list(ruby.names.order_by("ends_on").values_list(*fields)) == [
        ("Ruby Thread", "ឈូក", "RTG", None, date(2026, 6, 30)),
        ("Ruby Apparel", "ឈូកថ្មី", "LA", JULY, date(2026, 8, 31)),
    ]
    assert verbs_of(ruby) == ["organization_renamed", "organization_renamed"]
    found = organizations_named(["rtg", "ruby apparel", "Ruby One"])
    assert set(found.values()) == {ruby}


def test_a_renaming_that_makes_no_sense_changes_nothing(ruby, palm, user):
    tomorrow = timezone.localdate() + timedelta(days=1)
    rename(ruby, "Ruby Apparel", JULY, user, km="ឈូក", short="RTG")

    again = {"km": "ឈូក", "short": "RTG", "by": user}
    assert refusal(rename, ruby, "Ruby Apparel", JULY, **again) == "same_name"
    assert refusal(rename, ruby, "Ruby One", date(2026, 6, 30), user) == "before_last"
    assert refusal(rename, ruby, "Ruby One", tomorrow, user) == "not_yet"
    assert refusal(rename, ruby, " ", JULY, user) == "no_name"
    actions.merge_organizations(palm, ruby, by=user)
    assert refusal(rename, ruby, "Ruby One", SEPTEMBER, user) == "merged"
    assert refusal(actions.undo_renaming, ruby, by=user) == "merged"


def test_a_renaming_is_undone_step_by_step(ruby, user):
    before = state()
    rename(ruby, "Ruby Apparel", JULY, user)
    between = state()
    rename(ruby, "Ruby One", SEPTEMBER, user)

    actions.undo_renaming(ruby, by=user)
    assert state() == between
    actions.undo_renaming(ruby, by=user)
    assert state() == before
    assert refusal(actions.undo_renaming, ruby, by=user) == "not_renamed"


def test_a_closed_one_is_offered_nowhere_and_opens_again_as_it_was(ruby, user):
    before = state()
    person = PersonFactory()
    Employment.objects.create(person=person, organization=ruby, role="worker")
    actions.close_organization(ruby, on=JULY, reason="Fire", by=user)
    actions.close_organization(ruby, on=SEPTEMBER, reason="Sold", by=user)

    ruby.refresh_from_db()
    assert (ruby.status, ruby.closed_on, ruby.closed_reason) == ("closed", SEPTEMBER, "Sold")
    assert list(organizations_matching("ruby")) == []
    assert organizations_named(["rtg"]) == {"rtg": None}
    assert newest_job(person) == JobAtTheTime(role="worker")

    actions.reopen_organization(ruby, by=user)
    assert state() == before
    assert organizations_named(["rtg"]) == {"rtg": ruby}
    assert newest_job(person).employer == ruby
    assert refusal(actions.reopen_organization, ruby, by=user) == "not_closed"
    tomorrow = timezone.localdate() + timedelta(days=1)
    assert refusal(actions.close_organization, ruby, on=tomorrow, by=user) == "not_yet"


def test_a_merger_leaves_the_past_and_leads_to_the_one_that_stays(ruby, palm, user):
    place = EnrollmentFactory(employer=ruby)
    Employment.objects.create(person=place.person, organization=ruby, role="worker")
    before = state()
    actions.merge_organizations(palm, ruby, on=JULY, by=user)

    place.refresh_from_db()
    ruby.refresh_from_db()
    assert place.employer == ruby
    assert (ruby.status, ruby.merged_into, ruby.merged_on) == ("merged", palm, JULY)
    assert set(organizations_named(["rtg", "ruby thread", "psf", "ឈូក"]).values()) == {palm}
    assert list(organizations_matching("ruby")) == [palm]
    assert list(organizations_matching("RTGG")) == [palm]
    assert newest_job(place.person).employer == palm
    assert verbs_of(ruby) == ["organization_merged"]
    assert verbs_of(palm) == ["organization_absorbed"]

    actions.undo_organization_merge(ruby, by=user)
    assert state() == before
    assert organizations_named(["rtg", "psf"]) == {"rtg": ruby, "psf": palm}
    assert newest_job(place.person).employer == ruby
    assert refusal(actions.undo_organization_merge, ruby, by=user) == "not_merged"


def test_a_new_enrolment_names_the_one_of_its_time(ruby, palm, user):
    actions.merge_organizations(palm, ruby, on=JULY, by=user)
    ruby.refresh_from_db()
    employers = []
    for day in (date(2026, 6, 30), JULY, timezone.localdate()):
        run = CourseRunFactory(starts_on=day, ends_on=timezone.localdate())
        job = JobAtTheTime(role="worker", employer=ruby)
        employers.append(enroll(run, PersonFactory(), job, by=user).employer)

    assert employers == [ruby, palm, palm]


def test_mergers_follow_one_another_and_are_undone_in_any_order(ruby, palm, user):
    third = OrganizationFactory(name_en="Third", name_km="", short_name="TRD")
    before = state()
    actions.merge_organizations(palm, ruby, by=user)
    actions.merge_organizations(third, palm, by=user)
    assert organizations_named(["rtg", "psf"]) == {"rtg": third, "psf": third}

    actions.undo_organization_merge(ruby, by=user)
    assert organizations_named(["rtg", "psf"]) == {"rtg": ruby, "psf": third}
    actions.undo_organization_merge(palm, by=user)
    assert state() == before


def test_what_cannot_become_one_stays_two(ruby, palm, user):
    group = OrganizationFactory(kind="group")
    subgroup = OrganizationFactory(kind="group", parent=group)
    merge = actions.merge_organizations
    tomorrow = timezone.localdate() + timedelta(days=1)

    assert refusal(merge, ruby, ruby, by=user) == "same_organization"
    assert refusal(merge, ruby, group, by=user) == "other_kind"
    assert refusal(merge, subgroup, group, by=user) == "stands_below"
    assert refusal(merge, ruby, palm, on=tomorrow, by=user) == "not_yet"
    merge(ruby, palm, by=user)
    assert refusal(merge, ruby, palm, by=user) == "already_merged"
    assert refusal(merge, palm, ruby, by=user) == "merged_meanwhile"
    assert refusal(actions.close_organization, palm, on=JULY, by=user) == "merged"
    actions.close_organization(ruby, on=JULY, by=user)
    assert refusal(merge, ruby, OrganizationFactory(), by=user) == "closed"


def place(row, parent):
    row.parent = parent
    actions.place_organization(row)
    row.save()


def test_an_organization_stands_only_where_its_kind_may(ruby):
    group, federation = OrganizationFactory(kind="group"), OrganizationFactory(kind="federation")

    place(ruby, group)
    with pytest.raises(Refused) as no:
        place(ruby, federation)
    sentence = "An organization of this kind can only stand below one of these: Group of companies."
    assert (no.value.code, str(no.value)) == ("wrong_parent", sentence)
    assert refusal(place, OrganizationFactory(kind="confederation"), federation) == "no_parent"
    group.kind = "ngo"
    assert refusal(place, group, None) == "wrong_members"


def test_no_circle_closes_at_any_depth_nor_by_way_of_a_merger(user):
    groups = [OrganizationFactory(kind="group") for _ in range(4)]
    for below, upper in pairwise(groups):
        place(below, upper)
    assert refusal(place, groups[3], groups[0]) == "loop"

    other = OrganizationFactory(kind="group")
    actions.merge_organizations(groups[3], other, by=user)
    other.refresh_from_db()
    newcomer = OrganizationFactory(kind="group", parent=other)
    assert refusal(place, groups[3], newcomer) == "loop"
    assert refusal(place, groups[3], other) == "loop"


def test_an_undone_merger_closes_no_circle(user):
    upper = OrganizationFactory(kind="group")
    below = OrganizationFactory(kind="group", parent=upper)
    actions.merge_organizations(upper, below, by=user)
    place(upper, None)

    actions.undo_organization_merge(below, by=user)
    assert Organization.objects.get(pk=below.pk).parent == upper
