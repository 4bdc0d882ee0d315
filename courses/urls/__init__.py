"""Addresses of the screens for trainers and participants."""

from courses.urls import (
    coaching,
    converters,
    learning,
    numbers,
    offline_pages,
    people,
    sync,
    trainers,
)

app_name = "courses"
__all__ = ["app_name", "converters", "urlpatterns"]
urlpatterns = [
    *trainers.urlpatterns,
    *learning.urlpatterns,
    *coaching.urlpatterns,
    *people.urlpatterns,
    *numbers.urlpatterns,
    *offline_pages.urlpatterns,
    *sync.urlpatterns,
]
