"""How a login is known again at every visit, and what it may do."""

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.models import Group, Permission

from courses.adapters.prepared import Prepared


def names(permissions):
    return permissions.order_by().values_list("content_type__app_label", "codename")


#: By the id of a user: the permissions of her own, and of her groups.
PERMISSIONS = {
    "user": Prepared(Permission, lambda user: names(Permission.objects.filter(user=user))),
    "group": Prepared(
        Permission,
        lambda user: names(Permission.objects.filter(group__in=Group.objects.filter(user=user))),
    ),
}


class Logins(AuthenticationBackend):
    """Asks what a user may do as Django does, without building the two queries at every visit."""

    def _get_permissions(self, user_obj, obj, from_name):
        kept = f"_{from_name}_perm_cache"
        is_asked = user_obj.is_active and not user_obj.is_anonymous and obj is None
        if is_asked and not user_obj.is_superuser and not hasattr(user_obj, kept):
            found = PERMISSIONS[from_name](user_obj.pk)
            setattr(user_obj, kept, {f"{app}.{codename}" for app, codename in found})
        return super()._get_permissions(user_obj, obj, from_name)
