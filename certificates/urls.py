"""Addresses of the certificates app."""

from django.urls import path

from certificates.views.check import CheckView, VerifyView
from certificates.views.files import DownloadView

app_name = "certificates"
urlpatterns = [
    path("", CheckView.as_view(), name="check"),
    path("file/<uuid:uuid>/", DownloadView.as_view(), name="download"),
    path("<str:code>/", VerifyView.as_view(), name="verify"),
]
