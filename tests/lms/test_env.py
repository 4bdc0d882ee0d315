"""Reading the environment."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from lms import env


@pytest.mark.parametrize(
    ("value", "expected"),
    [("1", True), ("Yes", True), ("on", True), ("0", False), ("no", False), ("", False)],
)
def test_a_flag_reads_the_usual_words(monkeypatch, value, expected):
    monkeypatch.setenv("SALA_FLAG", value)
    assert env.flag("SALA_FLAG") is expected


def test_what_is_not_set_has_its_default(monkeypatch):
    monkeypatch.delenv("SALA_X", raising=False)
    found = [
        env.text("SALA_X", "a"),
        env.flag("SALA_X", True),
        env.number("SALA_X", 3),
        env.words("SALA_X", ["b"]),
    ]
    assert found == ["a", True, 3, ["b"]]


def test_words_are_cut_at_commas(monkeypatch):
    monkeypatch.setenv("SALA_X", "one.example.org, two.example.org,")
    assert env.words("SALA_X") == ["one.example.org", "two.example.org"]


def test_a_number_is_a_number(monkeypatch):
    monkeypatch.setenv("SALA_X", "587")
    assert env.number("SALA_X", 3) == 587
    monkeypatch.setenv("SALA_X", "5o7")
    with pytest.raises(ImproperlyConfigured, match="SALA_X must be a whole number, not '5o7'"):
        env.number("SALA_X", 3)


def test_a_flag_refuses_other_words(monkeypatch):
    monkeypatch.setenv("SALA_X", "perhaps")
    with pytest.raises(ImproperlyConfigured, match="SALA_X must be yes or no, not 'perhaps'"):
        env.flag("SALA_X")


def test_numbers_are_whole_and_cut_at_commas(monkeypatch):
    monkeypatch.setenv("SALA_X", "3, 1")
    assert env.numbers("SALA_X", (2, 0)) == [3, 1]
    monkeypatch.delenv("SALA_X")
    assert env.numbers("SALA_X", (2, 0)) == [2, 0]
    monkeypatch.setenv("SALA_X", "two")
    with pytest.raises(ImproperlyConfigured, match="SALA_X must be whole numbers, not 'two'"):
        env.numbers("SALA_X")


def test_a_secret_is_the_variable_or_the_text_of_a_file(monkeypatch, tmp_path):
    monkeypatch.setenv("SALA_X", "open sesame")
    assert env.secret("SALA_X") == "open sesame"
    (tmp_path / "secret").write_text("ស្ងាត់ words\n", encoding="utf-8")
    monkeypatch.setenv("SALA_X_FILE", str(tmp_path / "secret"))
    assert env.secret("SALA_X") == "ស្ងាត់ words"
    monkeypatch.setenv("SALA_X_FILE", str(tmp_path))
    with pytest.raises(ImproperlyConfigured, match="which cannot be read"):
        env.secret("SALA_X")
