"""Serves pages as Wagtail does, after finding course and lesson pages in one query."""

from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from wagtail import views
from wagtail.url_routing import RouteResult

from courses.queries.catalogue import page_at
from courses.views.visitor import keep_visit


def serve_page(request, path):
    """Wagtail's own `serve`, spared the walk down the tree where the address names a live course or
    lesson; nothing of a visit by card stays on the phone. A site uses it in place of the view that
    `wagtail.urls` calls `wagtail_serve`."""
    page = page_at(path, get_language())
    if page is not None:
        request._wagtail_route_for_request = RouteResult(page)
    response = views.serve(request, path)
    if keep_visit(request):
        patch_cache_control(response, private=True, no_store=True)
    return response
