"""Which Python the environment is built with."""

import subprocess
import sys

import pytest

from lms.tools.quickest_python import ROUNDS, chosen, in_turns, tried


@pytest.mark.parametrize(
    ("seconds", "wanted"),
    [
        ([1.0], "python-0"),
        ([1.0, 0.9], "python-0"),
        ([1.0, 0.6], "python-1"),
        ([1.0, 0.75, 0.7], "python-1"),
    ],
)
def test_the_first_stays_unless_another_is_clearly_quicker(seconds, wanted):
    trials = [(each, f"python-{at}") for at, each in enumerate(seconds)]
    assert chosen(trials) == wanted


def test_a_moment_in_which_the_machine_is_busy_decides_nothing():
    assert chosen([(1.0, "slow"), (0.9, "quick"), (1.0, "slow"), (0.6, "quick")]) == "quick"


def test_a_python_says_its_time_and_its_path():
    seconds, path = tried(sys.executable)
    assert seconds > 0
    said = subprocess.run([path, "--version"], capture_output=True, text=True).stdout
    assert said.split()[1].startswith(f"3.{sys.version_info.minor}.")


def test_where_none_can_serve_this_one_says_why():
    assert chosen([]) == sys.executable


@pytest.mark.parametrize("script", ["#!/bin/sh\nexit 1\n", "not to be run"])
def test_what_is_no_python_is_left_out(tmp_path, script):
    other = tmp_path / "python3"
    other.write_text(script)
    other.chmod(0o755)
    assert tried(str(other)) is None


def test_who_fails_once_is_not_tried_again(tmp_path):
    calls = tmp_path / "calls"
    other = tmp_path / "python3"
    other.write_text(f"#!/bin/sh\necho called >> {calls}\nexit 1\n")
    other.chmod(0o755)
    trials = [*in_turns([str(other), sys.executable])]
    assert len(trials) == ROUNDS
    assert calls.read_text().splitlines() == ["called"]
