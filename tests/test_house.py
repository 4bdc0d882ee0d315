"""The house keeps its order: floors, mirror, budgets, migrations, templates and static paths."""

import re
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.template import engines
from importlinter.application.use_cases import lint_imports
from importlinter.configuration import configure

from tests import house

LONGEST = 300
LARGEST_SHEET = 20_000
#: Classes that templates put together from a state.
COMPOSED = {
    *("sala-absent", "sala-late", "sala-both", "sala-wait", "sala-stop", "sala-ok"),
    *("sala-v-valid", "sala-v-revoked", "sala-v-replaced", "sala-v-unknown"),
}
TEMPLATES = [*house.files("*.html", (*house.PACKAGES, "templates"))]

#: Where a screen may call a method that also writes, and why.
MAY_WRITE = {}

#: Test files that mirror no single source file, and what they hold.
WITHOUT_MIRROR = {
    "tests/lms/test_settings.py": "lms/settings.py in every mode, in processes of their own",
}


def test_imports_follow_the_floors():
    configure()
    assert lint_imports(config_filename=str(house.ROOT / ".importlinter"), is_debug_mode=False)


def test_no_file_is_longer_than_the_budget():
    kinds = ("*.py", "*.html", "*.js")
    paths = [path for kind in kinds for path in house.files(kind, (*house.PACKAGES, "tests"))]
    long = [
        f"{house.name(path)}: {lines} lines"
        for path in paths
        if not path.name.endswith(".min.js")
        and (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST
    ]
    house.expect_none(long)


def test_the_sheet_is_small_and_every_rule_has_a_use():
    sheet = (house.ROOT / "courses/static/courses/sala.css").read_text(encoding="utf-8")
    kinds = ("*.html", "*.js", "*.py")
    paths = [path for kind in kinds for path in house.files(kind, (*house.PACKAGES, "templates"))]
    used = " ".join(path.read_text(encoding="utf-8") for path in paths)
    unused = {
        name
        for name in re.findall(r"\.(sala-[\w-]+)", sheet)
        if not re.search(rf"{name}(?![\w-])", used) and name not in COMPOSED
    }
    assert (len(sheet.encode()) <= LARGEST_SHEET, unused) == (True, set())


def test_every_module_says_what_lives_there():
    silent = [
        house.name(path)
        for path in house.files("*.py")
        if path.read_text(encoding="utf-8").strip() and not house.read(path).docstring
    ]
    house.expect_none(silent)


def test_nothing_is_left_to_do_in_a_comment():
    left = [
        f"{house.name(path)}:{number}"
        for path in house.files("*.py") + TEMPLATES
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(r"\b(TODO|FIXME|HACK)\b", line)
    ]
    house.expect_none(left)


def mirrored(path: Path) -> bool:
    """Whether tests/app/floor/test_noun.py has its app/floor/noun.* or app/floor/noun/."""
    folder = house.ROOT / path.parent.relative_to(house.ROOT / "tests")
    noun = path.stem.removeprefix("test_")
    return any(folder.glob(f"{noun}.*")) or (folder / noun).is_dir()


def test_tests_mirror_the_sources():
    astray = [
        house.name(path)
        for path in house.files("test_*.py", [f"tests/{app}" for app in house.PACKAGES])
        if not mirrored(path) and house.name(path) not in WITHOUT_MIRROR
    ]
    house.expect_none(astray)


@pytest.mark.django_db
def test_no_migration_is_missing():
    out = StringIO()
    call_command("makemigrations", "--check", "--dry-run", stdout=out, stderr=out)
    assert "No changes detected" in out.getvalue()


def test_imports_stand_at_the_top():
    inner = [
        place
        for path in house.files("*.py")
        if path.name != "apps.py"
        for place in house.inner_imports(path)
    ]
    house.expect_none(inner)


def test_only_actions_open_transactions():
    astray = [
        place
        for path in house.files("*.py")
        if "actions" not in path.parts
        for place in house.method_calls(path, {"atomic"})
    ]
    house.expect_none(astray)


def test_screens_do_not_write():
    floors = {"views", "forms", "admin", "api", "templatetags", "queries", "rules"}
    verbs = {"save", "delete", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}
    astray = [
        place
        for path in house.files("*.py", house.APPS)
        if floors & {*path.parts, path.stem} and house.name(path) not in MAY_WRITE
        for place in house.method_calls(path, verbs)
    ]
    house.expect_none(astray)


def test_templates_hold_no_style_and_no_script():
    patterns = {
        "style attribute": r"<[^>]*\sstyle\s*=",
        "style element": r"<style\b",
        "inline script": r"<script\b(?![^>]*\bsrc=)(?![^>]*application/json)",
        "handler attribute": r"<[^>{]*\son[a-z]+\s*=\s*[\"']",
        "script address": r"(?i)javascript:",
    }
    found = [
        f"{house.name(path)}: {what}"
        for path in TEMPLATES
        for what, pattern in patterns.items()
        if re.search(pattern, path.read_text(encoding="utf-8"))
    ]
    house.expect_none(found)


def test_every_template_compiles():
    broken = []
    for path in TEMPLATES:
        try:
            engines["django"].from_string(path.read_text(encoding="utf-8"))
        except Exception as error:
            broken.append(f"{house.name(path)}: {error}")
    house.expect_none(broken)


def test_every_static_path_exists():
    pattern = re.compile(r"""\{%\s*static\s+["']([^"']+)["']|\bstatic\(["']([^"']+)["']\)""")
    missing = [
        f"{house.name(path)}: {name}"
        for path in TEMPLATES + house.files("*.py")
        for match in pattern.finditer(path.read_text(encoding="utf-8"))
        if not finders.find(name := match[1] or match[2])
    ]
    house.expect_none(missing)


def test_every_included_template_exists():
    pattern = re.compile(r"""\{%\s*(?:include|extends)\s+["']([^"']+)["']""")
    missing = []
    for path in TEMPLATES:
        for name in pattern.findall(path.read_text(encoding="utf-8")):
            try:
                engines["django"].get_template(name)
            except Exception as error:
                missing.append(f"{house.name(path)}: {name} ({error})")
    house.expect_none(missing)


def test_every_address_in_a_sheet_exists():
    missing = [
        f"{house.name(path)}: {address}"
        for path in house.files("*.css")
        for address in re.findall(
            r"url\([\"']?(?!data:)([^\"')?#]+)", path.read_text(encoding="utf-8")
        )
        if not (path.parent / address).exists()
    ]
    house.expect_none(missing)
