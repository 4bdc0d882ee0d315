"""Addresses of the site: the two apps, accounts, the Wagtail admin and the pages."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from certificates.views.documents import IdentityView
from courses.views.documents import serve_document
from courses.views.pages import serve_page
from lms.views import sign_in_with_passkey, start, to_sign_in

#: Wagtail's addresses, with a quicker way to course and lesson pages.
PAGES = [
    *(each for each in wagtail_urls.urlpatterns if each.name != "wagtail_serve"),
    re_path(wagtail_urls.serve_pattern, serve_page, name="wagtail_serve"),
]
#: Wagtail's addresses of documents, with a way to hand out parts of them.
DOCUMENTS = [
    *(each for each in wagtaildocs_urls.urlpatterns if each.name != "wagtaildocs_serve"),
    re_path(r"^(\d+)/(.*)$", serve_document, name="wagtaildocs_serve"),
]

urlpatterns = [
    # Wagtail's own form would ask for no second step.
    path("admin/login/", to_sign_in),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(DOCUMENTS)),
    # QR codes hold the address in capitals, which makes them smaller.
    path(".well-known/did.json", IdentityView.as_view()),
    path("check/", include("certificates.urls.documents")),
    path("CHECK/<str:code>/", RedirectView.as_view(pattern_name="certificates:verify")),
]
if settings.SERVE_MEDIA:
    urlpatterns.append(
        re_path(r"^media/(?P<path>.*)$", serve, {"document_root": settings.MEDIA_ROOT})
    )
urlpatterns += i18n_patterns(
    path("start/", start, name="start"),
    # One page shows passkeys, app and codes.
    path("accounts/2fa/webauthn/", RedirectView.as_view(pattern_name="mfa_index")),
    path("accounts/2fa/webauthn/login/", sign_in_with_passkey),
    path("accounts/", include("allauth.urls")),
    path("training/", include("courses.urls")),
    path("check/", include("certificates.urls")),
    path("", include(PAGES)),
)
