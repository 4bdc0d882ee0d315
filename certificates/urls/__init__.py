"""Addresses of the certificates app."""

from django.urls import path

from certificates.urls import documents
from certificates.views.check import CheckView, VerifyView
from certificates.views.course import CourseView, YearView
from certificates.views.files import CredentialView, DownloadView
from certificates.views.issuing import ConfirmNames, IssuePapers, NameSlips
from certificates.views.lists import ListView
from certificates.views.offline import (
    OfflineCheckView,
    OfflineListView,
    OfflineManifestView,
    OfflineWorkerView,
)
from certificates.views.papers import NoPaper, OpenPaper, PaperFile, PaperPicture, PaperView
from certificates.views.sharing import Reminder, SharePicture
from certificates.views.taking import TakePapers
from certificates.views.withheld import WithheldView
from certificates.views.yearly import TakeYearly, YearlyStatements

app_name = "certificates"
urlpatterns = [
    path("", CheckView.as_view(), name="check"),
    path("list/", ListView.as_view(), name="list"),
    path("offline/", OfflineCheckView.as_view(), name="offline"),
    path("offline/worker.js", OfflineWorkerView.as_view(), name="offline_worker"),
    path("offline/manifest.json", OfflineManifestView.as_view(), name="offline_manifest"),
    path("offline/list.json", OfflineListView.as_view(), name="offline_list"),
    *documents.urlpatterns,
    path("course/<slug:course>/", CourseView.as_view(), name="course"),
    path("year/<int:year>/", YearView.as_view(), name="year"),
    path("year/<int:year>/<slug:course>/", YearView.as_view(), name="year_of_course"),
    path("paper/", NoPaper.as_view(), name="no_paper"),
    path("paper/<uuid:uuid>/open/", PaperView.as_view(), name="paper"),
    path("paper/<uuid:uuid>/file/", PaperFile.as_view(), name="paper_file"),
    path("paper/<uuid:uuid>/picture/", PaperPicture.as_view(), name="paper_picture"),
    path("paper/<str:token>/", OpenPaper.as_view(), name="paper_link"),
    path("yearly/", YearlyStatements.as_view(), name="yearly"),
    path("yearly/take/", TakeYearly.as_view(), name="take_yearly"),
    path("file/<uuid:uuid>/", DownloadView.as_view(), name="download"),
    path("run/<uuid:uuid>/", IssuePapers.as_view(), name="issue"),
    path("run/<uuid:uuid>/names/", ConfirmNames.as_view(), name="names"),
    path("run/<uuid:uuid>/slips/", NameSlips.as_view(), name="slips"),
    path("run/<uuid:uuid>/take/", TakePapers.as_view(), name="take"),
    path("file/<uuid:uuid>/credential.json", CredentialView.as_view(), name="credential"),
    path("file/<uuid:uuid>/picture.png", SharePicture.as_view(), name="picture"),
    path("file/<uuid:uuid>/reminder.ics", Reminder.as_view(), name="reminder"),
    path("<str:code>/", VerifyView.as_view(), name="verify"),
    path("<str:code>/name/", WithheldView.as_view(), name="withheld"),
]
