"""What the scripts that work without signal know of the site: addresses, files, words."""

from django.conf import settings
from django.middleware.csrf import get_token
from django.templatetags.static import static
from django.urls import get_script_prefix, reverse
from django.utils import translation
from django.utils.crypto import salted_hmac

from courses.adapters.language import language
from courses.forms.offline_words import script_words

#: Whatever the page without signal needs.
OFFLINE_FILES = (
    "courses/sala.css",
    "courses/trainer.css",
    "courses/icons.svg",
    "courses/khmer.svg",
    "courses/lesson.css",
    "courses/lesson.min.js",
    "courses/kept.min.js",
    "courses/offline.min.js",
    "courses/fonts/battambang-400.woff2",
    "courses/fonts/battambang-700.woff2",
)
#: Taken along where the browser has no reader of QR codes of its own.
DECODER = ("courses/vendor/decoder.min.js", "courses/vendor/zxing_reader.wasm")


def owner_key(user):
    """Tells the users of one phone apart and says nothing about them."""
    return salted_hmac("courses.offline", str(user.pk)).hexdigest()[:16]


def in_main_language(name):
    """One address for all languages: a browser has one worker for a site."""
    with translation.override(settings.LANGUAGE_CODE):
        return reverse(name)


def guest_for(user):
    """Who is here ("" for nobody), the script that makes others leave, where a lost phone asks."""
    return {
        "owner": owner_key(user) if user.is_authenticated else "",
        "script": static("courses/offline.min.js"),
        "sync": reverse("courses:offline_sync"),
    }


def site_for(request):
    """What the scripts know of the site, as types.d.ts says it."""
    return {
        "owner": owner_key(request.user),
        "language": language(),
        "sync": reverse("courses:offline_sync"),
        "pack": reverse("courses:offline_pack"),
        "device": reverse("courses:offline_device"),
        "worker": in_main_language("courses:service_worker"),
        "scope": get_script_prefix(),
        "csrf": get_token(request),
        "files": [static(path) for path in (*OFFLINE_FILES, *DECODER)],
        "words": script_words(),
    }
