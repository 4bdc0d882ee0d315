"""Collects the words to translate of each app and compiles its Khmer catalogue; needs no gettext.

The screens on which organizations name people are in Chinese too: `lms.tools.chinese` says which
words these are. Run from the repository root: python -m lms.tools.messages
The site's skin (templates/) belongs to the catalogue of `lms`.
"""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from lms.tools import chinese

ROOT = Path(__file__).resolve().parents[2]
LANGUAGE = "km"
APPS = {
    "courses": ["courses"],
    "certificates": ["certificates"],
    "lms": ["lms", "templates"],
}
#: The catalogues by name: one in Khmer for each app, and the Chinese one.
CHINESE = "chinese"
CATALOGUES = (*APPS, CHINESE)
SKIPPED = {"migrations", "locale", "static", "tools", "demo", "node_modules"}
KEYWORDS = {
    name + lazy: spec
    for lazy in ("", "_lazy", "_noop")
    for name, spec in {
        "gettext": None,
        "ngettext": (1, 2),
        "pgettext": ((1, "c"), 2),
        "npgettext": ((1, "c"), 2, 3),
    }.items()
} | {"_": None, "_now": None}


def sources(app):
    """Every Python file and template of the app, sorted."""
    found = []
    for folder in APPS[app]:
        for pattern in ("**/*.py", "**/*.html", "**/*.txt"):
            found += (ROOT / folder).glob(pattern)
    return sorted(path for path in found if not SKIPPED & set(path.relative_to(ROOT).parts))


def as_python(path):
    """The file as Python; templates are turned the way Django's makemessages does."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        return text
    lines = templatize(text, origin=str(path)).splitlines()
    return "\n".join(line.strip() for line in lines)


def fresh_catalogue(app):
    """What the sources say today, without translations."""
    if app == CHINESE:
        return collected(language_of(app), chinese.sources(), chinese.lines_of)
    return collected(language_of(app), sources(app))


def language_of(app):
    return "zh_Hans" if app == CHINESE else LANGUAGE


def collected(language, paths, lines_of=None):
    """A catalogue of the words in these files, or in the lines of them that `lines_of` gives."""
    catalogue = Catalog(locale=language, project="sala-lms", fuzzy=False)
    for path in paths:
        lines = lines_of(path) if lines_of else None
        code = BytesIO(as_python(path).encode())
        options = {"encoding": "utf-8"}
        for line, message, comments, context in extract(
            "python", code, KEYWORDS, ["Translators:"], options
        ):
            if lines is not None and line not in lines:
                continue
            where = [(path.relative_to(ROOT).as_posix(), line)]
            catalogue.add(message, None, where, auto_comments=comments, context=context)
    return catalogue


def po_path(app):
    folder = ROOT / ("courses" if app == CHINESE else app) / "locale"
    return folder / language_of(app) / "LC_MESSAGES" / "django.po"


def stored_catalogue(app):
    """The catalogue with its translations; an empty one before the first collection."""
    path = po_path(app)
    if not path.exists():
        return Catalog(locale=language_of(app), project="sala-lms", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language_of(app))


def compiled_catalogue(app):
    """The catalogue as a running site reads it."""
    path = po_path(app).with_suffix(".mo")
    if not path.exists():
        return Catalog(locale=language_of(app))
    with path.open("rb") as file:
        catalogue = read_mo(file)
    for message in catalogue:
        # Babel reads contexts as bytes.
        if isinstance(message.context, bytes):
            message.context = message.context.decode()
    return catalogue


def refresh(app):
    """Brings the stored catalogue up to date and compiles it; returns how many wait for words."""
    fresh, stored = fresh_catalogue(app), stored_catalogue(app)
    fresh.creation_date = stored.creation_date
    stored.update(fresh, no_fuzzy_matching=True)
    path = po_path(app)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(
            file, stored, width=0, sort_output=True, ignore_obsolete=True, include_lineno=False
        )
    with path.with_suffix(".mo").open("wb") as file:
        write_mo(file, stored)
    return sum(not is_complete(message) for message in stored if message.id)


def is_complete(message):
    """Whether every form of the message has words and none is a guess."""
    strings = message.string if isinstance(message.string, tuple) else (message.string,)
    return bool(strings) and all(strings) and not message.fuzzy


def main():
    for app in CATALOGUES:
        print(f"{app}: {refresh(app)} of {len(fresh_catalogue(app))} wait for a translation")


if __name__ == "__main__":
    sys.exit(main())
