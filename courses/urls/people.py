"""Addresses for organizations that name people, for participants and for everybody."""

from django.urls import path

from courses.views import (
    answering,
    card,
    consents,
    enrol,
    feedback,
    follow_ups,
    functioning,
    here,
    invitations,
    kept_lessons,
    lesson_sync,
    lessons,
    make_up,
    my,
    my_record,
    nominate,
    nominee_lists,
    nominees,
    offers,
    passport,
    quizzes,
)

# Organizations that are asked to name people: the trainer's side.
urlpatterns = [
    path(
        "runs/<uuid:uuid>/invitations/add/",
        invitations.InviteOrganization.as_view(),
        name="invite",
    ),
    path(
        "runs/<uuid:uuid>/invitations/<uuid:invitation>/",
        invitations.InvitationPage.as_view(),
        name="invitation",
    ),
    path(
        "runs/<uuid:uuid>/invitations/<uuid:invitation>/renew/",
        invitations.RenewLink.as_view(),
        name="renew_link",
    ),
    path(
        "runs/<uuid:uuid>/invitations/<uuid:invitation>/revoke/",
        invitations.RevokeInvitation.as_view(),
        name="revoke_invitation",
    ),
    path(
        "runs/<uuid:uuid>/invitations/<uuid:invitation>/people/",
        invitations.DecideNominations.as_view(),
        name="decide_nominations",
    ),
]

# Their own side, without an account.
urlpatterns += [
    path("nominate/link/<str:token>/", nominate.OpenLink.as_view(), name="nominate_link"),
    path("nominate/no-link/", nominate.NoLink.as_view(), name="nominate_no_link"),
    path("nominate/<uuid:invitation>/", nominees.Nominees.as_view(), name="nominate"),
    path("nominate/<uuid:invitation>/add/", nominees.AddNominees.as_view(), name="nominate_add"),
    path(
        "nominate/<uuid:invitation>/list/",
        nominee_lists.UploadNominees.as_view(),
        name="nominate_upload",
    ),
    path(
        "nominate/<uuid:invitation>/list/columns/",
        nominee_lists.NameColumns.as_view(),
        name="nominate_columns",
    ),
    path(
        "nominate/<uuid:invitation>/<uuid:nomination>/",
        nominees.ChangeNominee.as_view(),
        name="nominate_change",
    ),
    path(
        "nominate/<uuid:invitation>/<uuid:nomination>/withdraw/",
        nominees.WithdrawNominee.as_view(),
        name="nominate_withdraw",
    ),
    path(
        "nominate/<uuid:invitation>/<uuid:nomination>/certificate/",
        nominees.NomineeCertificate.as_view(),
        name="nominate_certificate",
    ),
]

# What everybody may reach, and people for their own training.
urlpatterns += [
    path("enrol/<uuid:uuid>/", enrol.TakePart.as_view(), name="take_part"),
    path("enrol/<uuid:uuid>/done/<str:ticket>/", enrol.TakenPart.as_view(), name="taken_part"),
    path("enrol/<uuid:uuid>/offer/<str:ticket>/", offers.OfferByLink.as_view(), name="offer"),
    path("here/", here.Here.as_view(), name="here"),
    path("here/<str:ticket>/", here.OpenCode.as_view(), name="here_code"),
    path("lessons/events/", lesson_sync.LessonEvents.as_view(), name="lesson_events"),
    path("lessons/kept/", kept_lessons.KeptLessons.as_view(), name="kept_lessons"),
    path("lessons/save-data/", lessons.SaveData.as_view(), name="save_data"),
    path("lessons/<int:pk>/read/", lessons.ReadLesson.as_view(), name="read_lesson"),
    path("card/", card.CardDoor.as_view(), name="card"),
    path("card/first/", card.FirstPin.as_view(), name="first_pin"),
    path("card/send/", card.SendCode.as_view(), name="send_code"),
    path("card/leave/", card.Leave.as_view(), name="leave_card"),
    path("card/mine/", card.ClaimCard.as_view(), name="claim_card"),
    path("card/<str:code>/", card.OpenCode.as_view(), name="card_code"),
    path("lessons/<int:pk>/quiz/", quizzes.Quiz.as_view(), name="quiz"),
    path("lessons/<int:pk>/quiz/begin/", quizzes.BeginQuiz.as_view(), name="begin_quiz"),
    path("lessons/<int:pk>/quiz/keep/", quizzes.KeepQuiz.as_view(), name="keep_quiz"),
    path("my/quiz/<uuid:attempt>/", quizzes.QuizResult.as_view(), name="quiz_result"),
    path("my/", my.MyTraining.as_view(), name="my_training"),
    path("my/data/", my_record.MyRecord.as_view(), name="my_record"),
    path("my/data/file/", my_record.MyRecordFile.as_view(), name="my_record_file"),
    path("my/data/pdf/", my_record.MyRecordPdf.as_view(), name="my_record_pdf"),
    path("my/passport/", passport.MyPassport.as_view(), name="my_passport"),
    path("my/passport/pdf/", passport.MyPassportPdf.as_view(), name="my_passport_pdf"),
    path("my/passport/<uuid:share>/revoke/", passport.RevokeShare.as_view(), name="revoke_share"),
    path("record/<str:token>/", passport.SharedPassport.as_view(), name="shared_passport"),
    path("my/consents/", consents.MyConsents.as_view(), name="my_consents"),
    path("my/needs/", functioning.MyNeed.as_view(), name="my_need"),
    path("my/questions/", functioning.MyQuestions.as_view(), name="my_questions"),
    path(
        "my/questions/take-back/",
        functioning.TakeBackAnswers.as_view(),
        name="take_back_answers",
    ),
    path("my/<uuid:enrollment>/withdraw/", my.Withdraw.as_view(), name="my_withdraw"),
    path(
        "my/<uuid:enrollment>/test/<test_moment:moment>/",
        answering.MyTest.as_view(),
        name="my_test",
    ),
    path(
        "my/<uuid:enrollment>/test/<test_moment:moment>/keep/",
        answering.KeepMyTest.as_view(),
        name="my_test_keep",
    ),
    path("my/<uuid:enrollment>/make-up/", make_up.MakeUp.as_view(), name="my_make_up"),
    path("my/<uuid:enrollment>/offer/", offers.MyOffer.as_view(), name="my_offer"),
]

# What people think of a run.
urlpatterns += [
    path("feedback/<uuid:round>/", feedback.Answer.as_view(), name="feedback"),
    path("feedback/<uuid:round>/pass/", feedback.PassRound.as_view(), name="feedback_passed"),
    path("my/<uuid:enrollment>/feedback/", feedback.MyFeedback.as_view(), name="my_feedback"),
]

# What they did with a course some months later.
urlpatterns += [
    path("later/", follow_ups.OwnFollowUp.as_view(), name="follow_up"),
    path("later/<str:token>/", follow_ups.OpenFollowUp.as_view(), name="follow_up_link"),
]
