"""What the home page of the office begins with: the first screens of the work, each with a hint."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component

from courses.admin.menu import training_menu

#: What a screen is for, by the name of its item in the menu "Training".
PURPOSES = {
    "training-desk": _("Today’s sessions, their registers, and what waits for you."),
    "training-reach": _("Whom the training reached, by donor, period, course and province."),
    "training-quality": _("What is to be mended so that the figures are right."),
    "training-runs": _("Each time that a course is held: its people, place and sessions."),
    "training-people": _("Everybody in the records, with what they attended and completed."),
    "training-duplicates": _("Records that may be of one person, side by side."),
    "training-outline": _("A new course with lessons to fill in."),
}


class BeginPanel(Component):
    """Leads to those of the screens that the user may open."""

    template_name = "courses/admin/home.html"
    order = 50

    class Media:
        css = {"all": ["courses/admin/records.css"]}

    def __init__(self, request):
        shown = training_menu.menu_items_for_request(request)
        work = sorted(shown, key=lambda item: item.order)
        self.entries = [(item, PURPOSES[item.name]) for item in work if item.name in PURPOSES]

    def get_context_data(self, parent_context):
        return {"entries": self.entries}


def add_begin_panel(request, panels):
    """Hook `construct_homepage_panels`."""
    panels.append(BeginPanel(request))
