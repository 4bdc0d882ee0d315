"""What browsers ask for by themselves: the worker, the manifest, the page without signal."""

import json
import re

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse
from django.utils import translation

pytestmark = pytest.mark.django_db


def test_the_worker_serves_the_whole_site_and_names_what_it_must_hold(client):
    response = client.get(reverse("courses:service_worker"))
    held = json.loads(re.search(r"self\.SALA = (.*);", response.content.decode())[1])
    assert response["Service-Worker-Allowed"] == "/"
    assert response["Content-Type"].startswith("text/javascript")
    assert held["pages"][:2] == ["/en/training/offline/", "/km/training/offline/"]
    assert held["lessons"][:2] == ["/en/training/lessons/kept/", "/km/training/lessons/kept/"]
    assert all(finders.find(url.removeprefix("/static/")) for url in held["files"])
    assert 'importScripts("/static/courses/worker.min.js")' in response.content.decode()


def test_the_manifest_has_the_name_of_the_programme_and_icons_that_exist(client, settings):
    settings.WAGTAIL_SITE_NAME = "Rumduol Programme"
    told = client.get(reverse("courses:manifest")).json()
    assert told["name"] == "Rumduol Programme"
    assert told["start_url"] == reverse("courses:desk")
    assert {icon["purpose"] for icon in told["icons"]} == {"any", "maskable"}
    assert all(finders.find(icon["src"].removeprefix("/static/")) for icon in told["icons"])


@pytest.mark.parametrize(("language", "words"), [("en", "No signal"), ("km", "គ្មានសេវា")])
def test_the_page_without_signal_is_the_same_for_everybody(client, trainer_user, language, words):
    with translation.override(language):
        url = reverse("courses:offline")
    strangers = client.get(url).content
    client.force_login(trainer_user)
    assert client.get(url).content == strangers
    assert words in strangers.decode()
