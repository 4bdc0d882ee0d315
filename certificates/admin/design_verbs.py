"""What staff do with a design: edit it beside its page, copy it, save it as a file, archive it."""

import base64

from django.http import HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import View
from wagtail.admin.views.generic.base import BaseObjectMixin

from certificates.actions.design_words import refusal
from certificates.actions.designs import (
    STAND_IN,
    add_picture,
    archive_design,
    copy_design,
    export_design,
    import_design,
    read_drawing,
    save_design,
    use_design,
)
from certificates.adapters.typesetting import PICTURE_FIELDS, TypesettingError, sketch
from certificates.choices import FIELD_WORDS
from certificates.forms.designs import (
    CoursesForm,
    DesignForm,
    FileForm,
    NameForm,
    PictureForm,
)
from certificates.queries.designs import courses_with, newest_of, pictures_of
from certificates.queries.facts import current_issuer, pictures
from certificates.rules.samples import sample
from certificates.rules.sheets import FIELDS
from courses.admin.verbs import AskView, VerbView
from courses.admin.views import OwnRow
from courses.exceptions import Refused


def field_words():
    """Fields by their holes, with what they print."""
    found = []
    for name, label in FIELD_WORDS.items():
        both = [f"{name}_km", f"{name}_en"] if f"{name}_km" in FIELDS else [name]
        found.append((" ".join(f"{{{each}}}" for each in both), label))
    return found


class EditDesign(VerbView):
    """The form of the elements with the page beside it."""

    template_name = "certificates/admin/design.html"
    page_title = gettext_lazy("Edit design")
    header_icon = "edit"
    button = gettext_lazy("Try out and save")

    @property
    def sheet(self):
        return newest_of(self.object).sheet

    def get_form_class(self):
        return DesignForm

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"sheet": self.sheet}

    def get_initial(self):
        return DesignForm.answers_of(self.object.name, self.sheet)

    def act(self, form):
        revision = save_design(
            self.object, form.sheet, name=form.cleaned_data["name"], by=self.request.user
        )
        said = _("The longest texts fit. Revision %(number)s of the design is saved.") % {
            "number": revision.number
        }
        return said, self.address_of(self.object)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        count = newest_of(self.object).certificates.count()
        locked = ngettext(
            "%(count)s certificate was printed with the newest revision. It stays as it is: what"
            " you save here is a new revision.",
            "%(count)s certificates were printed with the newest revision. They stay as they are:"
            " what you save here is a new revision.",
            count,
        )
        return context | {
            "media": context["form"].media,
            "fields": field_words(),
            "sketch_url": reverse(self.viewset.get_url_name("sketch"), args=[self.object.pk]),
            "locked": locked % {"count": count} if count else "",
        }


class SketchDesign(EditDesign):
    """The page of a form that is not saved yet, as a picture, with what is wrong in words; GET
    gives the saved one."""

    def get(self, request, *args, **kwargs):
        return self.answer(self.sheet)

    def form_valid(self, form):
        return self.answer(form.sheet)

    def answer(self, sheet):
        is_longest = self.request.POST.get("sample") != "usual"
        try:
            svg = drawn(read_drawing(sheet), self.object.kind, is_longest=is_longest)
        except Refused as no:
            return JsonResponse({"svg": "", "sentences": [str(no)]})
        return JsonResponse({"svg": base64.b64encode(svg.encode()).decode(), "sentences": []})

    def form_invalid(self, form):
        sentence = _("Something is missing or not allowed; save to see where.")
        return JsonResponse({"svg": "", "sentences": [sentence]})


def drawn(sheet: dict, kind: str, *, is_longest: bool) -> str:
    """The page with sample texts as SVG. Raises Refused with what is wrong in words."""
    images = dict.fromkeys(PICTURE_FIELDS, STAND_IN) | pictures(current_issuer())
    facts = sample(kind, is_longest=is_longest)
    try:
        return sketch(sheet, facts, images, pictures_of(sheet))
    except TypesettingError as error:
        raise refusal(error.code, text=error.detail) from error


class OneDesign(OwnRow, BaseObjectMixin, View):
    """An answer about one design that is no page of the admin."""

    viewset = None
    permission_policy = None
    row_actions = ("view",)


class ShowDesign(OneDesign):
    """The newest revision with usual texts, as a picture."""

    def get(self, request, *args, **kwargs):
        try:
            svg = drawn(newest_of(self.object).sheet, self.object.kind, is_longest=False)
        except Refused:
            svg = "<svg xmlns='http://www.w3.org/2000/svg'/>"
        response = HttpResponse(svg, content_type="image/svg+xml")
        response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'"
        response["X-Content-Type-Options"] = "nosniff"
        return response


class ExportDesign(OneDesign):
    """The newest revision as a file."""

    def get(self, request, *args, **kwargs):
        response = HttpResponse(
            export_design(newest_of(self.object)), content_type="application/json"
        )
        name = f"design-{self.object.pk}.json"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        response["X-Content-Type-Options"] = "nosniff"
        return response


class CopyDesign(VerbView):
    page_title = gettext_lazy("Copy design")
    header_icon = "copy"
    button = gettext_lazy("Copy it")
    form_class = NameForm
    warning = gettext_lazy("The copy begins as the newest revision of this design.")

    def act(self, form):
        copy = copy_design(self.object, name=form.cleaned_data["name"], by=self.request.user)
        said = _("“%(name)s” is a design of its own now.") % {"name": copy.name}
        return said, reverse(self.viewset.get_url_name("edit"), args=[copy.pk])


class ArchiveDesign(VerbView):
    """Out of the lists, or back into them."""

    header_icon = "folder-open-inverse"

    @property
    def page_title(self):
        return _("Offer design again") if self.object.is_archived else _("Archive design")

    @property
    def button(self):
        return _("Offer it again") if self.object.is_archived else _("Archive it")

    @property
    def warning(self):
        if self.object.is_archived:
            return _("Courses may choose this design again.")
        return _("Courses may not choose it any more. Those that have it keep it.")

    def act(self, form):
        is_archived = not self.object.is_archived
        archive_design(self.object, is_archived=is_archived, by=self.request.user)
        return _("The design is changed."), self.address_of(self.object)


class ChooseCourses(VerbView):
    """The courses whose papers have the design."""

    page_title = gettext_lazy("Courses with this design")
    header_icon = "doc-full"
    button = gettext_lazy("Save")
    form_class = CoursesForm
    warning = gettext_lazy("Certificates that were issued before keep the design that they have.")

    def get_initial(self):
        return {"courses": courses_with(self.object)}

    def act(self, form):
        use_design(self.object, form.cleaned_data["courses"], by=self.request.user)
        return _("The courses are saved."), self.address_of(self.object)


class FromFile(AskView):
    """A new design from a file."""

    page_title = gettext_lazy("Design from a file")
    header_icon = "upload"
    button = gettext_lazy("Try out and keep")
    form_class = FileForm
    warning = gettext_lazy(
        "A new design is made. The file is read strictly and printed once with the longest texts;"
        " what cannot be printed is refused."
    )

    def act(self, form):
        design = import_design(form.content(), by=self.request.user)
        said = _("“%(name)s” is a design of its own now.") % {"name": design.name}
        return said, self.address_of(design)

    def get_context_data(self, **kwargs):
        return super().get_context_data(form_is_multipart=True, **kwargs)


class AddPicture(AskView):
    """A picture for backgrounds and elements of every design."""

    page_title = gettext_lazy("Add picture")
    header_icon = "image"
    button = gettext_lazy("Add it")
    form_class = PictureForm
    warning = gettext_lazy("Every design may use it, as its background or as an element.")

    def act(self, form):
        content = form.cleaned_data["file"].read()
        picture = add_picture(content, title=form.cleaned_data["title"], by=self.request.user)
        said = _("The picture “%(name)s” may be used now.") % {"name": picture.title}
        return said, reverse(self.viewset.get_url_name("index"))

    def get_context_data(self, **kwargs):
        return super().get_context_data(form_is_multipart=True, **kwargs)
