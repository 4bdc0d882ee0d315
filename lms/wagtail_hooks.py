"""What the site adds by hooks: a table of contents."""

from wagtail import hooks

from courses.actions.retention import RETENTION_HOOK
from lms.office import office_addresses, register_actions, second_step_button
from lms.retention import site_enforcers

hooks.register(RETENTION_HOOK, site_enforcers)
hooks.register("register_admin_urls", office_addresses)
hooks.register("register_user_listing_buttons", second_step_button)
hooks.register("register_log_actions", register_actions)
