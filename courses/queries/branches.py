"""Where the media of a page belong."""

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Model
from wagtail.images import get_image_model
from wagtail.models import Collection, Page
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy

from courses.models import CataloguePage


def collection_for(
    page: Page, user: AbstractBaseUser, model: type[Model] | None = None
) -> Collection | None:
    """The collection of the page's branch, found by its name, else the first one that the user may
    add pictures to, or documents where `model` is theirs; None where there is none."""
    policy = CollectionOwnershipPermissionPolicy(
        model or get_image_model(), owner_field_name="uploaded_by_user"
    )
    allowed = policy.collections_user_has_permission_for(user, "add")
    branches = CataloguePage.objects.ancestor_of(page, inclusive=True).order_by("-depth")
    names = [
        title
        for branch in branches
        for title in (branch.title, *branch.get_translations().values_list("title", flat=True))
    ]
    by_name = {collection.name: collection for collection in allowed}
    own = next((by_name[name] for name in names if name in by_name), None)
    return own or allowed.order_by("path").first()
