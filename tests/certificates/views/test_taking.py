"""All papers of a run in one file: for the printer, and the issued files; what for is kept."""

import io
import zipfile

import pypdfium2
import pytest
from django.urls import reverse

from certificates.actions.certificates import issue_certificate
from certificates.models import Certificate
from courses.models import Completion, ExportLog
from tests.certificates.factories import met_completion
from tests.factories import EnrollmentFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def papers(trainer_user):
    """Two certificates of a run that the trainer leads."""
    first = met_completion()
    run = first.enrollment.run
    run.run_trainers.create(person=trainer_user.training_person, is_lead=True)
    second = Completion.objects.create(
        enrollment=EnrollmentFactory(run=run), is_met=True, met_on=first.met_on,
        credited_minutes=180, planned_minutes=180,
    )  # fmt: skip
    return [issue_certificate(each, by=None) for each in (first, second)]


@pytest.fixture
def trainer(client, trainer_user):
    client.force_login(trainer_user)
    return client


def take(client, run, file_format, **query):
    url = reverse("certificates:take", args=[run.uuid], query=query)
    return client.post(url, {"file_format": file_format, "purpose": "delivery"})


def run_of(papers):
    return papers[0].enrollment.run


def logged():
    rows = ExportLog.objects.values_list("what", "file_format", "rows", "purpose")
    return list(rows.order_by("pk"))


def test_the_printer_gets_one_pdf_with_a_page_for_each(trainer, papers):
    answer = take(trainer, run_of(papers), "pdf")

    pages = pypdfium2.PdfDocument(answer.content)
    told = " ".join(page.get_textpage().get_text_range() for page in pages)
    assert len(pages) == 2
    assert all(paper.serial in told for paper in papers)
    assert "no-store" in answer["Cache-Control"]
    assert logged() == [("certificates", "pdf", 2, "delivery")]


def test_the_issued_files_come_as_they_were_issued(trainer, papers):
    answer = take(trainer, run_of(papers), "zip")

    archive = zipfile.ZipFile(io.BytesIO(answer.getvalue()))
    issued = {
        f"{paper.serial} {paper.facts['name_en']}.pdf": paper.file.open("rb").read()
        for paper in papers
    }
    assert {name: archive.read(name) for name in archive.namelist()} == issued
    assert answer["Content-Disposition"].endswith('.zip"')
    assert logged() == [("certificates", "zip", 2, "delivery")]


def test_nothing_is_handed_out_or_kept_without_a_purpose_or_with_a_lost_file(trainer, papers):
    url = reverse("certificates:take", args=[run_of(papers).uuid])
    unsaid = trainer.post(url, {"file_format": "zip"})
    papers[1].file.storage.delete(papers[1].file.name)
    lost = take(trainer, run_of(papers), "zip")

    assert list(unsaid.context["form"].errors) == ["purpose"]
    assert papers[1].serial in lost.context["form"].non_field_errors()[0]
    assert logged() == []


def test_papers_whose_design_is_not_kept_are_among_the_issued_files_alone(trainer, papers):
    Certificate.objects.filter(pk=papers[0].pk).update(revision=None)
    url = reverse("certificates:take", args=[run_of(papers).uuid])

    assert "The design of 1 of them is not kept" in trainer.get(url).text
    assert len(pypdfium2.PdfDocument(take(trainer, run_of(papers), "pdf").content)) == 1
    Certificate.objects.update(revision=None)
    no = take(trainer, run_of(papers), "pdf")
    assert "Take the issued files instead." in no.context["form"].non_field_errors()[0]


def test_where_nothing_was_issued_the_way_leads_back(trainer, papers):
    answer = take(trainer, run_of(papers), "pdf", paper="statement")

    back = reverse("certificates:issue", args=[run_of(papers).uuid], query={"paper": "statement"})
    assert answer.url == back
