"""The words of what is to mend on a page before people read it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from courses.choices import DeliveryLanguage
from courses.rules.page_changes import ChangedPart
from courses.rules.page_checks import Finding

#: How many changed parts are named.
PLACES = 6

KINDS = {
    "text": gettext_lazy("Text"),
    "picture": gettext_lazy("Picture"),
    "picture_steps": gettext_lazy("Picture steps"),
    "audio": gettext_lazy("Audio"),
    "video": gettext_lazy("Video"),
    "download": gettext_lazy("Download"),
    "callout": gettext_lazy("Callout"),
    "quiz": gettext_lazy("Quiz"),
    "cover": gettext_lazy("Picture"),
    "about": gettext_lazy("About the course"),
    "table": gettext_lazy("Table"),
    "outcome": gettext_lazy("Outcome"),
    "title": gettext_lazy("Title"),
    "summary": gettext_lazy("Summary"),
    "picture_alt": gettext_lazy("What the picture shows"),
    "audience": gettext_lazy("Who it is for"),
    "certificate": gettext_lazy("Certificate"),
    "minutes": gettext_lazy("Minutes to read"),
    "search_words": gettext_lazy("Other words people search for"),
    "seo_title": gettext_lazy("Title for search engines"),
    "search_description": gettext_lazy("Sentence for search engines"),
    "order": gettext_lazy("Order of the parts"),
}
SENTENCES = {
    "file_gone": gettext_lazy(
        "A picture or file is missing. Choose one, or take this part out of the page."
    ),
    "no_alt": gettext_lazy(
        "Say in one sentence what the picture shows, for people who cannot see it."
    ),
    "file_name_as_alt": gettext_lazy(
        "“What the picture shows” is only the name of a file. Say it in one sentence."
    ),
    "dead_link": gettext_lazy(
        "A link leads to a page or file that is no longer there. Change it or take it out."
    ),
    "hidden_link": gettext_lazy(
        "A link leads to a page that is not published. Publish that page too."
    ),
    "no_captions": gettext_lazy(
        "The film has no captions. Add a WebVTT file, for people who cannot hear it."
    ),
    "no_transcript": gettext_lazy(
        "The spoken words are not written down. Write them below the file."
    ),
    "heavy_file": gettext_lazy(
        "The file has %(megabytes)s MB: long to load and dear on a phone. Make it smaller."
    ),
    "takes_longer": gettext_lazy(
        "Reading aloud takes about %(needed)s minutes; the page says %(stated)s. "
        "Change the minutes, or make two lessons of it."
    ),
    "takes_less": gettext_lazy(
        "Reading aloud takes about %(needed)s minutes; the page says %(stated)s. "
        "Change the minutes."
    ),
    "heavy_page": gettext_lazy(
        "A phone loads about %(kilobytes)s kB for this page; %(budget)s kB is the most that is "
        "good on a slow line. Use fewer pictures."
    ),
    "no_translation": gettext_lazy(
        "There is no page in this language yet: %(language)s. Runs in it cannot be opened."
    ),
}


def sentence(finding: Finding) -> str:
    """What is wrong and what helps, in one or two whole sentences."""
    values = {**finding.values, "language": language_name(finding.values.get("language"))}
    if finding.code in SENTENCES:
        return SENTENCES[finding.code] % values
    if finding.code == "untranslated":
        return ngettext(
            "%(texts)s text is not translated from %(language)s yet.",
            "%(texts)s texts are not translated from %(language)s yet.",
            values["texts"],
        ) % values  # fmt: skip
    return _behind(finding.code, finding.values["changed"], values)


def place(finding: Finding) -> str:
    """Where it is, in words; empty for the whole page."""
    return place_of(finding.part.kind, finding.part.number)


def place_of(kind: str, number: int) -> str:
    """A part of a page in words; empty for the page itself."""
    name = KINDS.get(kind)
    if not number:
        return str(name or "")
    return _("Part %(number)s: %(kind)s") % {"number": number, "kind": name or kind}


def language_name(code: str | None) -> str:
    """A language in the language of the screen; its code where it has no name here."""
    return str(dict(DeliveryLanguage.choices).get(code, code or ""))


def _behind(code: str, changed: tuple[ChangedPart, ...] | None, values: dict) -> str:
    if changed is None:
        if code == "behind_source":
            return _("The page changed in %(language)s after this one was saved.") % values
        return _("This page changed after its translation was saved: %(language)s.") % values
    if code == "behind_source":
        told = ngettext(
            "%(changed)s part changed in %(language)s after it was translated. Look whether it "
            "still says the same.",
            "%(changed)s parts changed in %(language)s after they were translated. Look whether "
            "they still say the same.",
            len(changed),
        )
    else:
        told = ngettext(
            "%(changed)s part changed after it was translated: %(language)s. Look whether the "
            "translation still says the same.",
            "%(changed)s parts changed after they were translated: %(language)s. Look whether the "
            "translation still says the same.",
            len(changed),
        )
    told %= {**values, "changed": len(changed)}
    return _("%(sentence)s It is: %(places)s.") % {"sentence": told, "places": places_of(changed)}


def places_of(changed: tuple[ChangedPart, ...]) -> str:
    """The first changed parts in words."""
    return "; ".join(place_of(part.kind, part.number) for part in changed[:PLACES])
