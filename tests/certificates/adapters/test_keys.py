"""Keys in a folder."""

from datetime import date, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from certificates.adapters.keys import NoSigningKey, keys_in, make_key, retire_key, signing_key

DAY = date(2026, 5, 4)


def test_the_newest_key_that_has_begun_signs_and_all_stay_known(tmp_path):
    folder = tmp_path / "keys"
    first = make_key(folder, DAY)
    second = make_key(folder, DAY + timedelta(days=30))

    assert signing_key(folder, DAY + timedelta(days=29)) == first
    assert signing_key(folder, DAY + timedelta(days=30)) == second
    retire_key(folder, second.id, DAY + timedelta(days=40))
    assert signing_key(folder, DAY + timedelta(days=41)) == first
    assert [key.id for key in keys_in(folder)] == [first.id, second.id]
    assert keys_in(folder)[1].secret is None
    assert keys_in(folder)[1].public == second.public


def test_no_key_signs_before_the_first_begins(tmp_path):
    with pytest.raises(NoSigningKey):
        signing_key(tmp_path / "nowhere", DAY)
    make_key(tmp_path, DAY)
    with pytest.raises(NoSigningKey):
        signing_key(tmp_path, DAY - timedelta(days=1))


def test_only_the_owner_reads_keys_and_no_text_shows_them(tmp_path):
    key = make_key(tmp_path / "keys", DAY)
    modes = {path.stat().st_mode & 0o777 for path in (tmp_path / "keys").iterdir()}

    assert modes == {0o600}
    assert (tmp_path / "keys").stat().st_mode & 0o777 == 0o700
    assert "secret" not in repr(key)


def test_the_command_makes_one_key_and_retires_it(settings, tmp_path, capsys):
    settings.CERTIFICATES_KEYS = str(tmp_path)
    call_command("make_signing_key", "--if-none")
    call_command("make_signing_key", "--if-none")
    (key,) = keys_in(tmp_path)
    assert key.begins == timezone.localdate()
    assert "signs" in capsys.readouterr().out

    call_command("make_signing_key", "--retire", key.id)
    assert "does not sign" in capsys.readouterr().out
    with pytest.raises(CommandError):
        call_command("make_signing_key", "--retire", "never-made")
    settings.CERTIFICATES_KEYS = ""
    with pytest.raises(CommandError):
        call_command("make_signing_key")


def test_a_stolen_key_signs_no_more_and_says_since_when(settings, tmp_path, capsys):
    settings.CERTIFICATES_KEYS = str(tmp_path)
    today = timezone.localdate()
    key = make_key(tmp_path, today - timedelta(days=30))

    call_command("make_signing_key", "--stolen", key.id, "--since", str(today - timedelta(days=3)))
    call_command("make_signing_key", "--stolen", key.id)

    (known,) = keys_in(tmp_path)
    assert (known.stolen, known.ends) == (today - timedelta(days=3), today)
    assert known.secret is None and not (tmp_path / f"{key.id}.secret").exists()
    told = capsys.readouterr().out
    assert f"stolen on {today - timedelta(days=3)}" in told and "No key signs today." in told
    with pytest.raises(CommandError):
        call_command("make_signing_key", "--stolen", "never-made")
