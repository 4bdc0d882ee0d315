"""Issuing, withdrawing and replacing certificates."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import close_old_connections, connection
from django.utils import timezone
from wagtail.models import ModelLogEntry

from certificates.actions.certificates import (
    catch_up_certificates,
    issue_certificate,
    issue_certificates,
    replace_certificate,
    revoke_certificate,
)
from certificates.choices import RevocationReason
from certificates.models import Certificate, HeldCertificate, IssuerSettings, NumberSeries
from courses.actions.attendance import close_register
from courses.exceptions import Refused
from courses.models import Completion
from tests.certificates.factories import met_completion
from tests.factories import (
    AttendanceFactory,
    EnrollmentFactory,
    PersonFactory,
    SessionFactory,
)


def refusal(action, *args, **kwargs):
    with pytest.raises(Refused) as refused:
        action(*args, **kwargs)
    return refused.value.code


@pytest.mark.django_db
def test_a_certificate_is_numbered_printed_and_frozen():
    completion = met_completion(course__title_en="Fire safety", course__validity_months=24)

    certificate = issue_certificate(completion, by=None)

    today = timezone.localdate()
    assert certificate.serial == f"SALA-{today.year}-000001"
    assert (certificate.issued_on, certificate.status) == (today, "valid")
    assert today + timedelta(days=729) <= certificate.expires_on <= today + timedelta(days=731)
    assert certificate.facts["course_en"] == "Fire safety"
    assert certificate.facts["name_en"] == "CHAN Sreymom"
    assert certificate.facts["url"].endswith(f"/check/{certificate.code}/")
    content = certificate.file.open("rb").read()
    assert content.startswith(b"%PDF-")
    assert hashlib.sha256(content).hexdigest() == certificate.sha256


@pytest.mark.django_db
def test_a_second_call_returns_the_same_certificate():
    completion = met_completion()

    assert issue_certificate(completion, by=None) == issue_certificate(completion, by=None)
    assert NumberSeries.objects.get().last == 1


@pytest.mark.django_db
def test_many_at_once_have_an_outcome_each_and_numbers_without_a_gap(monkeypatch):
    monkeypatch.setattr("certificates.actions.certificates.AT_ONCE", 2)
    good = [met_completion() for _ in range(3)]
    bad = met_completion(person=PersonFactory(name_km="្តា"))
    ids = [good[0].pk, bad.pk, good[1].pk, good[0].pk, good[2].pk]

    outcomes = list(issue_certificates([*ids, 10**9], by=None))

    year = timezone.localdate().year
    assert [each.asked for each in outcomes] == [good[0].pk, bad.pk, good[1].pk, good[2].pk]
    assert [each.refusal and each.refusal.code for each in outcomes] == [
        None, "malformed", None, None
    ]  # fmt: skip
    assert [each.certificate.serial for each in outcomes if each.certificate] == [
        f"SALA-{year}-{number:06d}" for number in (1, 2, 3)
    ]
    assert NumberSeries.objects.get().last == 3
    assert ModelLogEntry.objects.filter(action="certificates.issued").count() == 3


@pytest.mark.parametrize("number", [1, 15])
@pytest.mark.django_db
def test_many_of_a_run_ask_no_more_than_one(number, django_assert_num_queries):
    run = met_completion().enrollment.run
    enrollments = [EnrollmentFactory(run=run) for _ in range(number)]
    long_ago = timezone.localdate() - timedelta(days=100)
    rows = [Completion(enrollment=each, is_met=True, met_on=long_ago) for each in enrollments]
    met = [row.pk for row in Completion.objects.bulk_create(rows)]
    ContentType.objects.get_for_model(Certificate)

    with django_assert_num_queries(25):
        list(issue_certificates(met, by=None))


@pytest.mark.django_db
def test_the_register_leads_to_the_certificate(trainer_user, django_capture_on_commit_callbacks):
    session = SessionFactory(status="held")
    AttendanceFactory(session=session)

    with django_capture_on_commit_callbacks(execute=True):
        close_register(session, by=trainer_user)

    assert Certificate.objects.get().enrollment.run == session.run


@pytest.mark.django_db
def test_a_person_with_one_script_only_gets_a_certificate_too():
    khmer = PersonFactory(family_name_latin="", given_name_latin="")
    latin = PersonFactory(name_km="")

    certificates = [
        issue_certificate(met_completion(person=person), by=None) for person in (khmer, latin)
    ]

    assert [(c.facts["name_km"], c.facts["name_en"]) for c in certificates] == [
        (khmer.name_km, ""),
        ("", "CHAN Sreymom"),
    ]


@pytest.mark.django_db
def test_what_cannot_be_printed_is_held_and_nothing_else_is_written():
    person = PersonFactory(name_km="ចាន់ \u17b6\u17d2ស្រី")
    completion = met_completion(person=person)

    code = refusal(issue_certificate, completion, by=None)
    again = catch_up_certificates()

    assert (code, again) == ("malformed", (0, 1))
    assert HeldCertificate.objects.get().reason == "malformed"
    assert not Certificate.objects.exists()
    assert not NumberSeries.objects.exclude(last=0).exists()
    person.name_km = "ចាន់ ស្រី"
    person.save()
    assert catch_up_certificates() == (1, 0)
    assert not HeldCertificate.objects.exists()


@pytest.mark.django_db
def test_a_name_that_is_too_long_is_held():
    completion = met_completion(person=PersonFactory(name_km="", given_name_latin="M" * 100))

    assert refusal(issue_certificate, completion, by=None) == "does_not_fit"


@pytest.mark.django_db
def test_no_certificate_without_completion_or_for_a_series():
    unmet = met_completion()
    unmet.is_met, unmet.met_on = False, None
    unmet.save()
    series = met_completion(course__gives_certificate=False)

    assert refusal(issue_certificate, unmet, by=None) == "not_completed"
    assert refusal(issue_certificate, series, by=None) == "no_certificate"
    assert catch_up_certificates() == (0, 0)


@pytest.mark.django_db
def test_a_withdrawn_certificate_stays_and_is_not_issued_again(staff_user):
    completion = met_completion()
    certificate = issue_certificate(completion, by=None)

    revoked = revoke_certificate(certificate, RevocationReason.WRONG_PERSON, by=staff_user)

    assert (revoked.status, revoked.revocation_reason, revoked.status_on) == (
        "revoked",
        "wrong_person",
        timezone.localdate(),
    )
    assert refusal(issue_certificate, completion, by=None) == "was_revoked"
    assert refusal(revoke_certificate, certificate, "other", by=staff_user) == "not_valid"


@pytest.mark.django_db
def test_a_corrected_name_makes_a_successor(staff_user):
    completion = met_completion()
    old = issue_certificate(completion, by=None)
    person = completion.enrollment.person
    person.given_name_latin = "Sreymum"
    person.save()

    new = replace_certificate(old, by=staff_user)

    old.refresh_from_db()
    assert (old.status, old.replaced_by, new.replaces.get()) == ("replaced", new, old)
    assert (old.facts["name_en"], new.facts["name_en"]) == ("CHAN Sreymom", "CHAN Sreymum")
    assert issue_certificate(completion, by=None) == new
    assert refusal(replace_certificate, old, by=staff_user) == "not_valid"


@pytest.mark.django_db
def test_a_replacement_that_cannot_be_printed_leaves_the_old_one_in_force(staff_user):
    completion = met_completion()
    old = issue_certificate(completion, by=None)
    person = completion.enrollment.person
    person.given_name_latin = "M" * 100
    person.save()

    assert refusal(replace_certificate, old, by=staff_user) == "does_not_fit"
    old.refresh_from_db()
    assert old.status == "valid"


@pytest.mark.django_db
def test_a_new_prefix_begins_a_new_series():
    issue_certificate(met_completion(), by=None)
    issuer = IssuerSettings.load()
    issuer.serial_prefix = "RWL"
    issuer.save()

    assert issue_certificate(met_completion(), by=None).serial.startswith("RWL-")
    assert set(NumberSeries.objects.values_list("prefix", "last")) == {("SALA", 1), ("RWL", 1)}


def at_once(action, items):
    def run(item):
        close_old_connections()
        try:
            return action(item)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        return list(pool.map(run, items))


def test_fifty_at_once_get_fifty_numbers_and_twenty_tries_for_one_person_give_one(committed_db):
    completions = [met_completion() for _ in range(50)]
    first = completions[0].enrollment
    later = met_completion(person=first.person, course=first.run.course)
    again = [*completions[:1] * 10, *[later] * 10]

    certificates = at_once(
        lambda completion: issue_certificate(Completion.objects.get(pk=completion.pk), by=None),
        completions[1:] + again,
    )

    year = timezone.localdate().year
    numbers = sorted({certificate.serial for certificate in certificates})
    mine = Certificate.objects.filter(person=first.person)
    total = Certificate.objects.count()
    assert numbers == [f"SALA-{year}-{number:06d}" for number in range(1, total + 1)]
    assert mine.filter(status="valid").count() == 1
    assert (total, mine.count()) in {(50, 1), (51, 2)}


@pytest.mark.django_db
def test_a_later_run_of_the_same_course_renews_the_certificate_and_an_older_one_does_not():
    old = met_completion(starts_on=timezone.localdate() - timedelta(days=400))
    person, course = old.enrollment.person, old.enrollment.run.course
    new = met_completion(person=person, course=course)
    older = met_completion(person=person, course=course)
    long_ago = timezone.localdate() - timedelta(days=800)
    older.enrollment.run.starts_on = older.enrollment.run.ends_on = long_ago
    older.enrollment.run.save()

    first, second = issue_certificate(old, by=None), issue_certificate(new, by=None)

    first.refresh_from_db()
    assert (first.status, first.replaced_by, list(second.replaces.all())) == (
        "replaced", second, [first]
    )  # fmt: skip
    assert issue_certificate(old, by=None) == first
    assert refusal(issue_certificate, older, by=None) == "has_newer"


@pytest.mark.django_db
def test_who_gets_a_certificate_is_told_its_number_and_where_to_check_it_once():
    completion = met_completion()
    completion.met_on = timezone.localdate()
    completion.save()
    for _twice in range(2):
        certificate = issue_certificate(completion, by=None)
    message = completion.enrollment.messages.get()
    assert message.kind == "certificate"
    assert certificate.serial in message.body and certificate.code in message.body
