"""WSGI entry point."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver
from django.utils import translation

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lms.settings")
application = get_wsgi_application()

# Addresses bring the code of every page with them: read in every language before the first visitor
# comes, who would wait for it.
for code, _name in settings.LANGUAGES:
    with translation.override(code):
        get_resolver().reverse_dict  # noqa: B018 - reading it reads them
