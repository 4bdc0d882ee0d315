"""The issuer at the head of sheets: programme first, then the partner, with logos."""

import pytest

from certificates.models import IssuerSettings
from certificates.queries.letterhead import issuer_parties
from courses.adapters.paper.facts import Words
from courses.queries.paper import letterhead
from lms.demo.issuer import write_settings

pytestmark = pytest.mark.django_db


def test_programme_and_partner_stand_there_with_their_logos():
    issuer = write_settings()

    programme, partner = issuer_parties(None)

    assert programme.name == Words(issuer.name_km, issuer.name_en)
    assert partner.name == Words(issuer.partner_name_km, issuer.partner_name_en)
    assert programme.logo.startswith(b"\x89PNG")
    assert letterhead(None) == (programme, partner)


def test_without_a_partner_the_programme_stands_alone():
    IssuerSettings.objects.create(name_en="Programme", name_km="កម្មវិធី")

    assert [party.name.en for party in issuer_parties(None)] == ["Programme"]
