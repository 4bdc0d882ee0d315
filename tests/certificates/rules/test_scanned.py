"""The QR code of a certificate: what is signed in Python is read and judged by the script."""

import json
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from certificates.actions.certificates import issue_certificate, revoke_certificate
from certificates.actions.yearly import issue_yearly_statement
from certificates.adapters.keys import declare_stolen, make_key
from certificates.choices import RevocationReason
from certificates.rules.scanned import tag_in
from tests.certificates.factories import YEAR, came, met_completion
from tests.certificates.keyring import use_keys
from tests.factories import PersonFactory

pytestmark = [pytest.mark.django_db, pytest.mark.node]
SCRIPT = Path(__file__).parent.parent / "scripts" / "judge.js"


def judged(scans, told, today):
    question = json.dumps({"scans": scans, "list": told, "today": today.isoformat()})
    done = subprocess.run(["node", SCRIPT], input=question, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def scan_of(name_km, **run_values):
    person = PersonFactory(name_km=name_km, family_name_latin="Zoë-Łin", given_name_latin="S. A")
    completion = met_completion(person=person, **run_values)
    return issue_certificate(completion, by=None)


def test_the_script_reads_what_was_signed_and_finds_every_change(
    client, settings, tmp_path, staff_user
):
    cache.clear()
    use_keys(settings, tmp_path)
    today = timezone.localdate()
    valid = scan_of("ស៊ិន​ស៊ីសាមុត")
    expiring = scan_of("ឈុំ", course__validity_months=1)
    revoked = scan_of("កែវ")
    revoke_certificate(revoked, RevocationReason.MISUSE, by=staff_user)
    text = valid.facts["scan"]
    other_code = text.replace(valid.code, revoked.code)
    changed = text[:-150] + ("A" if text[-150] != "A" else "B") + text[-149:]
    use_keys(settings, tmp_path / "others")
    foreign = scan_of("ចន").facts["scan"]
    settings.CERTIFICATES_KEYS = str(tmp_path)
    told = client.get(reverse("certificates:offline_list")).json()
    old = told | {"keys": [], "made": (today - timedelta(days=9)).isoformat()}
    newer = told | {"made": (today + timedelta(days=1)).isoformat()}
    scans = [text, expiring.facts["scan"], revoked.facts["scan"], other_code, changed]

    found = judged(scans, told, today)
    later = judged([expiring.facts["scan"]], told, today + timedelta(days=70))

    assert [each["state"] for each in found] == ["valid", "valid", "revoked", *["forged"] * 2]
    # A key that came up today may be one of tomorrow's list; tomorrow's list knows.
    assert [judged([foreign], each, today)[0]["state"] for each in (told, newer)] == [
        "unsure",
        "forged",
    ]
    assert found[0]["facts"] == {
        "course": valid.course.code,
        "name_en": valid.facts["name_en"],
        "name_km": valid.facts["name_km"],
        "issued_on": today.isoformat(),
        "expires_on": "",
        "first_day": valid.facts["first_day"],
        "last_day": valid.facts["last_day"],
        "minutes": valid.facts["minutes"],
        "is_statement": False,
        "is_yearly": False,
    }
    assert later[0]["state"] == "expired"
    assert judged([text], old, today)[0]["state"] == "unsure"
    assert judged([f"https://x/check/{valid.code}/", "hello"], told, today) == [None, None]
    assert valid.code not in json.dumps(told) and revoked.code not in json.dumps(told)


def test_a_yearly_statement_is_checked_without_signal_too(client, settings, tmp_path, staff_user):
    cache.clear()
    use_keys(settings, tmp_path)
    today, person = timezone.localdate(), PersonFactory()
    mark = came(person, 3, 10)
    course = mark.enrollment.run.course
    of_all = issue_yearly_statement(person, YEAR, by=staff_user)
    of_one = issue_yearly_statement(person, YEAR, course, by=staff_user)
    told = client.get(reverse("certificates:offline_list")).json()

    found = judged([of_all.facts["scan"], of_one.facts["scan"]], told, today)

    assert [each["state"] for each in found] == ["valid", "valid"]
    facts = found[0]["facts"]
    assert (facts["course"], facts["is_yearly"], facts["minutes"]) == ("", True, 180)
    assert (facts["first_day"], facts["last_day"]) == (f"{YEAR}-01-01", f"{YEAR}-12-31")
    assert found[1]["facts"]["course"] == course.code


def test_a_stolen_key_is_warned_of_without_signal_and_with_it_our_record_answers(
    client, settings, tmp_path, staff_user
):
    cache.clear()
    key = use_keys(settings, tmp_path)
    today = timezone.localdate()
    certificate, revoked = scan_of("ឈុំ"), scan_of("កែវ")
    revoke_certificate(revoked, RevocationReason.MISUSE, by=staff_user)
    before = client.get(reverse("certificates:offline_list")).json()
    since = today - timedelta(days=2)
    declare_stolen(tmp_path, key.id, since, today)
    make_key(tmp_path, today)
    cache.clear()
    told = client.get(reverse("certificates:offline_list")).json()
    later = scan_of("ចន")
    scans = [each.facts["scan"] for each in (certificate, revoked, later)]

    found = judged(scans, told, today)

    assert [(each["state"], each["since"]) for each in found] == [
        ("stolen", since.isoformat()),
        ("revoked", today.isoformat()),
        ("valid", ""),
    ]
    assert [each["state"] for each in judged(scans[:1], before, today)] == ["valid"]
    # A page that was kept from before knows no stolen keys; it must not say valid.
    assert all(each["tag"] != found_tag(scans[0]) for each in told["keys"])
    pages = [client.get(reverse("certificates:verify", args=[each.code])).text
             for each in (certificate, revoked, later)]  # fmt: skip
    assert ["was stolen" in page for page in pages] == [True, True, False]
    assert "This certificate is real and in force." in pages[0]


def found_tag(scan):
    return tag_in(scan.partition("#")[2]).hex()
