"""The papers of a run: who gets them and who does not, names that are confirmed, slips of paper."""

import pypdfium2
import pytest
from django.urls import reverse

from certificates.actions.certificates import catch_up_certificates
from certificates.models import Certificate, HeldCertificate, IssuerSettings, NameCheck
from courses.models import Completion
from tests.certificates.factories import met_completion
from tests.factories import EnrollmentFactory, PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(trainer_user):
    """One who met the rule, one whose name cannot print, and one who was never there."""
    completion = met_completion()
    run = completion.enrollment.run
    run.run_trainers.create(person=trainer_user.training_person, is_lead=True)
    bad = EnrollmentFactory(run=run, person=PersonFactory(name_km="្តា"))
    absent = EnrollmentFactory(run=run)
    values = {"planned_minutes": 180, "met_on": completion.met_on}
    Completion.objects.create(enrollment=bad, is_met=True, credited_minutes=180, **values)
    Completion.objects.create(enrollment=absent, planned_minutes=180)
    return run


@pytest.fixture
def trainer(client, trainer_user):
    client.force_login(trainer_user)
    return client


def address(name, run):
    return reverse(f"certificates:{name}", args=[run.uuid])


def offered(page):
    return [row.completion.pk for row, _outcome in page.context["people"] if row.is_ready]


def test_everybody_has_an_answer_before_and_after(trainer, run):
    before = trainer.get(address("issue", run))
    ready = offered(before)
    after = trainer.post(address("issue", run), {"chosen": ready})

    assert "The course is not completed yet." in before.text
    assert len(ready) == 2
    assert Certificate.objects.get().serial in after.text
    assert "A Khmer word is malformed" in after.text
    assert HeldCertificate.objects.get().reason == "malformed"


def test_statements_wait_for_the_registers_and_go_to_those_who_were_there(trainer, run):
    url = address("issue", run) + "?paper=statement"
    waiting = trainer.get(url)
    run.sessions.update(closed_at="2026-01-01T00:00Z")
    page = trainer.get(url)
    after = trainer.post(url, {"chosen": offered(page)})

    assert offered(waiting) == [] and "some registers are still open" in waiting.text
    assert "This person was never there." in page.text
    assert Certificate.objects.get().kind == "attendance"
    assert Certificate.objects.get().serial in after.text


def test_somebody_of_another_run_is_not_issued_from_here(trainer, run):
    foreign = met_completion()

    page = trainer.post(address("issue", run), {"chosen": [foreign.pk]})

    assert page.context["form"].errors
    assert not Certificate.objects.exists()


def test_where_names_are_confirmed_first_the_confirmation_issues_what_waited(trainer, run):
    IssuerSettings.objects.update_or_create(pk=1, defaults={"needs_name_check": True})
    assert catch_up_certificates() == (0, 2)
    completion = Completion.objects.get(pk=min(offered(trainer.get(address("issue", run)))))
    enrollment = completion.enrollment

    page = trainer.get(address("names", run))
    done = trainer.post(address("names", run), {"chosen": [enrollment.pk]})

    assert "This name cannot be printed as it is." in page.text
    assert "The certificates that waited for it are issued." in done.text
    assert Certificate.objects.get().enrollment == enrollment
    assert NameCheck.objects.get().name_en == "CHAN Sreymom"
    enrollment.person.given_name_latin = "Sreymum"
    enrollment.person.save()
    assert (
        enrollment.pk
        in trainer.get(address("names", run)).context["form"].fields["chosen"].choices[0]
    )


def test_slips_of_paper_show_the_names_as_they_will_print(trainer, run):
    answer = trainer.get(address("slips", run))

    told = pypdfium2.PdfDocument(answer.content)[0].get_textpage().get_text_range()
    assert answer["Content-Type"] == "application/pdf"
    assert told.count("CHAN Sreymom") == 3
    assert "Wrong, please write it like this:" in told


def test_the_screen_asks_the_same_for_one_and_for_thirty(
    trainer, run, django_assert_max_num_queries
):
    url = address("issue", run)
    trainer.get(url)
    with django_assert_max_num_queries(11):
        trainer.get(url)
    rows = [Completion(enrollment=each) for each in EnrollmentFactory.create_batch(30, run=run)]
    Completion.objects.bulk_create(rows)
    with django_assert_max_num_queries(11):
        trainer.get(url)


def test_who_did_not_complete_sees_what_is_missing(trainer, run):
    missing = [{"code": "test_result", "have": 55, "need": 60}]
    Completion.objects.filter(is_met=False).update(missing=missing)

    page = trainer.get(address("issue", run))

    assert "55\xa0% in the post-test; needs 60\xa0%." in page.text
