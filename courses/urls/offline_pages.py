"""Addresses that browsers ask for by themselves."""

from django.urls import path

from courses.views import offline_pages

urlpatterns = [
    path("offline/", offline_pages.Offline.as_view(), name="offline"),
    path("offline/worker.js", offline_pages.ServiceWorker.as_view(), name="service_worker"),
    path("offline/manifest.json", offline_pages.Manifest.as_view(), name="manifest"),
]
