"""Chinese is spoken only where organizations name people; everything else is English or Khmer."""

from django.conf import settings
from django.http import HttpResponseRedirect
from django.utils import translation

#: The language, and the part of an address where it is spoken.
CODE, SPOKEN_AT = "zh-hans", "/nominate/"


class ChineseForOrganizations:
    """Leads a Chinese address of any other screen to its English twin. Stands after
    LocaleMiddleware."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if translation.get_language() != CODE or SPOKEN_AT in request.path_info:
            return self.get_response(request)
        if request.path_info.startswith(f"/{CODE}/"):
            twin = f"/{settings.LANGUAGE_CODE}/{request.get_full_path().partition(f'/{CODE}/')[2]}"
            return HttpResponseRedirect(twin)
        translation.activate(settings.LANGUAGE_CODE)
        request.LANGUAGE_CODE = settings.LANGUAGE_CODE
        return self.get_response(request)
