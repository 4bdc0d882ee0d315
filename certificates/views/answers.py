"""The words of an answer, by its state."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from certificates.choices import Kind
from certificates.queries.checks import Check
from certificates.rules.verdict import verdict
from courses.adapters.language import language
from courses.rules.calendar_words import date_in_words, digits, length, span

#: Every answer in a word or two.
WORDS = {
    "valid": gettext_lazy("Valid"),
    "expired": gettext_lazy("Expired"),
    "revoked": gettext_lazy("Not valid: withdrawn"),
    "replaced": gettext_lazy("Replaced"),
    "erased": gettext_lazy("Valid, name withheld"),
    "unknown": gettext_lazy("Unknown code"),
}
#: What the person did, where a paper does not say that she completed a course.
DID = dict.fromkeys((Kind.ATTENDANCE, Kind.YEARLY), gettext_lazy("took part in"))


def said(found: Check) -> dict:
    """Title, sentence, stamp and the printed facts of a certificate that we know; of an erased
    one the sentence alone."""
    title, text, stamp = TELL[found.state](found)
    if found.state == "erased":
        return {"title": title, "text": text}
    return {
        "title": title,
        "text": text,
        "stamp": stamp,
        "facts": printed(found),
        "course": found.certificate.about,
        "did": DID.get(found.certificate.kind, _("completed")),
        "paper": found.certificate.facts[f"title_{_side()}"],
        "successor": _successor(found),
        "stolen_on": found.stolen_on,
    }


def _side() -> str:
    return "km" if (get_language() or "").startswith("km") else "en"


def _day(day) -> str:
    return date_in_words(day, language())


def _valid(found: Check):
    text = _(
        "This certificate is real and in force. Compare the name and the dates with the paper "
        "in your hand."
    )
    return _("Valid"), text, ""


def _expired(found: Check):
    text = _(
        "This certificate is real. It was valid until %(day)s. A refresher course is needed."
    ) % {"day": _day(found.certificate.expires_on)}
    return _("Expired"), text, _("Expired")


def _revoked(found: Check):
    text = _("We withdrew this certificate on %(day)s. Please do not accept it. %(reason)s") % {
        "day": _day(found.certificate.status_on),
        "reason": found.certificate.get_revocation_reason_display(),
    }
    return _("Not valid: withdrawn"), text, _("Withdrawn")


def _replaced(found: Check):
    text = _("A newer certificate took its place on %(day)s. Please ask for the newer one.") % {
        "day": _day(found.certificate.status_on)
    }
    return _("Replaced"), text, _("Replaced")


def _erased(found: Check):
    """What it was worth when the record was erased still holds; only the name is withheld."""
    certificate = found.certificate
    state = verdict(certificate.status, certificate.expires_on, timezone.localdate())
    if state != "valid":
        return TELL[state](found)
    text = _(
        "This certificate is real and in force. The person’s record was erased on %(day)s, so the"
        " name is not kept here any more. This says nothing against the person."
    ) % {"day": _day(certificate.erased_on)}
    return _("Valid, name withheld"), text, ""


TELL = {
    "valid": _valid,
    "erased": _erased,
    "expired": _expired,
    "revoked": _revoked,
    "replaced": _replaced,
}


def _successor(found: Check) -> dict:
    newer = found.certificate.replaced_by
    if newer is None:
        return {}
    return {"url": reverse("certificates:verify", args=[newer.code]), "serial": newer.serial}


def _length(found: Check) -> str:
    """Hours, and of what."""
    facts, spoken = found.certificate.facts, language()
    number = facts["sessions"]
    if found.certificate.year is None:
        parts = ngettext("%(count)s session", "%(count)s sessions", number)
    else:
        parts = ngettext("%(count)s course or meeting", "%(count)s courses and meetings", number)
    told = {"hours": length(facts["minutes"], spoken)}
    told["sessions"] = parts % {"count": digits(number, spoken)}
    return _("%(hours)s, %(sessions)s") % told


def _lines(rows: list[dict]) -> list[tuple[str, str]]:
    """The lines of a yearly statement: days, and what was attended."""
    side = _side()
    found = []
    for row in rows:
        words = _("%(course)s: %(hours)s h, %(outcome)s") % {
            "course": row[f"course_{side}"],
            "hours": row[f"hours_{side}"],
            "outcome": row[f"outcome_{side}"],
        }
        found.append((row[f"when_{side}"], words))
    return found


def printed(found: Check) -> list[dict]:
    """Label and text of each printed fact, as the paper has them."""
    facts, spoken = found.certificate.facts, language()
    days = span(found.first_day, found.last_day, spoken)
    rows = [
        (_("Held") if found.certificate.year is None else _("Time"), days),
        (_("Length"), _length(found)),
        *_lines(facts.get("rows", ())),
        (_("Issued by"), facts[f"org_1_{_side()}"]),
        (_("Issued on"), _day(found.certificate.issued_on)),
    ]
    if found.certificate.expires_on:
        rows.append((_("Valid until"), _day(found.certificate.expires_on)))
    return [
        *({"label": label, "text": text} for label, text in rows),
        {"label": _("Number"), "text": facts["serial"], "code": True},
    ]
