"""Addresses of the foreign site; the apps hang below its own paths."""

from django.conf import settings
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

urlpatterns = [
    path("cms/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("learn/", include("courses.urls")),
]
if "certificates" in settings.PLUGGED_IN:
    urlpatterns.append(path("verify/", include("certificates.urls")))
urlpatterns.append(path("", include(wagtail_urls)))
