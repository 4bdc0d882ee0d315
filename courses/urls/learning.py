"""Addresses for what trainers ask and mark: tests, answers, what people think, what they use."""

from django.urls import path

from courses.views import answering, follow_ups, knowledge, marking, run_feedback

# Tests before and after a run, and answers that a person marks.
urlpatterns = [
    path("runs/<uuid:uuid>/answers/", marking.MarkAnswers.as_view(), name="mark_answers"),
    path("runs/<uuid:uuid>/tests/", knowledge.RunTests.as_view(), name="run_tests"),
    path(
        "runs/<uuid:uuid>/tests/<test_moment:moment>/scores/",
        knowledge.TypeScores.as_view(),
        name="type_scores",
    ),
    path(
        "runs/<uuid:uuid>/tests/<test_moment:moment>/pass/",
        answering.PassRound.as_view(),
        name="pass_round",
    ),
    path(
        "runs/<uuid:uuid>/tests/<test_moment:moment>/pass/<uuid:enrollment>/",
        answering.PassedTest.as_view(),
        name="passed_test",
    ),
    path(
        "runs/<uuid:uuid>/tests/<test_moment:moment>/pass/<uuid:enrollment>/keep/",
        answering.KeepPassedTest.as_view(),
        name="passed_test_keep",
    ),
]

# What people think of a run.
urlpatterns += [
    path("runs/<uuid:uuid>/feedback/", run_feedback.RunFeedback.as_view(), name="run_feedback"),
    path(
        "runs/<uuid:uuid>/feedback/open/",
        run_feedback.OpenFeedback.as_view(),
        name="open_feedback",
    ),
    path(
        "runs/<uuid:uuid>/feedback/close/",
        run_feedback.CloseFeedback.as_view(),
        name="close_feedback",
    ),
    path(
        "runs/<uuid:uuid>/feedback/pass/",
        run_feedback.StartPassing.as_view(),
        name="start_passing",
    ),
    path(
        "runs/<uuid:uuid>/feedback/paper/",
        run_feedback.CountPaper.as_view(),
        name="feedback_paper",
    ),
    path(
        "runs/<uuid:uuid>/feedback/questions/",
        run_feedback.FeedbackWords.as_view(),
        name="feedback_words",
    ),
]

# What people did with a course some months later.
urlpatterns += [
    path("follow-ups/", follow_ups.FollowUps.as_view(), name="follow_ups"),
    path("follow-ups/ask/", follow_ups.AskByMessage.as_view(), name="ask_by_message"),
    path("follow-ups/<uuid:enrollment>/", follow_ups.Call.as_view(), name="follow_up_call"),
    path("follow-ups/<uuid:enrollment>/try/", follow_ups.NoteTry.as_view(), name="note_try"),
]
