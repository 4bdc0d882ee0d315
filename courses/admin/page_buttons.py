"""Buttons that lead from a page of some kinds to a screen about it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.urls import reverse
from wagtail.admin.widgets.button import Button
from wagtail.models import Page


@dataclass(frozen=True)
class PageButton:
    """`may` says whether a user comes in from a page of these models; `parameter` names the page
    in the address."""

    label: str
    url_name: str
    models: tuple[type[Page], ...]
    may: Callable[[AbstractBaseUser, Page], bool]
    icon: str
    priority: int
    parameter: str = "page"

    def in_listing(self, page, user, **kwargs):
        """Hook `register_page_listing_more_buttons`."""
        if page.cached_content_type.model_class() in self.models and self.may(user, page):
            yield Button(
                self.label,
                url=f"{reverse(self.url_name)}?{self.parameter}={page.pk}",
                icon_name=self.icon,
                priority=self.priority,
            )

    def in_header(self, page, user, view_name, **kwargs):
        """Hook `register_page_header_buttons`."""
        return self.in_listing(page, user)
