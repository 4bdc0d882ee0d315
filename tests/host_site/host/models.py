"""The foreign site's own pages."""

from wagtail.models import Page


class HomePage(Page):
    """The front page of the foreign site."""

    template = "host/home_page.html"
