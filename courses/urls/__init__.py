"""Addresses of the screens for trainers and participants."""

from courses.urls import offline_pages, people, sync, trainers

app_name = "courses"
urlpatterns = [
    *trainers.urlpatterns,
    *people.urlpatterns,
    *offline_pages.urlpatterns,
    *sync.urlpatterns,
]
