"""What a template makes a report tell, and that a frozen one keeps it."""

from datetime import date
from fractions import Fraction
from random import Random

import pytest
from django.utils import timezone

from courses.actions.snapshots import freeze_report
from courses.models import Phase, Project, ReportFigure, ReportSnapshot, ReportTemplate, TargetSet
from courses.queries.facts import facts_now
from courses.queries.figures import Figures
from courses.queries.reach import reach, report_of
from courses.queries.report_plans import narrowed, plan_as_kept, plan_for, plan_kept
from courses.queries.snapshots import report_kept
from courses.rules.reach import Filters
from courses.rules.report_plan import DEFAULT
from tests.factories import OrganizationFactory
from tests.reference import figure
from tests.reference.dump import LOCAL, dump
from tests.reference.worlds import NOW, RandomWorld

pytestmark = pytest.mark.django_db

START, END = date(2025, 11, 1), date(2026, 6, 30)


@pytest.fixture
def donor(db):
    organization = OrganizationFactory()
    Project.objects.create(code="P", name_en="P", donor=organization)
    return organization


@pytest.fixture
def template(donor):
    row = ReportTemplate.objects.create(
        name="Donor", title_en="Half a year", title_km="កន្លះឆ្នាំ", introduction_en="Dear donor"
    )
    for place, code in enumerate(["R14", "R9", "R21"]):
        row.figures.create(indicator=code, sort_order=place)
    for place, name in enumerate(["phase", "age_band"]):
        row.tables.create(dimension=name, sort_order=place)
    row.filters.create(part=f"donor:{donor.pk}")
    row.save()
    return row


def asked(**only):
    narrow = {name: frozenset([value]) for name, value in only.items()}
    return Filters(START, END, narrow, now=timezone.localtime())


def test_a_template_narrows_what_is_asked(template, donor):
    assert narrowed(asked(), template).only == {"donor": {donor.pk}}
    assert narrowed(asked(sector="garment"), template).only == {
        "donor": {donor.pk},
        "sector": {"garment"},
    }
    assert narrowed(asked(donor=donor.pk + 1), template).only == {"donor": frozenset()}


def test_the_plan_says_what_in_which_order_and_words(template):
    plan = plan_for(asked(), template)

    assert plan.figures == ("R14", "R9", "R21")
    assert plan.tables == ("phase", "age_band")
    assert plan.title == {"en": "Half a year", "km": "កន្លះឆ្នាំ"}


def test_targets_of_a_template_are_of_what_it_counts(template, donor):
    template.targets = TargetSet.objects.create(name_en="Promised")
    template.targets.targets.create(indicator="R14", starts_on=START, ends_on=END, amount=60)
    template.targets.targets.create(
        indicator="R1", part="sex:female", starts_on=START, ends_on=END, amount=500
    )

    share, women = plan_for(narrowed(asked(), template), template).targets

    assert (share.amount, share.only) == (Fraction(60, 100), {"donor": {donor.pk}})
    assert (women.amount, women.only) == (500, {"donor": {donor.pk}, "sex": {"female"}})


def test_targets_of_a_donor_stand_beside_the_figures_of_that_donor_alone(donor):
    own, theirs = (
        TargetSet.objects.create(name_en=name, donor=who)
        for name, who in (("A", None), ("B", donor))
    )
    for row in (own, theirs):
        row.targets.create(indicator="R1", starts_on=START, ends_on=END, amount=9)
        row.save()

    assert [each.names["en"] for each in plan_for(asked()).targets] == ["A"]
    assert [each.names["en"] for each in plan_for(asked(donor=donor.pk)).targets] == ["A", "B"]


def test_a_target_of_a_phase_has_its_days():
    phase = Phase.objects.create(code="A", name_en="A", starts_on=START, ends_on=END)
    row = TargetSet.objects.create(name_en="Own")
    row.targets.create(indicator="R1", phase=phase, amount=9)
    row.save()

    (found,) = plan_for(asked()).targets
    assert (found.start, found.end) == (START, END)


def test_a_plan_is_read_again_as_it_was_kept(template):
    Phase.objects.create(code="A", name_en="A", starts_on=START, ends_on=END)
    template.targets = TargetSet.objects.create(name_en="Promised")
    template.targets.targets.create(
        indicator="R14", part="sex:female", starts_on=START, ends_on=END, amount=60
    )
    plan = plan_for(asked(), template)

    assert plan_kept(plan_as_kept(plan, START, END)) == plan
    assert plan_kept(plan_as_kept(plan, date(2026, 1, 1), END)).targets == ()
    assert plan_kept(None) == DEFAULT


def test_figures_and_tables_of_a_template_are_those_of_the_reference(staff_user):
    world = RandomWorld(Random(7))
    template = ReportTemplate.objects.create(name="Donor", title_en="Donor")
    for code in ("R8", "R9", "R14", "R18"):
        template.figures.create(indicator=code)
    for name in ("phase", "donor"):
        template.tables.create(dimension=name)
    template.filters.create(part="province:12")
    template.filters.create(part="province:05")
    template.save()
    rows = dump(NOW)
    only = {"province": {"12", "05"}}
    filters = narrowed(Filters(START, END, now=NOW.astimezone(LOCAL)), template)

    with facts_now() as facts:
        report = report_of(Figures(facts, filters), plan_for(filters, template))

    assert world.phases
    for indicator, _currency, value in report.figures:
        assert {(): value} == figure(rows, indicator.code, START, END, filters=only)
    for name in ("phase", "donor"):
        expected = figure(rows, "R1", START, END, filters=only, by=(name,))
        told = {(row.key,): row.figures.people for row in report.breakdowns[name]}
        assert {key: number for key, number in told.items() if number} == expected


def test_a_frozen_report_of_a_template_is_read_again_as_it_was(template, staff_user):
    filters = narrowed(asked(), template)
    expected = reach(filters, plan_for(filters, template))
    frozen = freeze_report(filters, "Half a year", by=staff_user, template=template)
    ReportFigure.objects.all().delete()

    row = ReportSnapshot.objects.get(pk=frozen.pk)
    kept = report_kept(row)

    assert row.template == template
    assert {**vars(kept), "as_at": None} == {**vars(expected), "as_at": None}
