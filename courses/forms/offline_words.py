"""The sentences of the scripts that work without signal; plurals as [one, many]."""

from django.utils.translation import gettext, ngettext

from courses.choices import Presence
from courses.forms.register_words import (
    late_words,
    left_words,
    number,
    open_words,
    rest_words,
    waiting_words,
    women_words,
)


def script_words() -> dict:
    """Every sentence of the scripts, with its placeholders, in the active language."""
    return {
        "digits": number("0123456789"),
        **register_words(),
        **queue_words(),
        **trouble_words(),
        **scanner_words(),
        **phone_words(),
    }


def register_words() -> dict:
    return {
        "late": late_words(),
        "left_early": left_words(),
        "here": gettext("%(here)s of %(people)s here"),
        "progress": gettext("%(marked)s of %(people)s marked"),
        "women": [women_words(1), women_words(2)],
        "open": [open_words(1), open_words(2)],
        "rest": [rest_words(1), rest_words(2)],
        "marked": [marked_words(1), marked_words(2)],
        "marks": {presence.value: str(presence.label) for presence in Presence},
        "nobody": gettext("Nobody with these letters."),
        "undone": gettext("Taken back."),
        "too_late": gettext("This has been handed in already. Tap the right mark instead."),
        "not_kept": gettext("This mark could not be kept. Free some space on the phone."),
        "not_closed": gettext("The register can be closed when all marks are handed in."),
    }


def marked_words(count: int) -> str:
    return ngettext("%(count)s person is marked.", "%(count)s people are marked.", count)


def queue_words() -> dict:
    return {
        "waiting": [waiting_words(1), waiting_words(2)],
        "handing_in": [handing_in_words(1), handing_in_words(2)],
        "refused": [refused_words(1), refused_words(2)],
        "saved": gettext("All marks are saved."),
        "old": gettext("The oldest waits for more than a day. Please find a place with signal."),
    }


def handing_in_words(count: int) -> str:
    return ngettext(
        "%(count)s mark is kept on this phone and is being handed in.",
        "%(count)s marks are kept on this phone and are being handed in.",
        count,
    )


def refused_words(count: int) -> str:
    return ngettext(
        "%(count)s mark was not taken. The office keeps it and decides.",
        "%(count)s marks were not taken. The office keeps them and decides.",
        count,
    )


def trouble_words() -> dict:
    """Why marks wait, by the code of the trouble."""
    return {
        "offline": gettext("No signal: they stay safe on this phone and go later by themselves."),
        "trouble": gettext(
            "The server did not answer well: they stay safe on this phone and go later by "
            "themselves."
        ),
        "signed_out": gettext("You are signed out. Sign in: they stay safe here and go then."),
        "other_user": gettext(
            "This phone belongs to somebody else now. They stay safe here; please tell the office."
        ),
        "wiped": gettext(
            "This phone was reported lost. What it held is handed in and taken off the phone."
        ),
    }


def scanner_words() -> dict:
    return {
        "scan_hint": gettext("Hold the card in front of the camera."),
        "scan_here": gettext("%(name)s is here."),
        "scan_again": gettext("%(name)s is marked already."),
        "scan_elsewhere": gettext("%(code)s is on the list of another run, not of this one."),
        "scan_stranger": gettext("%(code)s is a training card, but nobody on this list has it."),
        "scan_none": gettext("This is not a training card, or it was mistyped."),
        "scan_revoked": gettext(
            "%(code)s is not valid any more: the place on this run was given up. Add a walk-in if"
            " the person came."
        ),
        "no_camera": gettext("The camera cannot be used. Type the code of the card."),
    }


def phone_words() -> dict:
    return {
        "ready": gettext("Ready offline, %(people)s, %(time)s, %(size)s kB"),
        "people": [people_words(1), people_words(2)],
        "preparing": gettext("Taking the next seven days onto this phone …"),
        "not_ready": gettext("Not ready offline yet. It goes on by itself with a better signal."),
    }


def people_words(count: int) -> str:
    return ngettext("%(count)s person", "%(count)s people", count)
