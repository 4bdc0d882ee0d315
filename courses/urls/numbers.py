"""Addresses of the public figures."""

from django.urls import path

from courses.views import numbers

EDITION = "numbers/<int:year>/<int:edition>/"

urlpatterns = [
    path("numbers/", numbers.Numbers.as_view(), name="numbers"),
    path("numbers/<int:year>/", numbers.Numbers.as_view(), name="numbers_year"),
    path(EDITION, numbers.Numbers.as_view(), name="numbers_edition"),
    path(f"{EDITION}numbers.json", numbers.NumbersJson.as_view(), name="numbers_json"),
    path(f"{EDITION}numbers.csv", numbers.NumbersCsv.as_view(), name="numbers_csv"),
]
