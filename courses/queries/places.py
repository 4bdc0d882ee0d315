"""Where a place of the site is found: in the other languages, and the list of courses."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import translate_url
from django.utils import translation
from wagtail.models import Page, Site

from courses.adapters.memory import remembered
from courses.models import CataloguePage

# Every language under its own name; Django says "Khmer" for Khmer.
OWN_NAMES = {"en": "English", "km": "ភាសាខ្មែរ"}


@dataclass(frozen=True)
class LanguageLink:
    code: str
    name: str
    url: str
    is_current: bool


def in_every_language(request, page=None) -> list[LanguageLink]:
    """This place in each language of the site, the current one included.

    A page leads to its live translation, else to the home page of that language; any other
    address to its twin. Empty where the site has one language or no addresses per language.
    Costs one query for a page and none otherwise.
    """
    languages = getattr(settings, "WAGTAIL_CONTENT_LANGUAGES", None) or settings.LANGUAGES
    here = request.get_full_path()
    if len(languages) < 2:
        return []
    current = translation.get_language()
    translations = _page_addresses(page) if getattr(page, "pk", None) else None
    links = []
    for code, label in languages:
        if code == current:
            url = here
        elif translations is None:
            url = translate_url(here, code)
        else:
            url = translations.get(code) or _home_address(request, code)
        if url and (code == current or url != here):
            links.append(LanguageLink(code, OWN_NAMES.get(code, label), url, code == current))
    return links if any(not link.is_current for link in links) else []


def _page_addresses(page):
    """Language codes and addresses of the live translations of `page`."""
    return remembered(f"translations:{page.pk}", lambda: _look_up_translations(page))


def _look_up_translations(page):
    pages = (
        Page.objects.filter(translation_key=page.translation_key)
        .exclude(pk=page.pk)
        .live()
        .select_related("locale")
    )
    return {twin.locale.language_code: twin.get_url() for twin in pages}


def _home_address(request, code):
    """The address of the site's home page in a language, from Wagtail's cached root paths."""
    roots = Site.get_site_root_paths()
    if len({root.site_id for root in roots}) > 1:
        site = Site.find_for_request(request)
        roots = [root for root in roots if site and root.site_id == site.pk]
    for root in roots:
        if root.language_code == code:
            with translation.override(code):
                return Page(url_path=root.root_path).get_url() or ""
    return ""


def catalogue_address(language: str) -> str:
    """The address of the topmost live catalogue in `language`, or "" if there is none.

    Remembered for half a minute, because every screen asks for it.
    """
    return remembered(f"catalogue:{language}", lambda: _look_up_catalogue(language))


def _look_up_catalogue(language: str) -> str:
    catalogues = CataloguePage.objects.live().filter(locale__language_code=language)
    page = catalogues.order_by("depth", "path").first()
    return (page.get_url() or "") if page else ""
