"""The check of the deployment says in a sentence why files cannot be signed, or soon cannot."""

import sys

import pytest

from certificates.queries.file_key import READER, the_file_key_signs
from tests.certificates.keyring import sign_files, write_pkcs12


def told():
    return [(each.id, each.msg) for each in the_file_key_signs(None)]


@pytest.fixture
def path(settings, tmp_path):
    path = tmp_path / "operator.p12"
    sign_files(settings, path)
    return path


def test_a_key_that_signs_for_long_is_not_worth_a_word(path):
    write_pkcs12(path)
    assert told() == []


def test_nothing_is_asked_of_who_signs_no_files(settings):
    settings.CERTIFICATES_PKCS12 = ""
    assert told() == []


def test_a_file_that_is_not_there_or_has_ended_is_an_error(path):
    (missing,) = told()
    write_pkcs12(path, ends=0)
    (ended,) = told()

    assert missing == ("certificates.E002", f"{path} cannot be read: No such file or directory.")
    assert ended[0] == "certificates.E002"
    assert ended[1].startswith(f"The certificate in {path} ended on ")


def test_a_key_that_ends_in_three_weeks_is_a_warning(path):
    write_pkcs12(path, ends=21)
    ((code, sentence),) = told()

    assert code == "certificates.W001"
    assert "no certificate can be issued" in sentence


def test_without_pyhanko_the_check_says_what_to_install(path, monkeypatch):
    write_pkcs12(path)
    monkeypatch.setitem(sys.modules, READER.rpartition(".")[0], None)

    assert told() == [
        (
            "certificates.E002",
            "CERTIFICATES_PKCS12 needs pyHanko: pip install 'sala-lms[pades]'.",
        )
    ]
