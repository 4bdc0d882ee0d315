"""What a person takes along of her own certificate: a picture, a reminder, a link."""

from datetime import timedelta
from io import BytesIO
from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar
from PIL import Image

from certificates.actions.certificates import issue_certificate, revoke_certificate
from certificates.models import Certificate
from certificates.views.panels import my_panel, taken_along
from tests.certificates.factories import met_completion

pytestmark = pytest.mark.django_db


@pytest.fixture
def certificate(client, participant_user):
    """Valid for a year; she has signed in."""
    client.force_login(participant_user)
    completion = met_completion(
        person=participant_user.training_person,
        course__title_en="Fire & safety",
        course__validity_months=12,
    )
    return issue_certificate(completion, by=None)


def get(client, name, certificate):
    return client.get(reverse(f"certificates:{name}", args=[certificate.uuid]))


def test_the_picture_is_the_printed_page(client, certificate):
    answer = get(client, "picture", certificate)

    picture = Image.open(BytesIO(answer.content))
    sheet = certificate.revision.sheet
    assert picture.format == "PNG"
    assert picture.width in range(1199, 1202)
    assert picture.height == pytest.approx(picture.width * sheet["h"] / sheet["w"], abs=2)
    assert len(picture.convert("RGB").getcolors(maxcolors=1_000_000)) > 50
    assert "no-store" in answer["Cache-Control"]


def test_the_calendar_rings_two_months_before_the_last_day(client, certificate):
    event = Calendar.from_ical(get(client, "reminder", certificate).content).walk("VEVENT")[0]

    day, last = event.decoded("dtstart"), certificate.expires_on
    assert timedelta(days=58) <= last - day.date() <= timedelta(days=62)
    assert (day.hour, event["summary"]) == (9, "Refresh: Fire & safety")
    assert certificate.serial in event["description"]
    assert event.walk("VALARM")[0]["action"] == "DISPLAY"


def test_there_is_none_of_what_is_over_or_withdrawn_or_never_ends(client, certificate, staff_user):
    for day in (None, timezone.localdate()):
        Certificate.objects.update(expires_on=day)
        certificate.refresh_from_db()
        assert get(client, "reminder", certificate).status_code == 404
        assert not taken_along(certificate)["has_reminder"]
    revoke_certificate(certificate, "other", by=staff_user)
    assert get(client, "picture", certificate).status_code == 404


def test_the_profile_is_filled_in_with_what_is_printed(certificate):
    address = urlsplit(taken_along(certificate)["profile"])

    issued, last = certificate.issued_on, certificate.expires_on
    assert (address.scheme, address.netloc) == ("https", "www.linkedin.com")
    assert parse_qs(address.query) == {
        "startTask": ["CERTIFICATION_NAME"],
        "name": ["Fire & safety"],
        "organizationName": [certificate.facts["org_1_en"]],
        "issueYear": [str(issued.year)],
        "issueMonth": [str(issued.month)],
        "expirationYear": [str(last.year)],
        "expirationMonth": [str(last.month)],
        "certUrl": [certificate.facts["url"]],
        "certId": [certificate.serial],
    }


def test_a_certificate_whose_design_is_not_kept_has_no_picture(client, rf, certificate):
    Certificate.objects.update(revision=None)

    panel = my_panel(rf.get("/"), certificate.person)
    assert reverse("certificates:picture", args=[certificate.uuid]) not in panel
    assert reverse("certificates:reminder", args=[certificate.uuid]) in panel
    assert get(client, "picture", certificate).status_code == 404
