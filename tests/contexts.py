"""What a test reads as `response.context` costs little."""

from django.template import RequestContext
from django.test import client

store_all = client.store_rendered_templates


def store_pages(store, signal, sender, template, context, **kwargs):
    """Keeps the context of a page, not the copies of it that each included template, tag and widget
    of the page gets: Django's client copies them all for tests that ask which they were."""
    if context.template is template and isinstance(context, RequestContext):
        store_all(store, signal, sender, template, context, **kwargs)


def keep_pages_only():
    client.store_rendered_templates = store_pages
