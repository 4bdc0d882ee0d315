"""Canonical form: what is hostile stays protected, what is not ours is refused."""

from datetime import UTC, date, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from certificates.adapters.keys import RAW
from certificates.rules.credential import Addresses, Attended, credential
from certificates.rules.identity import did_document, method_of
from certificates.rules.proofs import moment, proven
from certificates.rules.quads import canonical
from certificates.rules.status_lists import encoded, place_of, status_list
from tests.certificates.keyring import DID, SITE
from tests.certificates.verifiers import asked

NOW = datetime(2026, 11, 28, 3, tzinfo=UTC)
LIST = f"{SITE}/check/status/RWL-2026/"
HOSTILE = (
    'a "quote" and \\ a backslash \\" \\n',
    "two\nlines\r\n and\ttabs \x07\x0b\x7f",
    "ស៊ិន\u200bស៊ី \u202esutumasis <script>",
    "_:b0 <http://x> . é e\u0301 \ufeff",
    "{{ 7*7 }} @id @context https://x.example/#y",
)


def document(text: str, place: int) -> dict:
    facts = {
        **dict.fromkeys(("title_en", "title_km", "org_1_en", "org_1_km"), text),
        **dict.fromkeys(("name_en", "name_km", "course_en", "course_km"), text),
        **{"serial": f"RWL-2026-{place + 1:06d}", "minutes": 720, "sessions": 4},
        **{"first_day": "2026-11-02", "last_day": "2026-11-03"},
    }
    at = Addresses(DID, f"{SITE}/", f"{SITE}/check/{place}/", f"{SITE}/course/", LIST, place)
    attended = Attended("OSHC", 700, [("rights", text), ("voice", text)])
    return credential(facts, attended, at, issued_on=date(2026, 11, 28), expires_on=None, zone=UTC)


@pytest.mark.node
def test_hostile_words_are_signed_as_others_read_them():
    key = Ed25519PrivateKey.generate()
    signing = {"method": method_of(DID, "k"), "created": NOW, "sign": key.sign}
    published = {
        DID: did_document(DID, [("k", key.public_key().public_bytes(*RAW), None)]),
        LIST: proven(status_list(LIST, DID, [1], since=moment(NOW)), **signing),
    }
    signed = [proven(document(text, place), **signing) for place, text in enumerate(HOSTILE)]

    found = asked(
        "verify.js",
        {"documents": published, "credentials": signed, "now": "2026-12-01T00:00:00Z"},
    )

    seen = [(each["verified"], each["second"], each["schema"], each["revoked"]) for each in found]
    assert seen == [(True, True, "", place == 1) for place in range(len(HOSTILE))]


def test_a_term_that_is_not_ours_is_refused():
    with pytest.raises(KeyError):
        canonical({"id": "https://x.example/", "nickname": "not protected"})


def test_two_equal_nameless_things_are_refused():
    same = {"type": ["Alignment"], "targetName": "x"}
    with pytest.raises(ValueError, match="the same"):
        canonical({"id": "https://x.example/", "alignment": [same, dict(same)]})


def test_places_follow_from_numbers_and_lists_grow():
    assert place_of("A-B-2026-000001") == ("A-B-2026", 0)
    assert len(encoded([])) < 100
    assert encoded([131_072]) != encoded([131_073]) != encoded([])
