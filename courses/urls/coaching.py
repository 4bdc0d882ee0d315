"""Addresses about what people still need to complete a run: its rule, tasks, and who is stuck."""

from django.urls import path

from courses.views import coach, rule_change, tasks

urlpatterns = [
    path("runs/<uuid:uuid>/rule/", rule_change.ChangeRule.as_view(), name="change_rule"),
    path("runs/<uuid:uuid>/task/", tasks.RunTask.as_view(), name="run_task"),
    path(
        "runs/<uuid:uuid>/people/<uuid:enrollment>/task/mark/",
        tasks.MarkTask.as_view(),
        name="mark_task",
    ),
    path("my/<uuid:enrollment>/task/", tasks.MyTask.as_view(), name="my_task"),
    path("runs/<uuid:uuid>/coach/", coach.Coach.as_view(), name="coach"),
    path(
        "runs/<uuid:uuid>/people/<uuid:enrollment>/write/",
        coach.WriteToOne.as_view(),
        name="write_to_one",
    ),
]
