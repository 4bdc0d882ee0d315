"""Staff see where an organization stands and what it was; they rename, close and merge it."""

import csv
from datetime import date

import pytest
from django.urls import reverse

from courses.actions.organizations import merge_organizations, rename_organization
from courses.models import (
    Employment,
    Organization,
    OrganizationHeadcount,
    OrganizationId,
    OrganizationName,
)
from courses.rules.organizations import Names
from tests.courses.admin.test_exports import csv_of
from tests.courses.admin.test_views import NO_PARTS
from tests.factories import (
    CourseRunFactory,
    EnrollmentFactory,
    OrganizationFactory,
    PersonFactory,
)

pytestmark = pytest.mark.django_db
DAY = date(2026, 7, 1)
LIST = reverse("training_organizations:index")


@pytest.fixture
def ruby():
    return OrganizationFactory(name_en="Ruby Thread", name_km="", short_name="RTG")


@pytest.fixture
def palm():
    return OrganizationFactory(name_en="Palm Shade", name_km="")


def address(name, row):
    return reverse(f"training_organizations:{name}", args=[row.pk])


def export_of(client, noun):
    return list(csv.DictReader(csv_of(client, noun)))


def filled(row):
    """With a name, a headcount and a number."""
    OrganizationName.objects.create(organization=row, kind="alias", name_en="The Rubies")
    OrganizationHeadcount.objects.create(
        organization=row, as_of=DAY, total=1200, women=1000, source="Ministry register"
    )
    OrganizationId.objects.create(organization=row, scheme="Ministry", value=f"E-{row.pk}")
    return row


def test_the_record_shows_the_tree_the_names_and_the_numbers(staff, ruby):
    top = OrganizationFactory(kind="group", name_en="Whole Group", name_km="")
    group = OrganizationFactory(kind="group", name_en="Gem Group", name_km="", parent=top)
    filled(ruby).parent = group
    ruby.save()

    page = staff.get(address("inspect", ruby)).text

    above = "".join(
        f'<a href="{address("inspect", row)}">{row.name_en}</a>{mark}'
        for row, mark in ((group, " › "), (top, ""))
    )
    assert above in page
    for words in ("The Rubies", "1,200", "1,000", "Ministry register", f"E-{ruby.pk}"):
        assert words in page
    assert address("inspect", ruby) in staff.get(address("inspect", group)).text


@pytest.mark.parametrize("members", [1, 30])
def test_a_record_takes_the_same_queries_however_many_members(
    staff, members, django_assert_num_queries
):
    group = OrganizationFactory(kind="group")
    OrganizationFactory.create_batch(members, parent=group)
    staff.get(address("inspect", group))
    with django_assert_num_queries(19):
        staff.get(address("inspect", group))


def test_the_list_is_filtered_by_kind_sector_province_and_status(staff, ruby, palm):
    OrganizationFactory(kind="ngo", sector="not_a_factory", province_id="12")
    staff.post(address("close", palm), {"on": "2026-07-01", "reason": "Fire"})

    def found(**query):
        return list(staff.get(LIST, query).context["object_list"])

    assert found(status="closed") == [palm]
    assert found(kind="factory", status="active") == [ruby]
    assert found(sector="garment", province="05") == [palm, ruby]
    assert len(found(province="12")) == 1
    assert found(q="RTGG") == [ruby]


def test_the_file_holds_names_numbers_headcount_and_status(staff, ruby, palm):
    merge_organizations(palm, filled(ruby), on=DAY, by=None)

    line = {row["Name in English"]: row for row in export_of(staff, "organizations")}["Ruby Thread"]

    assert line["Other and former names"] == "The Rubies"
    assert line["Numbers in other registers"] == f"Ministry E-{ruby.pk}"
    headcount = [line[head] for head in ("People employed", "Women", "Men")]
    assert headcount == ["1200", "1000", ""]
    assert (line["Headcount of the day"], line["Status"]) == ("2026-07-01", "Merged into another")
    assert (line["Merged into"], line["Merged on"]) == ("Palm Shade", "2026-07-01")


def test_a_form_takes_names_headcounts_and_numbers_and_refuses_wrong_sums(staff, ruby):
    parts = {
        "names-TOTAL_FORMS": "1",
        "names-0-kind": "acronym",
        "names-0-name_en": "RBT",
        "headcounts-TOTAL_FORMS": "2",
        "external_ids-TOTAL_FORMS": "1",
        "external_ids-0-scheme": "Ministry",
        "external_ids-0-value": "E-1",
    }
    for place in range(2):
        parts |= {
            f"headcounts-{place}-as_of": "2026-07-01",
            f"headcounts-{place}-total": "100",
            f"headcounts-{place}-women": "80",
            f"headcounts-{place}-men": "30",
            f"headcounts-{place}-source": "Ministry",
        }
    values = {"name_en": "Ruby Thread", "kind": "factory", **NO_PARTS, **parts}

    page = staff.post(address("edit", ruby), values).text
    assert "Women and men together cannot be more than all people." in page
    values |= {"headcounts-0-men": "20", "headcounts-1-men": "20"}
    assert "duplicate" in staff.post(address("edit", ruby), values).text
    assert not OrganizationHeadcount.objects.exists()
    values |= {"headcounts-1-source": "The factory"}
    assert staff.post(address("edit", ruby), values).status_code == 302
    assert ruby.headcounts.count() == 2
    assert list(staff.get(LIST, {"q": "rbt"}).context["object_list"]) == [ruby]


def test_a_number_that_another_one_has_is_told_at_the_form(staff, ruby, palm):
    OrganizationId.objects.create(organization=palm, scheme="Ministry", value="E-1")
    values = {
        **{"name_en": "Ruby Thread", "kind": "factory"},
        **NO_PARTS,
        **{"external_ids-TOTAL_FORMS": "1", "external_ids-0-scheme": "Ministry"},
        "external_ids-0-value": "E-1",
    }
    assert "Another organization has this number." in staff.post(address("edit", ruby), values).text
    assert ruby.external_ids.count() == 0


def test_a_wrong_place_in_the_tree_is_told_at_the_field(staff, ruby):
    federation = OrganizationFactory(kind="federation")
    values = {"name_en": "Ruby", "kind": "factory", "parent": federation.pk, **NO_PARTS}

    answer = staff.post(address("edit", ruby), values)

    sentence = "An organization of this kind can only stand below one of these: Group of companies."
    assert answer.context["form"].errors["parent"] == [sentence]
    ruby.refresh_from_db()
    assert (ruby.parent, ruby.name_en) == (None, "Ruby Thread")
    added = staff.post(reverse("training_organizations:add"), values)
    assert added.context["form"].errors["parent"] == [sentence]


def test_a_renaming_is_shown_and_undone(staff, ruby):
    values = {"name_en": "Ruby Apparel", "name_km": "", "short_name": "RA", "on": "2026-07-01"}

    page = staff.post(address("rename", ruby), values, follow=True).text
    assert "It was called Ruby Thread until 30 June 2026." in page
    assert (
        "The organization is called this already."
        in staff.post(address("rename", ruby), values).text
    )
    page = staff.post(address("undo_renaming", ruby), follow=True).text
    assert "The organization is called Ruby Thread again." in page
    assert not OrganizationName.objects.exists()


def test_lists_and_files_name_an_organization_as_it_was_called_then(staff, ruby):
    run = CourseRunFactory(starts_on=date(2026, 6, 1), host=ruby)
    place = EnrollmentFactory(run=run, employer=ruby)
    rename_organization(ruby, Names("Ruby Apparel"), on=DAY, by=None)
    EnrollmentFactory(run=CourseRunFactory(starts_on=DAY, host=ruby), employer=ruby)

    then = {row["Run"]: row["Organization"] for row in export_of(staff, "enrolments")}
    assert sorted(then.values()) == ["Ruby Apparel", "Ruby Thread"]
    assert then[run.code] == "Ruby Thread"
    hosts = {row["Run"]: row["Host organization"] for row in export_of(staff, "runs")}
    assert hosts[run.code] == "Ruby Thread"
    for noun, row in (("enrolments", place), ("runs", run)):
        page = staff.get(reverse(f"training_{noun}:inspect", args=[row.pk])).text
        assert "Ruby Thread" in page


def test_closing_tells_in_numbers_what_hangs_on_it(staff, ruby):
    EnrollmentFactory.create_batch(2, employer=ruby)
    Employment.objects.create(person=PersonFactory(), organization=ruby)

    page = staff.get(address("close", ruby)).text
    assert "2 enrolments keep Ruby Thread as the workplace of that time." in page
    assert "1 person works there today." in page
    answer = staff.post(address("close", ruby), {"on": "2026-07-01", "reason": "Fire"}, follow=True)
    assert "1 July 2026" in answer.text and "Fire" in answer.text
    assert address("reopen", ruby) in answer.text
    staff.post(address("reopen", ruby))
    assert Organization.objects.active().filter(pk=ruby.pk).exists()


def test_two_are_merged_after_a_look_and_parted_again(staff, ruby, palm):
    EnrollmentFactory(employer=ruby)
    filled(ruby)
    chosen = staff.post(address("merge", palm), {"other": ruby.pk})
    page = staff.get(chosen.url).text

    assert "Palm Shade stays and can be chosen. Ruby Thread can no longer be chosen." in page
    assert "1 enrolment keeps Ruby Thread as the workplace of that time." in page
    assert "1 headcount stays with Ruby Thread." in page
    assert f"{address('merge', ruby)}?other={palm.pk}" in page
    record = staff.post(chosen.url, {"on": "2026-07-01"}, follow=True).text
    assert "Ruby Thread is part of Palm Shade now." in record
    assert "Became part of this one" in record
    assert "merged already" in staff.get(chosen.url).text
    assert "merged already" in staff.post(chosen.url, {"on": ""}).text
    staff.post(address("undo_merge", ruby))
    assert Organization.objects.active().filter(pk__in=[ruby.pk, palm.pk]).count() == 2


def test_the_same_one_and_a_merged_one_cannot_be_chosen(staff, ruby, palm):
    merge_organizations(palm, ruby, by=None)
    for other in (palm, ruby):
        answer = staff.post(address("merge", palm), {"other": other.pk})
        assert answer.context["form"].errors["other"]
