"""What the browser itself asks for: the service worker, the manifest, the page without signal."""

import json

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.templatetags.static import static
from django.urls import get_script_prefix, reverse
from django.utils import translation
from django.utils.translation import gettext as _

from courses.adapters.language import language
from courses.forms.offline_site import OFFLINE_FILES
from courses.forms.offline_words import script_words
from courses.views.base import SalaView

COLOUR, PAPER = "#0a5660", "#ffffff"
#: Names of the drawings, with what they are good for.
ICONS = {"192": "any", "512": "any", "mask-512": "maskable"}


def in_every_language(name):
    """The addresses of a view in all languages of the site, each once, the main one first."""
    found = []
    for code, _label in [(settings.LANGUAGE_CODE, ""), *settings.LANGUAGES]:
        with translation.override(code):
            found.append(reverse(name))
    return list(dict.fromkeys(found))


class ServiceWorker(SalaView):
    """The service worker of the whole site: what it must hold, then the worker itself. The names of
    the files carry a hash, so that a new release is a new worker."""

    policy = "public"

    def get(self, request, *args, **kwargs):
        held = {
            "pages": in_every_language("courses:offline"),
            "lessons": in_every_language("courses:kept_lessons"),
            "files": [static(path) for path in OFFLINE_FILES],
        }
        worker = json.dumps(static("courses/worker.min.js"))
        answer = HttpResponse(
            f"self.SALA = {json.dumps(held)};\nimportScripts({worker});\n",
            content_type="text/javascript; charset=utf-8",
        )
        answer["Service-Worker-Allowed"] = get_script_prefix()
        answer["Cache-Control"] = "no-cache"
        return answer


class Manifest(SalaView):
    """How the site stands on a home screen."""

    policy = "public"

    def get(self, request, *args, **kwargs):
        name = getattr(settings, "WAGTAIL_SITE_NAME", "") or _("Sala")
        told = {
            "id": get_script_prefix(),
            "name": name,
            "short_name": _("Sala"),
            "lang": language(),
            "start_url": reverse("courses:desk"),
            "scope": get_script_prefix(),
            "display": "standalone",
            "theme_color": COLOUR,
            "background_color": PAPER,
            "icons": [
                {
                    "src": static(f"courses/icons/sala-{icon}.png"),
                    "sizes": "{0}x{0}".format(icon.removeprefix("mask-")),
                    "type": "image/png",
                    "purpose": purpose,
                }
                for icon, purpose in ICONS.items()
            ],
        }
        return JsonResponse(told, content_type="application/manifest+json")


class Offline(SalaView):
    """What stands in the place of a page that cannot be loaded: the registers on this phone. The
    same for everybody; the browser fills it in."""

    policy = "public"
    template_name = "courses/offline/page.html"

    def get_context_data(self, **kwargs):
        site = {"owner": "", "language": language(), "words": script_words()}
        return super().get_context_data(site=site, **kwargs)
