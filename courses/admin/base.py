"""Viewsets whose every screen obeys `courses.permissions`: lists, choosers, exports, one row."""

from django.db.models import Model, QuerySet
from django.utils.functional import cached_property
from wagtail import permissions as wagtail_permissions
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from courses.admin import choosing, views
from courses.permissions import Policy

#: Other apps add items to the menu "Training" with this hook; see `courses.admin.menu`.
MENU_HOOK = "register_training_menu_item"
PREFIX = "training"


class AdminPolicy(ModelPermissionPolicy):
    """Answers Wagtail's questions with one of our policies. An action that is not listed is done
    elsewhere, by a verb, and by nobody in the admin."""

    def __init__(self, policy: Policy, actions: tuple[str, ...]):
        super().__init__(policy.model)
        self.policy = policy
        self.actions = frozenset(actions)

    def user_has_permission(self, user, action):
        return action in self.actions and self.policy.may(user, action)

    def user_has_permission_for_instance(self, user, action, instance):
        return action in self.actions and self.policy.may(user, action, instance)

    def instances_user_has_any_permission_for(self, user, actions):
        if self.user_has_any_permission(user, actions):
            return self.policy.rows_for(user)
        return self.model._default_manager.none()


class RecordViewSet(ModelViewSet):
    """The screens of one noun in the menu "Training".

    A subclass gives `policy` (of `courses.permissions`) and the usual attributes of a
    ModelViewSet, and may give `actions` (what people may do here), `related` (foreign keys that
    the list shows) and `parts` (reverse names of rows that go with a row when it is deleted;
    everything else that points at the row holds it). Whose file holds personal data says
    `exports_people`. Records that are only read need no panels.
    """

    policy: Policy
    actions = ("view", "add", "change", "delete")
    related: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    form_fields: tuple[str, ...] = ()
    exports_people = False
    menu_hook = MENU_HOOK
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    search_backend_name = None
    list_per_page = 30
    index_view_class = views.ListView
    add_view_class = views.AddView
    edit_view_class = views.ChangeView
    delete_view_class = views.RemoveView
    history_view_class = views.RecordHistoryView
    inspect_view_class = views.RecordView

    def __init__(self, name, **kwargs):
        super().__init__(f"{PREFIX}_{name}", **kwargs)
        self.url_prefix = f"{PREFIX}/{name}"
        self.export_filename = name

    @cached_property
    def permission_policy(self):
        return AdminPolicy(self.policy, self.actions)

    def rows(self, user) -> QuerySet:
        """What the list shows to a user, with what its columns need."""
        rows = self.permission_policy.instances_user_has_any_permission_for(
            user, ("view", "change")
        )
        return rows.select_related(*self.related) if self.related else rows

    def search(self, rows: QuerySet, words: str) -> QuerySet:
        """The rows that the words find."""
        raise NotImplementedError

    def search_for(self, user, rows: QuerySet, words: str) -> QuerySet:
        """As `search`; where people are found by their phones, by those that the user may see."""
        return self.search(rows, words)

    def links(self, row: Model, user) -> list[tuple[str, str, str]]:
        """Label, address and icon of places outside the admin that belong to a row."""
        return []

    def get_common_view_kwargs(self, **kwargs):
        kwargs = {"viewset": self, "permission_policy": self.permission_policy, **kwargs}
        return super().get_common_view_kwargs(usage_url_name=None, **kwargs)

    def get_urlpatterns(self):
        return [pattern for pattern in super().get_urlpatterns() if pattern.name != "usage"]

    def on_register(self):
        register_policy(self.model, self.permission_policy)
        super().on_register()


def register_policy(model: type[Model], policy: AdminPolicy) -> None:
    """Wagtail 8 asks its registry; Wagtail 7.4 has none and asks the viewset."""
    if hasattr(wagtail_permissions, "register_permission_policy"):
        wagtail_permissions.register_permission_policy(model, policy, exact_class=True)


class RecordChooserViewSet(ChooserViewSet):
    """A window in which to choose one of the rows that the user may see."""

    policy: Policy
    related: tuple[str, ...] = ()
    per_page = 10
    choose_view_class = choosing.ScopedChooseView
    choose_results_view_class = choosing.ScopedResultsView
    chosen_view_class = choosing.ScopedChosenView
    chosen_multiple_view_class = choosing.ScopedChosenMultipleView

    def __init__(self, name, **kwargs):
        super().__init__(f"{PREFIX}_choose_{name}", **kwargs)
        self.url_prefix = f"{PREFIX}/choose/{name}"

    def rows(self, user) -> QuerySet:
        return self.policy.rows_for(user).select_related(*self.related)

    def search(self, rows: QuerySet, words: str) -> QuerySet:
        raise NotImplementedError

    def search_for(self, user, rows: QuerySet, words: str) -> QuerySet:
        """As that of `RecordViewSet`."""
        return self.search(rows, words)

    def get_common_view_kwargs(self, **kwargs):
        return super().get_common_view_kwargs(viewset=self, **kwargs)
