"""The training record: her own page, the PDF, and what others see by a link."""

import re

import pytest
from django.urls import reverse
from django.utils import translation

from courses.models import ExportLog, PassportShare
from courses.views import passport as views
from tests.certificates.factories import met_completion
from tests.courses.adapters.paper.reading import letters, text_of
from tests.factories import OrganizationFactory, PinFactory, visit_by_card

pytestmark = pytest.mark.django_db
URL = reverse("courses:my_passport")
PDF = reverse("courses:my_passport_pdf")


@pytest.fixture
def person(participant_user):
    person = participant_user.training_person
    union = OrganizationFactory(kind="federation", sector="", name_en="Sunrise Federation")
    met_completion(person=person, course__title_en="Fire safety", course__title_km="ភ្លើង")
    met_completion(person=person, course__title_en="Bargaining", host=union)
    return person


@pytest.fixture
def me(client, participant_user, person):
    client.force_login(participant_user)
    return client


def sent(page, **more):
    uuid = re.search(r'name="uuid" value="([^"]+)"', page)[1]
    return {"days": 30, "uuid": uuid, **more}


def link_of(page):
    return re.search(r"http://testserver(\S+/record/[^/]+/)", page)[1]


def share(client, **more):
    return link_of(client.post(URL, sent(client.get(URL).text, **more)).text)


def test_she_sees_everything_with_what_others_do_not_see(me):
    page = me.get(URL).text
    for words in ("2 courses, 6 hours", "Fire safety", "ភ្លើង", "Bargaining", "1 half-day",
                  "Others see this only when you say so below."):  # fmt: skip
        assert words in page
    assert URL in me.get(reverse("courses:my_training")).text


def test_others_see_what_she_chose_until_she_takes_it_back(me, client, person):
    address = share(me)
    client.logout()
    answer = client.get(address)
    seen = answer.text
    assert person.name_km in seen and "Fire safety" in seen and "1 course, 3 hours" in seen
    assert "Bargaining" not in seen and "Sunrise" not in seen
    assert person.card_code not in seen and str(person.uuid) not in seen
    assert "noindex" in answer["X-Robots-Tag"] and answer["Referrer-Policy"] == "no-referrer"
    assert "no-store" in answer["Cache-Control"]
    assert client.get(URL).status_code == 302

    client.force_login(person.user)
    assert "Opened once" in client.get(URL).text
    revoke = reverse("courses:revoke_share", args=[PassportShare.objects.get().uuid])
    assert "The link opens nothing any more." in client.post(revoke, follow=True).text
    assert "Taken back on" in client.get(URL).text
    assert client.get(address).status_code == 404


def test_union_courses_are_shown_when_she_says_so(me):
    assert "Bargaining" in me.get(share(me, shows_private="on")).text


def test_the_link_speaks_both_languages(me):
    address = share(me)
    with translation.override("km"):
        khmer = reverse("courses:shared_passport", args=[address.split("/")[-2]])
    page = me.get(khmer).text
    assert "ភ្លើង" in page and "Fire safety" in page


def test_the_address_is_shown_once_and_a_form_without_days_says_so(me):
    assert "/record/" in me.post(URL, sent(me.get(URL).text)).text
    assert "/record/" not in me.get(URL).text
    page = me.post(URL, sent(me.get(URL).text, days=400)).text
    assert "sala-bad" in page and PassportShare.objects.count() == 1


def test_her_card_and_pin_are_enough(client, person):
    visit_by_card(client, PinFactory(person=person))
    assert client.get(share(client)).status_code == 200


def test_the_pdf_speaks_both_languages_and_holds_what_she_chose(me, person):
    some = me.post(PDF, sent(me.get(URL).text))
    every = me.post(PDF, sent(me.get(URL).text, shows_private="on"))

    told = letters("".join(text_of(some.content)))
    for words in (person.name_km, "Fire safety", "ភ្លើង", "Training record", "Completed on"):
        assert letters(words) in told
    assert "Bargaining" not in told and "Bargaining" in "".join(text_of(every.content))
    assert ExportLog.objects.filter(what="passport", file_format="pdf").count() == 2


def test_a_login_without_a_person_has_none(client, staff_user):
    client.force_login(staff_user)
    assert "not joined to your card" in client.get(URL).text
    assert [client.post(url).status_code for url in (URL, PDF)] == [404, 404]


def test_who_tries_out_links_is_slowed_down(me, monkeypatch):
    monkeypatch.setattr(views, "READS_AT_MOST", 2)
    address = share(me)
    guesses = [reverse("courses:shared_passport", args=[f"guess-{n}"]) for n in range(2)]
    assert [me.get(each).status_code for each in guesses] == [404, 404]
    assert me.get(address).status_code == 429


@pytest.mark.parametrize("number", [1, 30])
def test_a_long_record_costs_no_more_queries(me, person, number, django_assert_num_queries):
    for _n in range(number):
        met_completion(person=person)
    address = share(me)
    me.get(address)
    me.logout()
    with django_assert_num_queries(6):
        me.get(address)
