"""Redirects that editors keep, looked for only where there may be one."""

from urllib.parse import urlparse

from django.utils.encoding import uri_to_iri
from wagtail.contrib.redirects.middleware import RedirectMiddleware
from wagtail.contrib.redirects.models import Redirect

from courses.adapters.prepared import Prepared

#: By four spellings of an address: one redirect from there, of any site.
REDIRECT_FROM = Prepared(
    Redirect,
    lambda *paths: Redirect.objects.filter(old_path__in=paths).order_by().values_list("pk")[:1],
)


class RedirectsOfEditors(RedirectMiddleware):
    """Wagtail's redirects. Most of what is not found has none, and is told so by one small query
    before the site and the redirect are looked for."""

    def process_response(self, request, response):
        if response.status_code != 404 or not has_redirect(request.get_full_path()):
            return response
        return super().process_response(request, response)


def has_redirect(address: str) -> bool:
    """Whether anything may lead on from this address, with or without what follows the "?"."""
    whole = Redirect.normalise_path(address, decode_unicode=False)
    plain = urlparse(whole).path
    paths = (whole, uri_to_iri(whole), plain, uri_to_iri(plain))
    # PostgreSQL takes no null character.
    return bool(REDIRECT_FROM(*("" if "\0" in path else path for path in paths)))
