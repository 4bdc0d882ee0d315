"""Provinces of staff in the admin: who oversees which."""

from django.contrib.auth import get_user_model
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column

from courses import permissions
from courses.actions.areas import assign_area
from courses.actions.groups import AREA_STAFF, STAFF
from courses.admin.base import RecordViewSet
from courses.admin.columns import RecordColumn
from courses.admin.menu import ORDER
from courses.admin.views import AddView, ChangeView, RemoveView
from courses.exceptions import Refused
from courses.models import StaffArea


class AreaForm(WagtailAdminModelForm):
    """A member of staff, chosen once, and at least one province."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        users = get_user_model().objects.filter(groups__name__in=[STAFF, AREA_STAFF])
        self.fields["user"].queryset = users.distinct().order_by("pk")
        self.fields["user"].disabled = bool(self.instance.pk)


class Assigns:
    """Saves by the action; what it refuses is told on the form."""

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except Refused as no:
            form.add_error(None, no.sentence)
            return self.form_invalid(form)

    def save_instance(self):
        answers = self.form.cleaned_data
        return assign_area(answers["user"], answers["provinces"], by=self.request.user)


class AreaAddView(Assigns, AddView):
    pass


class AreaChangeView(Assigns, ChangeView):
    pass


class AreaRemoveView(RemoveView):
    """Lets somebody see the country again."""

    def delete_action(self):
        assign_area(self.object.user, [], by=self.request.user)


def names_of(area):
    return ", ".join(str(province) for province in area.provinces.all())


class StaffAreaViewSet(RecordViewSet):
    model = StaffArea
    policy = permissions.areas
    parts = ("provinces",)
    related = ("user",)
    icon = "globe"
    menu_label = _("Provinces of staff")
    menu_name = "training-areas"
    menu_order = ORDER["areas"]
    ordering = ("pk",)
    add_view_class = AreaAddView
    edit_view_class = AreaChangeView
    delete_view_class = AreaRemoveView
    inspect_view_fields = ("user", "provinces")
    list_display = (
        RecordColumn("user", label=_("Login")),
        Column("provinces", label=_("Provinces"), accessor=names_of),
    )
    exported = ()
    edit_handler = ObjectList(
        [
            FieldPanel(
                "user",
                help_text=_("Who is not in this list sees the country. Take a row away for that."),
            ),
            FieldPanel("provinces", widget=CheckboxSelectMultiple),
        ],
        base_form_class=AreaForm,
    )

    def rows(self, user):
        return super().rows(user).prefetch_related("provinces")

    def search(self, rows, words):
        users = get_user_model().objects.filter(
            **{f"{get_user_model().USERNAME_FIELD}__icontains": words}
        )
        return rows.filter(user__in=users)
