"""A person's file for staff: asked for with a purpose, as JSON or as a page to print."""

from django import forms
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from courses.actions.exports import Purpose, record_personal_export
from courses.admin.verbs import VerbView
from courses.forms.exports import PurposeForm
from courses.forms.record_words import in_words
from courses.permissions import contacts, may_export
from courses.queries.person_file import file_of, json_of


class PersonFileForm(PurposeForm):
    file_format = forms.ChoiceField(
        label=_("In which form"),
        choices=[("json", _("File, JSON")), ("page", _("Page to print or to save as PDF"))],
        initial="page",
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
        told = {"shows_contacts": contacts.may_see(self.request.user, person)}
        record_personal_export(
            "person",
            answers["file_format"],
            {"person": str(person.uuid)},
            Purpose(answers["purpose"], answers["detail"], rows=1),
            by=self.request.user,
        )
        if answers["file_format"] == "json":
            return HttpResponse(
                json_of(person, **told),
                content_type="application/json; charset=utf-8",
                headers={"Content-Disposition": f'attachment; filename="{person.card_code}.json"'},
            )
        context = self.get_context_data(form=form, sections=in_words(file_of(person, **told)))
        return TemplateResponse(self.request, "courses/admin/person_file.html", context)
