"""Partners, projects and money of a run, and their history."""

from decimal import Decimal

import pytest
from wagtail.models import ModelLogEntry

from courses.actions.planning import RunPlan, plan_runs
from courses.actions.run_details import Background, Money, change_run_details
from courses.actions.runs import RunDetails, change_run
from courses.exceptions import Refused
from courses.models import Employment, Project
from courses.queries.partners import partners_of
from courses.queries.run_money import costs_of, finance_of
from courses.rules.cost_recovery import Costs
from courses.rules.schedule import MORNING, Pattern, slots_of
from tests.factories import (
    AttendanceFactory,
    CourseFactory,
    CourseRunFactory,
    EnrollmentFactory,
    OrganizationFactory,
    PersonFactory,
    SessionFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def run():
    return CourseRunFactory(venue=None)


def history():
    return ModelLogEntry.objects.filter(action="courses.run_details_changed")


def test_everything_is_kept_and_the_history_says_from_what_to_what(run, staff_user):
    ministry, union = OrganizationFactory.create_batch(2)
    projects = tuple(Project.objects.create(code=code, name_en=code) for code in ("A", "B"))
    money = Money(payer=run.host, price=Decimal(500), direct_cost=Decimal(800))
    background = Background((union, ministry, union), projects, " V-17 ", money)

    change_run_details(run, background, by=staff_user)
    change_run_details(run, background, by=staff_user)

    run.refresh_from_db()
    assert partners_of(run) == [union, ministry]
    assert set(run.projects.all()) == set(projects)
    assert (run.external_reference, finance_of(run).payer) == ("V-17", run.host)
    entry = history().get()
    assert entry.data["changes"]["price"] == ["0.00", "500.00"]
    assert entry.data["changes"]["projects"] == [[], ["A", "B"]]
    assert "waived" not in entry.data["changes"]


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_waiver_says_why(run, staff_user, reason):
    money = Money(price=Decimal(50), waived=Decimal(50), waiver_reason=reason)
    with pytest.raises(Refused) as no:
        change_run_details(run, Background(money=money), by=staff_user)
    assert no.value.code == "no_waiver_reason"
    assert not history().exists()


def test_the_host_is_no_partner(run, staff_user):
    with pytest.raises(Refused) as no:
        change_run_details(run, Background((run.host,)), by=staff_user)
    assert no.value.code == "host_is_no_partner"


def test_the_price_for_each_person_counts_those_who_came_but_no_trainer(run, staff_user):
    session = SessionFactory(run=run, status="held")
    trainer, person, absent = (EnrollmentFactory(run=run) for _ in range(3))
    run.run_trainers.create(person=trainer.person, is_lead=True)
    for enrollment in (trainer, person):
        AttendanceFactory(session=session, enrollment=enrollment)
    AttendanceFactory(session=session, enrollment=absent, presence="absent", credited_minutes=0)
    money = Money(price=Decimal(10), basis="per_person", direct_cost=Decimal(40))
    change_run_details(run, Background(money=money), by=staff_user)

    found = costs_of(run, finance_of(run))

    assert found == Costs(Decimal(10), True, 1, Decimal(0), Decimal(40))


def test_a_trainer_trains_for_whom_she_worked_when_she_was_named(trainer_user):
    trainer, other = PersonFactory(), PersonFactory()
    former, union, ministry = OrganizationFactory.create_batch(3)
    Employment.objects.create(person=trainer, organization=former, ends_on="2026-01-01")
    job = Employment.objects.create(person=trainer, organization=union)
    details = RunDetails(host=former, province=former.province)
    slots = slots_of(Pattern(CourseRunFactory().starts_on, 1, (MORNING,)))
    (run,) = plan_runs(CourseFactory(), [RunPlan(details, slots, (trainer,))], by=trainer_user)
    assert run.run_trainers.get().organization == union

    job.organization = ministry
    job.save()
    Employment.objects.create(person=other, organization=ministry)
    change_run(run, details, [other, trainer], by=trainer_user)

    kept = {each.person: each.organization for each in run.run_trainers.all()}
    assert kept == {trainer: union, other: ministry}
