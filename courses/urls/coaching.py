"""Addresses about what people still need to complete a run: its rule, and who is stuck."""

from django.urls import path

from courses.views import coach, rule_change

urlpatterns = [
    path("runs/<uuid:uuid>/rule/", rule_change.ChangeRule.as_view(), name="change_rule"),
    path("runs/<uuid:uuid>/coach/", coach.Coach.as_view(), name="coach"),
    path(
        "runs/<uuid:uuid>/people/<uuid:enrollment>/write/",
        coach.WriteToOne.as_view(),
        name="write_to_one",
    ),
]
