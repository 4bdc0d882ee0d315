"""The checker that works without signal: its page, its service worker, and the list that it takes
along."""

import json
from datetime import date

from django.conf import settings
from django.core.cache import cache
from django.http import Http404, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _

from certificates.queries.identity import known_keys
from certificates.queries.offline_list import offline_list
from certificates.views.documents import FRESH, OpenView
from courses.adapters.language import language
from courses.forms.offline_site import DECODER
from courses.rules.calendar_words import digits, month
from courses.views.base import SalaView
from courses.views.offline_pages import COLOUR, PAPER

FILES = (
    "courses/sala.css",
    "courses/trainer.css",
    "courses/icons.svg",
    "courses/khmer.svg",
    "courses/fonts/battambang-400.woff2",
    "courses/fonts/battambang-700.woff2",
    "certificates/offline.min.js",
    *DECODER,
)


class KeyedView(SalaView):
    """Something that is of no use, and not there, where nothing is signed."""

    policy = "public"

    def dispatch(self, request, *args, **kwargs):
        if not known_keys():
            raise Http404
        return super().dispatch(request, *args, **kwargs)


class OfflineCheckView(KeyedView):
    """The page of the checker."""

    template_name = "certificates/check/offline.html"

    def get(self, request, *args, **kwargs):
        decoder, wasm = map(static, DECODER)
        site = {
            "list": reverse("certificates:offline_list"),
            "worker": reverse("certificates:offline_worker"),
            "decoder": decoder,
            "wasm": wasm,
            **calendar_in(language()),
        }
        return self.show(checker=site)


def calendar_in(spoken: str) -> dict:
    """How the script writes a day in this language."""
    is_khmer = spoken == "km"
    return {
        "language": "km" if is_khmer else "en",
        "day": "ថ្ងៃទី{day} ខែ{month} ឆ្នាំ{year}" if is_khmer else "{day} {month} {year}",
        "digits": digits("0123456789", spoken),
        "months": [month(date(2026, number, 1), spoken) for number in range(1, 13)],
    }


class OfflineListView(OpenView):
    """Keys, what was taken back, titles of courses."""

    def document(self):
        key = "certificates-offline-list"
        told = cache.get(key)
        if told is None:
            told = offline_list()
            cache.set(key, told, FRESH)
        return JsonResponse(told)


class OfflineWorkerView(KeyedView):
    """The service worker, which serves the page of the checker and nothing else."""

    def get(self, request, *args, **kwargs):
        held = {"page": reverse("certificates:offline"), "files": [static(path) for path in FILES]}
        worker = json.dumps(static("certificates/worker.min.js"))
        answer = HttpResponse(
            f"self.SALA_CHECK = {json.dumps(held)};\nimportScripts({worker});\n",
            content_type="text/javascript; charset=utf-8",
        )
        answer["Cache-Control"] = "no-cache"
        return answer


class OfflineManifestView(KeyedView):
    """How the checker stands on a home screen."""

    def get(self, request, *args, **kwargs):
        page = reverse("certificates:offline")
        told = {
            "id": page,
            "name": f"{_('Check certificates')} · {getattr(settings, 'WAGTAIL_SITE_NAME', '')}",
            "short_name": _("Check"),
            "lang": language(),
            "start_url": page,
            "scope": page,
            "display": "standalone",
            "theme_color": COLOUR,
            "background_color": PAPER,
            "icons": [
                {
                    "src": static(f"courses/icons/sala-{size}.png"),
                    "sizes": f"{size}x{size}",
                    "type": "image/png",
                }
                for size in (192, 512)
            ],
        }
        return JsonResponse(told, content_type="application/manifest+json")
