"""A page and its translation side by side, text by text."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.coreutils import get_content_languages
from wagtail.models import Page

from courses.actions.translations import REFUSALS, outdated, save_translation
from courses.admin.page_buttons import PageButton
from courses.exceptions import Refused
from courses.forms.page_check_words import language_name
from courses.forms.translation_words import FILTERS, counts, is_shown, rows_for
from courses.forms.translations import Sent, read_sent, shown_form
from courses.queries.page_leaves import TRANSLATED
from courses.queries.translations import (
    comparison,
    languages_of,
    may_read_draft,
    source_of,
    why_not_translate,
)
from courses.rules.word_changes import text_of

URL_NAME = "courses_translation"


class TranslationView(WagtailAdminTemplateMixin, TemplateView):
    """For whoever may change the translation. The page is named by `?page=`; the one that others
    are translated from leads to its first translation. `?show=` filters the texts."""

    policy = "trainer"
    page_title = gettext_lazy("Translate side by side")
    header_icon = "globe"
    template_name = "courses/admin/translation/translation.html"

    def dispatch(self, request, *args, **kwargs):
        reason = why_not_translate(self.page, request.user)
        if reason == "not_your_page":
            raise PermissionDenied
        if self.source is None:
            return self.lead_to_translation()
        if not (may_read_draft(self.source, request.user) or self.is_public):
            raise PermissionDenied
        self.locked = REFUSALS[reason] if reason else ""
        self.sent = Sent()
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def page(self):
        number = self.request.GET.get("page", "")
        if not number.isdigit() or len(number) > 18:
            raise Http404
        page = get_object_or_404(Page, pk=number).specific
        if not isinstance(page, TRANSLATED):
            raise Http404
        return page

    @cached_property
    def source(self):
        return source_of(self.page)

    @property
    def is_public(self) -> bool:
        return self.source.live and not self.source.has_unpublished_changes

    @property
    def show(self) -> str:
        asked = self.request.GET.get("show", "")
        return asked if asked in FILTERS else "open"

    @property
    def address(self) -> str:
        return f"{reverse(URL_NAME)}?page={self.page.pk}&show={self.show}"

    def lead_to_translation(self):
        others = [page for page in languages_of(self.page).values() if page.pk != self.page.pk]
        for page in others:
            if source_of(page) and not why_not_translate(page, self.request.user):
                return redirect(f"{reverse(URL_NAME)}?page={page.pk}")
        told = _("This page has no translation that you may write. Make one with “Translate”.")
        messages.info(self.request, told)
        return redirect("wagtailadmin_pages:edit", self.page.pk)

    def post(self, request, *args, **kwargs):
        """One text or all of them. What was typed and not saved stays in its field."""
        compared = comparison(self.source, self.page)
        self.sent = sent = read_sent(compared, request.POST)
        for words in sent.lost:
            messages.warning(request, self.told_lost(words))
        if sent.errors:
            messages.error(request, _("Nothing is saved yet. Look at the marked texts."))
            return self.get(request)
        try:
            number = save_translation(self.page, sent.changes, by=request.user)
        except Refused as no:
            messages.error(request, no.sentence)
            found = comparison(self.source, self.page).segments
            self.sent.outdated = outdated(found, sent.changes)
            return self.get(request)
        self.tell(number)
        sent.typed = {key: each for key, each in sent.typed.items() if key not in sent.changes.keys}
        return self.get(request) if sent.typed or sent.lost else redirect(self.address)

    def told_lost(self, words: str) -> str:
        told = _("A part that you wrote for is no longer there. In its field stood: “%(words)s”")
        return told % {"words": words}

    def tell(self, number: int) -> None:
        if not number:
            messages.info(self.request, _("Nothing was changed."))
            return
        told = ngettext(
            "%(count)s text is done. The draft is saved; nothing is published yet.",
            "%(count)s texts are done. The draft is saved; nothing is published yet.",
            number,
        )
        messages.success(self.request, told % {"count": number})

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self):
        above = {"url": self.editor, "label": self.page.get_admin_display_title()}
        return [*self.breadcrumbs_items, above, {"url": "", "label": self.page_title}]

    @property
    def editor(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])

    def rows(self, compared):
        """The texts of the filter, and those in which something stands that is not saved."""
        sent = self.sent
        kept = sent.typed.keys() | sent.errors.keys() | sent.outdated
        shown = [
            each for each in compared.segments if is_shown(each, self.show) or each.leaf.key in kept
        ]
        form = shown_form(compared, shown, sent.typed)
        rows = rows_for(compared, shown, form)
        for row in rows:
            key = row.segment.leaf.key
            row.error = sent.errors.get(key, "")
            row.is_typed = key in sent.typed
            if key in sent.outdated:
                row.theirs = text_of(row.words)
        return form, rows

    def get_context_data(self, **kwargs):
        compared = comparison(self.source, self.page)
        form, rows = self.rows(compared)
        numbers = counts(compared.segments)
        return super().get_context_data(
            page=self.page,
            source_page=self.source,
            source_language=self.source.locale.language_code,
            language=self.page.locale.language_code,
            source_name=language_name(self.source.locale.language_code),
            name=language_name(self.page.locale.language_code),
            rows=rows,
            media=form.media,
            address=self.address,
            editor=self.editor,
            locked=self.locked,
            has_typed=bool(self.sent.typed),
            filters=[
                {
                    "label": label,
                    "count": numbers[show],
                    "is_chosen": show == self.show,
                    "url": f"{reverse(URL_NAME)}?page={self.page.pk}&show={show}",
                }
                for show, label in FILTERS.items()
            ],
            total=numbers["all"],
            done=numbers["all"] - numbers["open"],
            **kwargs,
        )


def translation_urls():
    """Hook `register_admin_urls`."""
    return [path("training/translation/", TranslationView.as_view(), name=URL_NAME)]


def _may_translate(user, page):
    """Without looking for translations, which would be a query for each row."""
    has_languages = len(get_content_languages()) > 1
    return has_languages and page.permissions_for_user(user).can_edit()


translation_button = PageButton(
    gettext_lazy("Translate side by side"),
    URL_NAME,
    TRANSLATED,
    _may_translate,
    icon="globe",
    priority=13,
)
