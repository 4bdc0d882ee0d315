"""Start a course from the ready-made outline: a few answers, then the page editor opens."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.validators import MinValueValidator
from django.db.models import Model
from django.shortcuts import redirect
from django.urls import path, reverse, reverse_lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.permission_policies.pages import PagePermissionPolicy

from courses.actions.courses import CourseDetails, start_course
from courses.admin.menu import ORDER
from courses.admin.page_buttons import PageButton
from courses.exceptions import Refused
from courses.models import CataloguePage, Course, Topic

URL_NAME = "courses_outline"


def may_start(user) -> bool:
    """Whoever may add courses, and pages somewhere."""
    return user.has_perm("courses.add_course") and PagePermissionPolicy().user_has_permission(
        user, "add"
    )


def branches_of(user) -> list[CataloguePage]:
    """Catalogue pages to which the user may add, one for all its languages."""
    places = PagePermissionPolicy().instances_user_has_permission_for(user, "add")
    pages = CataloguePage.objects.filter(pk__in=places.values("pk")).select_related("locale")
    spoken = (get_language() or "").partition("-")[0]
    found: dict = {}
    for page in pages.order_by("path"):
        if page.locale.language_code == spoken:
            found[page.translation_key] = page
        found.setdefault(page.translation_key, page)
    return sorted(found.values(), key=lambda page: page.path)


class OutlineForm(forms.Form):
    """What must be known to start a course."""

    code = forms.SlugField(
        label=_("Code"),
        max_length=Course._meta.get_field("code").max_length,
        help_text=_("A few letters that everybody will use, for instance OSHC."),
    )
    title_en = forms.CharField(label=_("English title"), max_length=200)
    title_km = forms.CharField(
        label=_("Khmer title"), max_length=200, required=False, widget=forms.TextInput
    )
    planned_minutes = forms.IntegerField(
        label=_("Planned minutes"),
        initial=360,
        validators=[MinValueValidator(1)],
        help_text=_("Of the training in the room; a day of two half-days has 360."),
    )
    topics = forms.ModelMultipleChoiceField(
        label=_("Topics"), queryset=Topic.objects.all(), widget=forms.CheckboxSelectMultiple
    )
    branch = forms.ChoiceField(
        label=_("Branch of the catalogue"),
        help_text=_("Where the page will stand. You see the branches that you may write in."),
    )

    def __init__(self, *args, branches, **options):
        super().__init__(*args, **options)
        self.branches = {str(page.pk): page for page in branches}
        self.fields["branch"].choices = [(key, str(page)) for key, page in self.branches.items()]

    def clean_branch(self) -> Model:
        return self.branches[self.cleaned_data["branch"]]

    @property
    def details(self) -> CourseDetails:
        answers = self.cleaned_data
        return CourseDetails(
            code=answers["code"],
            title_en=answers["title_en"],
            title_km=answers["title_km"],
            planned_minutes=answers["planned_minutes"],
            topics=tuple(answers["topics"]),
        )


class OutlineView(WagtailAdminTemplateMixin, FormView):
    """Trainers in their branch, and administrators."""

    policy = "trainer"
    form_class = OutlineForm
    template_name = "courses/admin/outline.html"
    page_title = _("New course from the outline")
    header_icon = "doc-full"

    def dispatch(self, request, *args, **kwargs):
        if not may_start(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self):
        return {"branch": self.request.GET.get("branch", "")}

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "branches": branches_of(self.request.user)}

    def form_valid(self, form):
        try:
            page = start_course(form.details, form.cleaned_data["branch"], by=self.request.user)
        except Refused as no:
            form.add_error("code" if no.code == "code_taken" else None, no.sentence)
            return self.form_invalid(form)
        messages.success(
            self.request,
            _("“%(title)s” is started as a draft with five lessons. Nobody sees it yet.")
            % {"title": page.title},
        )
        return redirect("wagtailadmin_pages:edit", page.pk)

    def form_invalid(self, form):
        messages.validation_error(self.request, _("The course is not started yet."), form)
        return super().form_invalid(form)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            action_url=reverse(URL_NAME),
            submit_button_label=_("Start the course"),
            submit_button_active_label=_("Starting…"),
            **kwargs,
        )


class OutlineItem(MenuItem):
    def is_shown(self, request):
        return may_start(request.user)


def outline_urls():
    """Hook `register_admin_urls`."""
    return [path("training/new-course/", OutlineView.as_view(), name=URL_NAME)]


def outline_menu_item():
    """Hook of the menu "Training"."""
    return OutlineItem(
        _("New course"),
        reverse_lazy(URL_NAME),
        name="training-outline",
        icon_name="plus",
        order=ORDER["outline"],
    )


outline_button = PageButton(
    _("New course from the outline"),
    URL_NAME,
    (CataloguePage,),
    lambda user, page: may_start(user) and page.permissions_for_user(user).can_add_subpage(),
    icon="doc-full",
    priority=12,
    parameter="branch",
)
