"""Issued certificates in one file for the printer."""

import pypdfium2
import pytest

from certificates.actions.certificates import issue_certificate
from certificates.models import Certificate, IssuerSettings
from certificates.queries.printing import printed_again
from lms.demo.issuer import write_settings
from tests.certificates.factories import met_completion

pytestmark = pytest.mark.django_db


def test_many_are_one_file_with_what_was_printed_then():
    write_settings()
    first, second = (issue_certificate(met_completion(), by=None) for _ in range(2))
    IssuerSettings.objects.update(name_en="Another name", logo=None)

    (pdf,) = printed_again(Certificate.objects.order_by("pk"))

    pages = pypdfium2.PdfDocument(pdf)
    told = [page.get_textpage().get_text_range() for page in pages]
    assert [first.serial in told[0], second.serial in told[1], len(told)] == [True, True, 2]
    assert all("Romduol Work and Learning Programme" in page for page in told)
    other = issue_certificate(met_completion(), by=None)
    both, alone = printed_again([first, other, second])
    assert [len(pypdfium2.PdfDocument(pdf)) for pdf in (both, alone)] == [2, 1]
    assert set(first.facts["pictures"]) == {"logo_1", "logo_2", "sign_1_image", "sign_2_image"}
