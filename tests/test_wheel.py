"""The wheel, in a fresh environment, plugged into a foreign Wagtail site (tests/host_site/)."""

import json
import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests import distributions
from tests.house import APPS, ROOT, expect_none

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wheel")]

HOST = ROOT / "tests" / "host_site"
#: Sources of the bundled scripts, which the wheel holds as they were built.
SOURCES = {ROOT / "courses" / "scripts", ROOT / "certificates" / "scripts"}


def shipped_files():
    """Every file of the two apps in the checkout that a site needs."""
    return sorted(
        path.relative_to(ROOT).as_posix()
        for app in APPS
        for path in (ROOT / app).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not SOURCES & set(path.parents)
    )


def call(*command, env=None, cwd=None):
    """Standard output; the whole story of a failure when there is one."""
    done = subprocess.run(
        [str(part) for part in command], env=env, cwd=cwd, capture_output=True, text=True
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built from a copy so that nothing stale lies beside the sources."""
    copy = tmp_path_factory.mktemp("sources")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    for app in APPS:
        shutil.copytree(ROOT / app, copy / app, ignore=shutil.ignore_patterns("__pycache__"))
    call(sys.executable, "-m", "build", "--wheel", copy)
    (found,) = (copy / "dist").glob("sala_lms-*.whl")
    return found


def put_in(interpreter, wheel, *options):
    """Let pip put the wheel into an environment."""
    pip = [sys.executable, "-m", "pip", "--python", interpreter, "install", "--quiet"]
    call(*pip, "--no-compile", *options, wheel)


@pytest.fixture(scope="module")
def python(wheel, tmp_path_factory):
    """The interpreter of a fresh environment that holds the wheel, put in by pip, and what it
    asks for: linked from the environment of the tests, in versions that the wheel allows."""
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder)
    interpreter = folder / "bin" / "python"
    put_in(interpreter, wheel, "--no-deps")
    (itself,) = distributions.installed([distributions.site_packages(folder)]).values()
    asked = distributions.asked_for(itself.requires)
    distributions.link(asked.values(), distributions.site_packages(folder))
    return interpreter


def on_site(python, folder, apps, script, *arguments):
    """What a script of the foreign site says, with its data in the folder and these apps."""
    env = {"PATH": os.environ["PATH"], "HOST_VAR": str(folder), "HOST_APPS": apps}
    return call(python, script, *arguments, env=env, cwd=folder / "site")


@pytest.fixture(scope="module")
def site_with_courses(python, tmp_path_factory):
    """The foreign site after `migrate` with the first app; the second one may come later."""
    folder = tmp_path_factory.mktemp("host")
    shutil.copytree(HOST, folder / "site", ignore=shutil.ignore_patterns("__pycache__"))
    on_site(python, folder, "courses", "manage.py", "migrate", "-v0")
    return folder


def test_the_wheel_holds_every_file_of_the_apps_and_nothing_else(wheel):
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    expect_none(sorted(f"missing: {name}" for name in set(shipped_files()) - held))
    expect_none(sorted(f"left over: {name}" for name in held - set(shipped_files())))


def test_the_fresh_environment_holds_what_the_wheel_asks_for_and_nothing_else(python):
    held = distributions.installed([distributions.site_packages(python.parents[1])])
    asked = distributions.asked_for(held["sala-lms"].requires)
    assert set(held) == {"sala-lms", *asked}
    assert "wagtail" in asked
    assert "django-allauth" not in asked


@pytest.mark.parametrize("apps", ["courses", "courses,certificates"])
def test_a_foreign_site_trains_with_the_wheel(python, site_with_courses, tmp_path, apps):
    folder = shutil.copytree(site_with_courses, tmp_path, dirs_exist_ok=True)
    expect_story(python, folder, apps)


@pytest.mark.deep
@pytest.mark.parametrize("narrower", [(), ("wagtail<8",)], ids=["newest", "oldest_wagtail"])
def test_a_foreign_site_trains_with_the_wheel_and_what_pip_fetches(wheel, tmp_path, narrower):
    """The wheel as everybody installs it: pip fetches what it asks for from the index, the newest
    of what it allows or with the oldest Wagtail that we promise."""
    venv.create(tmp_path / "fresh")
    python = tmp_path / "fresh" / "bin" / "python"
    put_in(python, wheel, *narrower)
    shutil.copytree(HOST, tmp_path / "site", ignore=shutil.ignore_patterns("__pycache__"))
    expect_story(python, tmp_path, "courses,certificates")


def expect_story(python, folder, apps):
    """The foreign site in the folder publishes, trains and, with the second app, certifies."""
    told = json.loads(on_site(python, folder, apps, "story.py"))
    certificate = {
        "status": 200,
        "in_host_frame": True,
        "says_number": True,
        "says_name_without_consent": False,
        "pdf": "%PDF-",
    }
    assert Path(told.pop("from")).is_relative_to(python.parents[1])
    assert told == {
        "course_page": 200,
        "in_host_frame": True,
        "has_our_sheet": True,
        "completed": True,
    } | ({"certificate": certificate} if "certificates" in apps else {})
