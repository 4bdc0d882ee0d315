"""A person's file for staff: asked for with a purpose, as JSON or as PDF."""

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from courses.actions.exports import Purpose, record_personal_export
from courses.adapters.paper.record import record_pdf
from courses.admin.verbs import VerbView
from courses.forms.exports import PurposeForm
from courses.forms.record_words import on_paper
from courses.permissions import contacts, may_export
from courses.queries.person_file import file_of, json_of


class PersonFileForm(PurposeForm):
    file_format = forms.ChoiceField(
        label=_("In which form"),
        choices=[("pdf", _("Paper, PDF")), ("json", _("File, JSON"))],
        initial="pdf",
        widget=forms.RadioSelect,
    )


class PersonFileView(VerbView):
    """Everything on record about one person; who took it and what for is kept."""

    form_class = PersonFileForm
    page_title = _("Everything on record")
    header_icon = "download"
    button = _("Take the file")
    warning = _("This file holds everything that is on record about the person.")

    def is_allowed(self):
        user = self.request.user
        return may_export(user) and self.viewset.policy.may(user, "view", self.object)

    def form_valid(self, form):
        answers, person = form.cleaned_data, self.object
        told = {
            "shows_contacts": contacts.may_see(self.request.user, person),
            "shows_confidential": False,
        }
        record_personal_export(
            "person",
            answers["file_format"],
            {"person": str(person.uuid)},
            Purpose(answers["purpose"], answers["detail"], rows=1),
            by=self.request.user,
        )
        kind = answers["file_format"]
        if kind == "json":
            content, content_type = json_of(person, **told), "application/json; charset=utf-8"
        else:
            content = record_pdf(on_paper(person, file_of(person, **told)))
            content_type = "application/pdf"
        named = f'attachment; filename="{person.card_code}.{kind}"'
        return HttpResponse(
            content, content_type=content_type, headers={"Content-Disposition": named}
        )
