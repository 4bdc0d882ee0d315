"""What the site adds by hooks: a table of contents."""

from wagtail import hooks

from courses.actions.retention import RETENTION_HOOK
from lms.retention import site_enforcers

hooks.register(RETENTION_HOOK, site_enforcers)
