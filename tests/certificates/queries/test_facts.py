"""The facts of a certificate: addresses, expiry, issuer and pictures."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.images import ImageFile
from PIL import Image
from wagtail.images import get_image_model

from certificates.models import IssuerSettings
from certificates.queries.facts import check_url, pictures, printed_facts, scanned_url
from certificates.queries.printable import OfRun, expiry_of, printed_sessions
from tests.certificates.factories import met_completion

CODE = "ABCDEFGHJKMNPQRSTU"


def test_the_code_is_in_the_address():
    assert check_url(CODE) == f"http://127.0.0.1:8000/check/{CODE}/"


def test_the_site_may_have_another_address_for_checking(settings):
    settings.CERTIFICATES_CHECK_URL = "https://check.example.org/"

    assert check_url(CODE) == f"https://check.example.org/{CODE}/"


def test_without_a_setting_the_check_page_of_this_site_is_meant(settings):
    del settings.CERTIFICATES_CHECK_URL

    assert check_url(CODE).endswith(f"/check/{CODE}/")


def test_the_qr_code_holds_capitals_where_the_site_understands_them(settings):
    known = scanned_url(CODE)
    settings.CERTIFICATES_CHECK_URL = "https://check.example.org/elsewhere"
    unknown = scanned_url(CODE)

    assert known == f"HTTP://127.0.0.1:8000/CHECK/{CODE}/"
    assert unknown == f"https://check.example.org/elsewhere/{CODE}/"


@pytest.mark.django_db
def test_the_facts_hold_what_the_paper_says():
    completion = met_completion(
        course__title_en="Fire safety", course__title_km="", course__validity_months=24
    )
    completion.met_on = date(2026, 11, 5)
    issuer = IssuerSettings(name_en="Romduol", name_km="រំដួល", signatory_1_en="KEO Monyroth")

    facts = printed_facts(
        OfRun(completion, printed_sessions(completion.enrollment.run)),
        issuer,
        kind="completion",
        fields={"sign_1_alt", "sign_2_alt", "org_2_en"},
        serial="RWL-2026-000001",
        code=CODE,
        issued_on=date(2026, 11, 21),
    )

    assert expiry_of(completion) == date(2028, 11, 5)
    expected = {
        "serial": "RWL-2026-000001",
        "code": "ABCDEF-GHJKMN-PQRSTU",
        "check_site": "127.0.0.1:8000/check",
        "name_km": "ចាន់ ស្រីមុំ",
        "name_en": "CHAN Sreymom",
        "course_km": "Fire safety",
        "course_en": "Fire safety",
        "org_1_en": "Romduol",
        "org_2_en": "",
        "sign_1_alt": "Signature of KEO Monyroth",
        "sign_2_alt": "",
        "minutes": 180,
        "sessions": 1,
    }
    assert {key: facts[key] for key in expected} == expected
    assert facts["facts_en"].endswith("Valid until 5 November 2028")


@pytest.mark.django_db
def test_pictures_of_the_issuer_go_to_their_places():
    out = BytesIO()
    Image.new("RGB", (20, 20), "teal").save(out, "PNG")
    logo = get_image_model().objects.create(
        title="Logo", file=ImageFile(BytesIO(out.getvalue()), "logo.png")
    )

    assert pictures(IssuerSettings(logo=logo)) == {"logo_1": out.getvalue()}
