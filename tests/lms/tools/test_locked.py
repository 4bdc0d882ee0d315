"""The exact versions of `constraints.txt`."""

from importlib.metadata import distributions

import pytest
from packaging.specifiers import SpecifierSet

from lms.tools.locked import locked
from tests.house import ROOT, expect_none
from tests.needs import IN_CI


def test_what_pip_reports_becomes_lines():
    parts = [{"name": "pillow", "version": "12.1"}, {"name": "Django", "version": "5.2.9"}]
    report = {"install": [{"metadata": part} for part in parts]}
    assert locked(report) == ["django==5.2.9", "pillow==12.1"]


def test_every_version_runs_on_the_oldest_python_that_is_promised():
    """Debian 12 has Python 3.11.2, and pip refuses what asks for 3.11.5 there."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    versions = dict(line.split("==") for line in lines if "==" in line)
    exact = [each for each in distributions() if versions.get(each.name.lower()) == each.version]
    if len(exact) <= 100 and not IN_CI:
        pytest.skip("this environment was made by ranges, not by constraints.txt")

    assert len(exact) > 100
    unfit = [
        f"{each.name} {each.version} wants Python {wanted}"
        for each in exact
        if (wanted := each.metadata["Requires-Python"])
        and not SpecifierSet(wanted).contains("3.11.0")
    ]
    expect_none(unfit)
