"""The addresses of the site, and the headers that every page outside the admin carries."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
POLICY = {
    "default-src 'self'",
    "img-src 'self' data:",
    "media-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
}


@pytest.mark.parametrize(
    "address", ["/en/accounts/login/", "/km/accounts/login/", "/en/no/such/page/", "/en/check/"]
)
def test_pages_allow_no_inline_code_and_no_strangers(client, address):
    answer = client.get(address)
    assert set(answer.headers["Content-Security-Policy"].split("; ")) >= POLICY
    assert "unsafe-inline" not in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"


def test_the_admin_has_its_own_ways(client):
    assert "Content-Security-Policy" not in client.get("/admin/login/").headers


def test_a_visitor_is_led_to_her_language(client):
    answer = client.get("/accounts/login/", headers={"accept-language": "km"})
    assert answer.headers["Location"] == "/km/accounts/login/"


def test_a_form_without_its_token_is_refused():
    answer = Client(enforce_csrf_checks=True).post("/en/accounts/login/", {"login": "sophea"})
    assert answer.status_code == 403


def test_a_scanned_address_in_capitals_leads_to_the_check(client):
    response = client.get("/CHECK/ABCDEFGHJKMNPQRSTU/")

    assert (response.status_code, response.url) == (302, "/en/check/ABCDEFGHJKMNPQRSTU/")
