"""The chain of a register for an auditor: asked for with a purpose, as CSV."""

from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from courses.actions.exports import Purpose, record_personal_export
from courses.adapters.language import language
from courses.admin.exports import csv_response
from courses.admin.verbs import VerbView
from courses.choices import ExportPurpose
from courses.forms.exports import PurposeForm
from courses.permissions import may_export
from courses.queries.chain import break_of, chain_lines
from courses.rules.calendar_words import digits


class ChainView(VerbView):
    """Every link of the chain of a session; who took it and what for is kept."""

    form_class = PurposeForm
    page_title = _("The chain of the register")
    header_icon = "download"
    button = _("Take the file")

    def get_initial(self):
        return {"purpose": ExportPurpose.AUDIT}

    def is_allowed(self):
        user = self.request.user
        return may_export(user) and self.viewset.policy.may(user, "view", self.object)

    @property
    def warning(self):
        return f"{self.holds} {gettext(HOLDS_NO_NAMES)}"

    @cached_property
    def holds(self):
        found = break_of(self.object)
        if found is None:
            return gettext("The chain of this register holds.")
        words = gettext("The chain of this register does not hold: look at link %(number)s.")
        return words % {"number": digits(found.number, language())}

    def form_valid(self, form):
        answers, session = form.cleaned_data, self.object
        record_personal_export(
            "chain",
            "csv",
            {"session": str(session.uuid)},
            Purpose(answers["purpose"], answers["detail"], rows=session.chain_length),
            by=self.request.user,
        )
        return csv_response(f"chain-{session.run.code}-{session.pk}", chain_lines([session]))


HOLDS_NO_NAMES = _(
    "The file holds every mark, closing and opening with its time, device and fingerprint; no names"
    " and no reasons."
)
