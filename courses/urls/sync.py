"""Addresses of phones that keep registers without signal."""

from django.urls import path

from courses.views import aside, sync

urlpatterns = [
    path("offline/device/", sync.KnowDevice.as_view(), name="offline_device"),
    path("offline/pack/", sync.Pack.as_view(), name="offline_pack"),
    path("offline/sync/", sync.Sync.as_view(), name="offline_sync"),
    path("offline/aside/", aside.DecideAside.as_view(), name="aside"),
]
