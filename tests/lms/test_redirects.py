"""Redirects of editors lead on from whatever is not found."""

import pytest
from django.http import HttpResponse, HttpResponseNotFound
from django.test import RequestFactory
from wagtail.contrib.redirects.middleware import RedirectMiddleware
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from lms.redirects import RedirectsOfEditors

pytestmark = pytest.mark.django_db
ASKED = [
    *(
        "/old",
        "/old/",
        "/old?from=poster",
        "/old/?b=2&a=1",
        "/with?word=1",
        "/with?word=2",
        "/with",
    ),
    *("/ចាស់/", "/%E1%9E%85%E1%9E%B6%E1%9E%9F%E1%9F%8B", "/encoded%20way", "/here", "/there"),
    *("/never", "/never?old", "/ne%00ver", "/"),
]


@pytest.fixture
def redirects():
    here, there = (
        Site.objects.get(),
        Site.objects.create(hostname="elsewhere.example", root_page=Site.objects.get().root_page),
    )
    for path in ("/old", "/with?word=1", "/ចាស់", "/encoded%20way"):
        Redirect.add_redirect(path, f"https://example.org/{len(path)}/", is_permanent=False)
    Redirect.add_redirect("/here", "https://example.org/here/", site=here)
    Redirect.add_redirect("/there", "https://example.org/there/", site=there)
    Redirect.objects.create(old_path="/empty")


def answers(middleware, path, answer=HttpResponseNotFound):
    response = middleware(lambda _request: answer())(RequestFactory().get(path))
    return response.status_code, response.headers.get("Location")


def test_they_lead_where_wagtail_leads(redirects):
    found = {path: answers(RedirectsOfEditors, path) for path in [*ASKED, "/empty"]}
    assert found == {path: answers(RedirectMiddleware, path) for path in [*ASKED, "/empty"]}
    assert found["/old/"] == (302, "https://example.org/4/")
    assert found["/here"] == (301, "https://example.org/here/")
    assert {path for path, (status, _to) in found.items() if status == 404} == {
        *("/with?word=2", "/with", "/there", "/never", "/never?old", "/ne%00ver", "/", "/empty"),
    }


def test_what_is_there_is_not_led_away(redirects):
    assert answers(RedirectsOfEditors, "/old", HttpResponse) == (200, None)


def test_what_is_nowhere_takes_one_query(redirects, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert answers(RedirectsOfEditors, "/never?old") == (404, None)
