"""Addresses of the screens for trainers and participants."""

from courses.urls import people, trainers

app_name = "courses"
urlpatterns = [*trainers.urlpatterns, *people.urlpatterns]
