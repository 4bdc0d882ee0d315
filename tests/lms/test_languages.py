"""Chinese is spoken where organizations name people, and nowhere else."""

import pytest
from django.urls import reverse
from django.utils import translation

from tests.factories import InvitationFactory, NominationFactory

pytestmark = pytest.mark.django_db


def test_an_organization_reads_its_screens_in_chinese_english_and_khmer(client):
    row = NominationFactory(invitation=InvitationFactory(token="ours", roles=["manager"]))
    with translation.override("zh-hans"):
        response = client.get(reverse("courses:nominate_link", args=["ours"]), follow=True)
    page = response.content.decode()
    assert response.request["PATH_INFO"].startswith("/zh-hans/training/nominate/")
    assert [link.name for link in response.context["languages"]] == ["English", "ភាសាខ្មែរ", "中文"]
    assert "您的名单" in page
    assert "此职务不在要求之列。" in page
    assert row.name_km.split()[1] in page
    assert "星期" in page


@pytest.mark.parametrize(
    ("address", "twin"),
    [
        ("/zh-hans/training/my/?a=1", "/en/training/my/?a=1"),
        ("/zh-hans/", "/en/"),
    ],
)
def test_every_other_chinese_address_leads_to_its_english_twin(client, address, twin):
    response = client.get(address)
    assert (response.status_code, response.url) == (302, twin)


def test_a_browser_that_asks_for_chinese_gets_the_english_site(client):
    assert client.get("/", headers={"accept-language": "zh-CN"}).url == "/en/"
