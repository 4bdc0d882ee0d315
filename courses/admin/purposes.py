"""The question before a file with personal data leaves: what is it for?"""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from courses.actions.exports import Purpose
from courses.adapters.language import language
from courses.forms.exports import PurposeForm
from courses.rules.calendar_words import digits


class PurposeView(WagtailAdminTemplateMixin, FormView):
    """Asks, then hands out the file of `listing`, which gives `count_rows()` and
    `hand_out(purpose)`."""

    listing = None
    form_class = PurposeForm
    template_name = "courses/admin/purpose.html"
    page_title = _("A file with personal data")
    header_icon = "download"

    def form_valid(self, form):
        answers = form.cleaned_data
        purpose = Purpose(answers["purpose"], answers["detail"], self.listing.count_rows())
        return self.listing.hand_out(purpose)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        rows = self.listing.count_rows()
        words = ngettext(
            "This file holds the personal data of %(count)s row.",
            "This file holds the personal data of %(count)s rows.",
            rows,
        )
        return super().get_context_data(
            warning=words % {"count": digits(rows, language())},
            submit_button_label=_("Take the file"),
            submit_button_active_label=_("Take the file"),
            action_url=self.request.get_full_path(),
            **kwargs,
        )
