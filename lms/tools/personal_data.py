"""Writes docs/personal-data.md from the registers of the apps, and speaks for what others bring.

Run from the repository root: python -m lms.tools.personal_data
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from certificates.rules import personal_data as of_certificates
from courses import conf
from courses.rules import personal_data as of_courses
from courses.rules.personal_words import (
    EMPTIED,
    FOR_GOOD,
    NOT_HERS,
    PROOF,
    REPLACED,
    STAFF,
    WITH_LOGIN,
    Declared,
    Held,
)
from courses.rules.retention import Term

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = ROOT / "docs" / "personal-data.md"
LOG = Declared(
    plain="id content_type action timestamp uuid revision content_changed deleted",
    personal=(
        Held("user", PROOF, FOR_GOOD, NOT_HERS),
        Held("label data", PROOF, FOR_GOOD, "name and card code replaced"),
    ),
)

#: Times that Django and allauth set; see `lms.retention`.
CONFIRMATION = Term("email_confirmations", "Three days.")
SESSION = Term("sessions", "Two weeks.")
SECOND_STEP = "The second step of a login: public half of a passkey, key of an app."
#: Models of packages that hold personal data on this site.
OF_OTHERS = {
    "auth.User": Declared(
        plain="id is_superuser is_staff",
        personal=(
            Held("username", STAFF, WITH_LOGIN, REPLACED),
            Held("password", STAFF, WITH_LOGIN, "made unusable"),
            Held("first_name last_name email", STAFF, WITH_LOGIN, EMPTIED),
            Held("is_active", STAFF, WITH_LOGIN, "closed"),
            Held("last_login date_joined", PROOF, WITH_LOGIN, "stays, without a name beside it"),
        ),
    ),
    "auth.Group": Declared(plain="id name"),
    "auth.Permission": Declared(plain="id name content_type codename"),
    "account.EmailAddress": Declared(
        plain="id verified primary",
        personal=(Held("user email", "To send a login back.", WITH_LOGIN, "deleted"),),
    ),
    "account.EmailConfirmation": Declared(
        plain="id created sent key",
        personal=(Held("email_address", "To prove an e-mail.", CONFIRMATION, "deleted"),),
    ),
    "mfa.Authenticator": Declared(
        plain="id type created_at last_used_at",
        personal=(Held("user data", SECOND_STEP, WITH_LOGIN, "deleted"),),
    ),
    "sessions.Session": Declared(
        plain="expire_date",
        personal=(
            Held("session_key session_data", "To stay signed in.", SESSION, "closed at once"),
        ),
    ),
    "wagtailusers.UserProfile": Declared(
        plain="id submitted_notifications approved_notifications rejected_notifications"
        " updated_comments_notifications dismissibles theme contrast density keyboard_shortcuts",
        personal=(
            Held("user preferred_language current_time_zone avatar", STAFF, WITH_LOGIN, NOT_HERS),
        ),
    ),
    "wagtailcore.ModelLogEntry": Declared(plain=f"{LOG.plain} object_id", personal=LOG.personal),
    "wagtailcore.PageLogEntry": Declared(plain=f"{LOG.plain} page", personal=LOG.personal),
}
#: Apps whose every model is declared, and those that hold nobody but the users who edit.
DECLARED_APPS = {"courses", "certificates", "auth", "account", "mfa", "sessions", "wagtailusers"}
EDITORIAL_APPS = {
    "contenttypes",
    "simple_translation",
    "taggit",
    "wagtailadmin",
    "wagtailcore",
    "wagtaildocs",
    "wagtailembeds",
    "wagtailimages",
    "wagtailredirects",
    "wagtailsearch",
}


def register() -> dict[str, Declared]:
    """Every declaration by the label of its model."""
    ours = {
        f"{app}.{name}": declared
        for app, module in (("courses", of_courses), ("certificates", of_certificates))
        for name, declared in module.REGISTER.items()
    }
    return {**ours, **OF_OTHERS}


def kept(held: Held) -> str:
    """The retention in words, with the days of the defaults."""
    term = held.retention
    if isinstance(term, Term):
        return term.told(conf.DEFAULTS[term.setting] if term.setting else None)
    return term


def document() -> str:
    """The text of docs/personal-data.md."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# Personal data"
    yield ""
    yield (
        "Every stored field that holds personal data, what it is for, how long it is kept, and"
        " what erasing a person does to it. Made by `python -m lms.tools.personal_data` from"
        " `rules/personal_data.py` of each app; a test fails when a field is missing."
    )
    yield ""
    yield (
        "What is kept for a time goes by itself: `manage.py enforce_retention`, every night, and"
        " `--dry-run` says before in numbers what would go. Each number of days is a setting"
        " `COURSES_KEEP_…_DAYS` of `courses/conf.py`; the table shows the defaults. Figures stay."
    )
    plain = []
    for label, declared in register().items():
        if not declared.personal:
            plain.append(label)
            continue
        yield from ("", f"## {label}", "")
        yield "| Fields | Purpose | Kept | When the person is erased |"
        yield "|---|---|---|---|"
        for held in declared.personal:
            fields = ", ".join(f"`{name}`" for name in held.names)
            yield f"| {fields} | {held.purpose} | {kept(held)} | {held.when_erased} |"
    yield from ("", "## Without personal data", "", ", ".join(f"`{label}`" for label in plain))
    yield from ("", "## Pages, pictures and documents", "")
    yield (
        "Wagtail's own tables hold what editors publish and which user edited it. Pictures of"
        " people are published only with their consent for photos."
    )


def main() -> int:
    DOCUMENT.write_text(document(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
