"""Where a place lives in the other languages, and the list of courses."""

import pytest
from django.test import override_settings
from django.urls import path
from django.utils import translation
from wagtail.models import Locale, Page, Site

from courses.models import CataloguePage
from courses.queries import places
from courses.queries.places import LanguageLink


def no_view(request):
    raise AssertionError


urlpatterns = [path("plain/", no_view, name="plain")]


@pytest.fixture
def catalogue(db):
    """An English catalogue as the home page of the site, and no Khmer one yet."""
    Locale.objects.get_or_create(language_code="km")
    english = Locale.objects.get(language_code="en")
    page = CataloguePage(title="Courses", slug="courses", locale=english)
    Page.get_first_root_node().add_child(instance=page)
    Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "root_page": page}
    )
    return page


@pytest.fixture
def in_khmer(catalogue):
    """The live Khmer translation of the catalogue."""
    twin = catalogue.copy_for_translation(Locale.objects.get(language_code="km"))
    twin.slug = "vokk"
    twin.save_revision().publish()
    return twin


def page_below(parent, title):
    page = CataloguePage(title=title, locale=parent.locale)
    return parent.add_child(instance=page)


@pytest.mark.django_db
def test_another_address_leads_to_its_twin_and_keeps_the_question(rf, django_assert_num_queries):
    request = rf.get("/en/accounts/login/?next=/x/")
    with django_assert_num_queries(0), translation.override("en"):
        links = places.in_every_language(request)
    assert links == [
        LanguageLink("en", "English", "/en/accounts/login/?next=/x/", True),
        LanguageLink("km", "ភាសាខ្មែរ", "/km/accounts/login/?next=/x/", False),
    ]


def test_a_page_leads_to_its_live_translation(rf, in_khmer, catalogue, django_assert_num_queries):
    request = rf.get("/en/")
    Site.find_for_request(request)
    catalogue.get_url(request)
    with django_assert_num_queries(1), translation.override("en"):
        links = places.in_every_language(request, catalogue)
    assert [(link.code, link.url) for link in links] == [("en", "/en/"), ("km", "/km/")]


def test_a_page_without_translation_leads_to_the_home_page(rf, in_khmer, catalogue):
    page = page_below(catalogue, "Safety")
    with translation.override("en"):
        links = places.in_every_language(rf.get("/en/safety/"), page)
    assert [(link.code, link.url) for link in links] == [("en", "/en/safety/"), ("km", "/km/")]


def test_a_page_is_not_offered_in_a_language_without_home_page(rf, catalogue):
    with translation.override("en"):
        assert places.in_every_language(rf.get("/en/"), catalogue) == []


def test_one_language_needs_no_links(rf):
    with override_settings(WAGTAIL_CONTENT_LANGUAGES=[("en", "English")]):
        assert places.in_every_language(rf.get("/en/accounts/login/")) == []


@pytest.mark.urls(__name__)
def test_addresses_without_language_need_no_links(rf):
    with translation.override("en"):
        assert places.in_every_language(rf.get("/plain/")) == []


def test_the_list_of_courses_is_the_topmost_live_catalogue_of_the_language(in_khmer, catalogue):
    page_below(catalogue, "A branch")
    assert places.catalogue_address("en") == "/en/"
    assert places.catalogue_address("km") == "/km/"


def test_the_list_of_courses_is_looked_up_once_in_a_while(catalogue, django_assert_num_queries):
    places.catalogue_address("en")
    with django_assert_num_queries(0):
        assert places.catalogue_address("en") == "/en/"


def test_there_may_be_no_list_of_courses(catalogue):
    CataloguePage.objects.update(live=False)
    assert places.catalogue_address("en") == ""
