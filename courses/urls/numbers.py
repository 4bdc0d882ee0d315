"""Addresses of the public figures."""

from django.urls import path, re_path

from courses.views import numbers

urlpatterns = [
    path("numbers/", numbers.Numbers.as_view(), name="numbers"),
    path("numbers/<int:year>/", numbers.Numbers.as_view(), name="numbers_year"),
    path("numbers/<int:year>/<int:edition>/", numbers.Numbers.as_view(), name="numbers_edition"),
    re_path(
        r"^numbers/(?P<year>\d{4})/(?P<edition>\d+)/numbers\.(?P<file_format>json|csv)$",
        numbers.NumbersFile.as_view(),
        name="numbers_file",
    ),
]
