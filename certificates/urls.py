"""Addresses of the certificates app."""

from django.urls import path

from certificates.views.check import CheckView, VerifyView
from certificates.views.files import DownloadView
from certificates.views.issuing import ConfirmNames, IssuePapers, NameSlips
from certificates.views.withheld import WithheldView

app_name = "certificates"
urlpatterns = [
    path("", CheckView.as_view(), name="check"),
    path("file/<uuid:uuid>/", DownloadView.as_view(), name="download"),
    path("run/<uuid:uuid>/", IssuePapers.as_view(), name="issue"),
    path("run/<uuid:uuid>/names/", ConfirmNames.as_view(), name="names"),
    path("run/<uuid:uuid>/slips/", NameSlips.as_view(), name="slips"),
    path("<str:code>/", VerifyView.as_view(), name="verify"),
    path("<str:code>/name/", WithheldView.as_view(), name="withheld"),
]
