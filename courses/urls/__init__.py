"""Addresses of the screens for trainers and participants."""

from courses.urls import numbers, offline_pages, people, sync, trainers

app_name = "courses"
urlpatterns = [
    *trainers.urlpatterns,
    *people.urlpatterns,
    *numbers.urlpatterns,
    *offline_pages.urlpatterns,
    *sync.urlpatterns,
]
