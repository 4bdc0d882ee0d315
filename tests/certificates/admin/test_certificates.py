"""Certificates in the admin: found, filtered, read, exported, withdrawn and printed anew."""

import csv
import io
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from certificates.actions.certificates import issue_certificate, revoke_certificate
from certificates.models import Certificate
from tests.certificates.factories import met_completion
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db
LIST = "training_certificates:index"


def issued(**values):
    return issue_certificate(met_completion(**values), by=None)


def listed(client, **query):
    return list(client.get(reverse(LIST), query).context["object_list"])


def page(client, name, certificate):
    return client.get(reverse(f"training_certificates:{name}", args=[certificate.pk]), follow=True)


@pytest.fixture
def staff(client, staff_user):
    client.force_login(staff_user)
    return client


@pytest.fixture
def dara(db):
    person = PersonFactory(
        name_km="សុខ ដារា", family_name_latin="Sok", given_name_latin="Dara", key_km="", key_latin=""
    )
    return issued(person=person, course__code="FIRE")


def test_a_certificate_is_found_by_number_and_code(staff, dara):
    other = issued()

    assert listed(staff, q=dara.serial) == [dara]
    assert listed(staff, q=dara.facts["code"].lower()) == [dara]
    assert listed(staff, q="nobody") == []
    assert listed(staff) == [other, dara]


def test_filters_narrow_the_list(staff, staff_user, dara):
    other = issued()
    revoke_certificate(other, "misuse", by=staff_user)
    other.refresh_from_db()

    assert listed(staff, status="revoked") == [other]
    assert listed(staff, course=str(dara.course_id)) == [dara]
    assert listed(staff, issued_on_from="2020-01-01", issued_on_to="2020-12-31") == []


def test_the_record_shows_what_was_printed_and_leads_to_the_file(staff, dara):
    text = page(staff, "inspect", dara).text

    for words in ("SOK Dara", "សុខ ដារា", dara.facts["code"], dara.sha256, "Print anew"):
        assert words in text
    assert reverse("certificates:download", args=[dara.uuid]) in text


def test_the_list_says_that_a_certificate_has_expired(staff, dara):
    dara.expires_on = date(2026, 1, 1)
    dara.save()

    assert "Expired" in staff.get(reverse(LIST)).text


def test_a_certificate_is_withdrawn_with_a_reason(staff, dara):
    asked = page(staff, "revoke", dara)
    without = staff.post(reverse("training_certificates:revoke", args=[dara.pk]), {})
    answer = staff.post(
        reverse("training_certificates:revoke", args=[dara.pk]), {"reason": "wrong_person"}
    )

    dara.refresh_from_db()
    assert "This cannot be undone." in asked.text
    assert without.context["form"].errors["reason"]
    assert answer.url == reverse("training_certificates:inspect", args=[dara.pk])
    assert (dara.status, dara.revocation_reason) == ("revoked", "wrong_person")
    assert "Print anew" not in page(staff, "inspect", dara).text


def test_a_withdrawn_certificate_is_not_withdrawn_again(staff, staff_user, dara):
    revoke_certificate(dara, "misuse", by=staff_user)

    answer = staff.post(
        reverse("training_certificates:revoke", args=[dara.pk]), {"reason": "other"}
    )

    assert answer.context["form"].non_field_errors() == [
        "This certificate is not in force any more."
    ]


def test_a_corrected_name_gives_a_new_certificate(staff, dara):
    dara.person.given_name_latin = "Daravuth"
    dara.person.save()

    answer = staff.post(reverse("training_certificates:replace", args=[dara.pk]))

    dara.refresh_from_db()
    assert dara.status == "replaced"
    assert dara.replaced_by.facts["name_en"] == "SOK Daravuth"
    assert answer.url == reverse("training_certificates:inspect", args=[dara.replaced_by_id])
    assert dara.serial in staff.get(answer.url).text


def test_history_tells_every_verb(staff, staff_user, dara):
    revoke_certificate(dara, "misuse", by=staff_user)

    text = page(staff, "history", dara).text

    assert "Certificate issued" in text
    assert "Certificate withdrawn" in text


def test_the_list_leaves_as_a_file_with_printed_names(staff, dara):
    url = reverse(LIST, query={"export": "csv"})
    answer = staff.post(url, {"purpose": "reporting"})

    rows = list(csv.DictReader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))
    assert [(row["Number"], row["Latin name"], row["Course"]) for row in rows] == [
        (dara.serial, "SOK Dara", "FIRE")
    ]


def test_a_trainer_sees_the_certificates_of_her_runs_and_changes_none(client, trainer_user):
    client.force_login(trainer_user)
    own, foreign = issued(), issued()
    own.enrollment.run.run_trainers.create(person=trainer_user.training_person)

    assert listed(client) == [own]
    assert page(client, "inspect", own).status_code == 200
    assert page(client, "inspect", foreign).status_code == 404
    for verb in ("revoke", "replace"):
        address = reverse(f"training_certificates:{verb}", args=[own.pk])
        assert client.post(address, {"reason": "other"}).status_code == 302
    assert set(Certificate.objects.values_list("status", flat=True)) == {"valid"}


def test_one_and_thirty_rows_take_the_same_number_of_queries(staff):
    def queries():
        with CaptureQueriesContext(connection) as found:
            assert staff.get(reverse(LIST)).status_code == 200
        return len(found)

    first = issued()
    queries()
    with_one = queries()
    for number in range(2, 31):
        first.pk, first.uuid, first.replaced_by = None, None, None
        copy = Certificate.objects.get(serial=f"{first.serial[:-6]}000001")
        completion = met_completion()
        Certificate.objects.create(
            code=f"{number:018d}",
            serial=f"COPY-{number}",
            enrollment=completion.enrollment,
            person=completion.enrollment.person,
            course=completion.enrollment.run.course,
            design=copy.design,
            facts=copy.facts,
            issued_on=date(2026, 1, 1),
            sha256="",
        )

    assert queries() == with_one


def test_a_person_and_an_enrolment_show_their_certificates(staff, dara):
    for name, pk in (("people", dara.person_id), ("enrolments", dara.enrollment_id)):
        text = staff.get(reverse(f"training_{name}:inspect", args=[pk])).text
        assert reverse("training_certificates:inspect", args=[dara.pk]) in text
