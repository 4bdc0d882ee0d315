"""The screen with money and projects: trainers read, staff change."""

from decimal import Decimal

import pytest
from wagtail.models import ModelLogEntry

from courses.models import Organization, Project, RunFinance
from tests.courses.views.conftest import address, errors, said
from tests.factories import OrganizationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def finance(run):
    return RunFinance.objects.create(
        run=run, price=Decimal(500), direct_cost=Decimal(1000), in_kind=Decimal(80)
    )


@pytest.fixture
def staff(client, staff_user):
    client.force_login(staff_user)
    return client


def answers(**more):
    return {"currency": "USD", "basis": "flat", **more}


def test_a_trainer_reads_and_cannot_change(trainer, run, finance):
    page = trainer.get(address("run_details", run)).content.decode()
    assert "<b>50\N{NO-BREAK SPACE}%</b>" in page
    assert "Programme staff keep these." in page
    assert 'name="price"' not in page
    assert trainer.post(address("run_details", run), answers(price="1")).status_code == 404
    finance.refresh_from_db()
    assert finance.price == 500


def test_staff_keep_money_partners_and_projects(staff, run, finance):
    donor = OrganizationFactory(name_en="A donor")
    project = Project.objects.create(code="BFC", name_en="Better work", donor=donor)
    union = OrganizationFactory(name_en="A federation")
    form = staff.get(address("run_details", run)).context["form"]
    assert form["price"].value() == 500
    data = answers(price="20", basis="per_person", projects=[project.pk], partners=[union.pk])
    response = staff.post(address("run_details", run), data, follow=True)
    assert said(response) == ["Money and projects are saved."]
    page = staff.get(address("run_details", run)).content.decode()
    assert "Better work (A donor)" in page and "A federation" in page
    assert "No direct cost is on record." in page
    finance.refresh_from_db()
    assert (finance.price, finance.basis, finance.direct_cost) == (20, "per_person", 0)


def test_a_waiver_without_a_reason_and_a_debt_are_refused(staff, run):
    response = staff.post(address("run_details", run), answers(price="5", waived="5"))
    assert "Say in a few words why it is waived." in errors(response)
    assert (
        "price"
        in staff.post(address("run_details", run), answers(price="-5")).context["form"].errors
    )
    assert not RunFinance.objects.exists()


def test_a_partner_is_found_by_name(staff, run):
    OrganizationFactory(name_en="Palm Shade Footwear")
    asked = answers(partners_q="palm", partners_find="1")
    form = staff.post(address("run_details", run), asked).context["form"]
    assert [option.name for option in form["partners"].options] == ["Palm Shade Footwear"]


def test_staff_say_for_whom_a_trainer_trains_and_a_closed_organization_may_stay(staff, run):
    mill, institute = OrganizationFactory(name_en="Old Mill"), OrganizationFactory()
    place = run.run_trainers.get()
    place.organization = mill
    place.save()
    Organization.objects.filter(pk=mill.pk).update(status="closed")
    name = f"trains_for_{place.person_id}"

    page = staff.get(address("run_details", run)).content.decode()
    assert f"{place.person.name} (Old Mill)" in page
    staff.post(address("run_details", run), answers(**{name: str(mill.pk)}))
    place.refresh_from_db()
    assert place.organization == mill

    staff.post(address("run_details", run), answers(**{name: str(institute.pk)}))
    staff.post(address("run_details", run), answers(**{name: str(institute.pk)}))
    place.refresh_from_db()
    assert place.organization == institute
    (entry,) = ModelLogEntry.objects.filter(action="courses.run_details_changed")
    code = place.person.card_code
    assert entry.data["changes"] == {"trains_for": [{code: mill.pk}, {code: institute.pk}]}
