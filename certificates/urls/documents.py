"""Addresses that programs ask; a site with a language in its addresses mounts them without one, at
the place of the check page."""

from django.urls import path

from certificates.views.days import DaysView, DayView
from certificates.views.documents import IdentityView, StatusListView

urlpatterns = [
    path("did.json", IdentityView.as_view(), name="did"),
    path("days/", DaysView.as_view(), name="days"),
    path("days/<slug:day>.jws", DayView.as_view(), name="day"),
    path("status/<str:series>/", StatusListView.as_view(), name="status_list"),
]
