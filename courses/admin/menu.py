"""The menu "Training": its items stand in the order of work.

Another app adds its own item with the hook `register_training_menu_item`, most easily by giving its
viewset `menu_hook = MENU_HOOK` of `courses.admin.base` and a `menu_order` between those below. The
hook `construct_training_menu` may change the items for a request.
"""

from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from courses.admin.base import MENU_HOOK
from courses.admin.links import address
from courses.permissions import is_trainer, may_see_reach

#: The order of work; then certificates, then protection.
ORDER = {
    "desk": 10,
    "reach": 20,
    "snapshots": 22,
    "report_templates": 23,
    "report_schedules": 23,
    "numbers": 24,
    "quality": 25,
    "runs": 30,
    "sessions": 40,
    "invitations": 45,
    "enrolments": 50,
    "actions": 52,
    "messages": 55,
    "people": 60,
    "duplicates": 65,
    "organizations": 70,
    "rosters": 74,
    "roster_members": 76,
    "venues": 80,
    "courses": 90,
    "patterns": 95,
    "materials": 96,
    "tests": 98,
    "outline": 100,
    "questions": 105,
    "topics": 110,
    "outcomes": 120,
    "projects": 122,
    "phases": 123,
    "targets": 124,
    "holidays": 126,
    "certificates": 130,
    "notices": 150,
    "words": 155,
    "files": 160,
    "phones": 163,
    "lookups": 165,
    "areas": 170,
}

training_menu = Menu(register_hook_name=MENU_HOOK, construct_hook_name="construct_training_menu")


class TrainerItem(MenuItem):
    """Leads to the trainer's own screens, where the site has them."""

    def is_shown(self, request):
        return bool(self.url) and is_trainer(request.user)


class ReachItem(MenuItem):
    def is_shown(self, request):
        return may_see_reach(request.user)


def training_item():
    return SubmenuMenuItem(
        _("Training"), training_menu, name="training", icon_name="group", order=150
    )


def desk_item():
    return TrainerItem(
        _("My runs"),
        lazy(address, str)("courses:desk"),
        name="training-desk",
        icon_name="home",
        order=ORDER["desk"],
    )
