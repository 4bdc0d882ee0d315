"""Addresses of the screens for trainers and participants."""

from django.urls import path

from courses.views import (
    calendar,
    consents,
    desk,
    enrol,
    enrollments,
    headcounts,
    import_columns,
    imports,
    invitations,
    lessons,
    my,
    my_record,
    newcomers,
    nominate,
    nominees,
    plan_list,
    planning,
    register,
    run_details,
    runs,
    session_changes,
)

app_name = "courses"
urlpatterns = [
    path("desk/", desk.Desk.as_view(), name="desk"),
    path("runs/", desk.Runs.as_view(), name="runs"),
    path("runs/calendar/", calendar.Calendar.as_view(), name="calendar"),
    path("runs/plan/", planning.PlanRun.as_view(), name="plan_run"),
    path("runs/plan/list/", plan_list.PlanList.as_view(), name="plan_list"),
    path("runs/<uuid:uuid>/copy/", planning.CopyRun.as_view(), name="copy_run"),
    path("runs/<uuid:uuid>/", runs.RunPage.as_view(), name="run"),
    path("runs/<uuid:uuid>/change/", runs.ChangeRun.as_view(), name="change_run"),
    path("runs/<uuid:uuid>/cancel/", runs.CancelRun.as_view(), name="cancel_run"),
    path("runs/<uuid:uuid>/money/", run_details.RunDetails.as_view(), name="run_details"),
    path("runs/<uuid:uuid>/sessions/add/", planning.AddSession.as_view(), name="add_session"),
    path("runs/<uuid:uuid>/enrol/", enrollments.EnrollPeople.as_view(), name="enroll_people"),
    path("runs/<uuid:uuid>/enrol/new/", newcomers.EnrollNewcomer.as_view(), name="enroll_newcomer"),
    path("runs/<uuid:uuid>/import/", imports.ImportList.as_view(), name="import"),
    path(
        "runs/<uuid:uuid>/import/<uuid:batch>/",
        imports.ImportPreview.as_view(),
        name="import_preview",
    ),
    path(
        "runs/<uuid:uuid>/import/<uuid:batch>/columns/",
        import_columns.ImportColumns.as_view(),
        name="import_columns",
    ),
    path(
        "runs/<uuid:uuid>/import/<uuid:batch>/add/",
        imports.CommitImport.as_view(),
        name="import_commit",
    ),
    path(
        "runs/<uuid:uuid>/import/<uuid:batch>/undo/",
        imports.UndoImport.as_view(),
        name="import_undo",
    ),
    path(
        "runs/<uuid:uuid>/import/<uuid:batch>/put-aside/",
        imports.DiscardImport.as_view(),
        name="import_discard",
    ),
    path(
        "runs/<uuid:uuid>/people/<uuid:enrollment>/decide/",
        enrollments.DecideRequest.as_view(),
        name="decide_request",
    ),
    path(
        "runs/<uuid:uuid>/people/<uuid:enrollment>/withdraw/",
        enrollments.Withdraw.as_view(),
        name="withdraw",
    ),
    path(
        "runs/<uuid:uuid>/people/<uuid:enrollment>/task/",
        enrollments.RecordTask.as_view(),
        name="record_task",
    ),
    path(
        "runs/<uuid:uuid>/people/<uuid:enrollment>/consents/",
        consents.PersonConsents.as_view(),
        name="consents",
    ),
    path("sessions/<uuid:uuid>/register/", register.Register.as_view(), name="register"),
    path(
        "sessions/<uuid:uuid>/register/marks/",
        register.RegisterMarks.as_view(),
        name="register_marks",
    ),
    path(
        "sessions/<uuid:uuid>/register/close/",
        register.CloseRegister.as_view(),
        name="close_register",
    ),
    path(
        "sessions/<uuid:uuid>/register/reopen/",
        register.ReopenRegister.as_view(),
        name="reopen_register",
    ),
    path("sessions/<uuid:uuid>/walk-in/", newcomers.WalkIn.as_view(), name="walk_in"),
]

# Sessions that change.
urlpatterns += [
    path(
        "sessions/<uuid:uuid>/change/",
        session_changes.ChangeSession.as_view(),
        name="change_session",
    ),
    path(
        "sessions/<uuid:uuid>/postpone/",
        session_changes.PostponeSession.as_view(),
        name="postpone_session",
    ),
    path(
        "sessions/<uuid:uuid>/cancel/",
        session_changes.CancelSession.as_view(),
        name="cancel_session",
    ),
    path("sessions/<uuid:uuid>/count/", headcounts.CountHeads.as_view(), name="count_heads"),
    path("sessions/<uuid:uuid>/came/", session_changes.CameAnyway.as_view(), name="came_anyway"),
]

# Organizations that are asked to name people: the trainer's side.
urlpatterns += [
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
        nominees.UploadNominees.as_view(),
        name="nominate_upload",
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
    path("lessons/<int:pk>/read/", lessons.ReadLesson.as_view(), name="read_lesson"),
    path("lessons/<int:pk>/quiz/", lessons.Quiz.as_view(), name="quiz"),
    path("my/", my.MyTraining.as_view(), name="my_training"),
    path("my/data/", my_record.MyRecord.as_view(), name="my_record"),
    path("my/data/file/", my_record.MyRecordFile.as_view(), name="my_record_file"),
    path("my/consents/", consents.MyConsents.as_view(), name="my_consents"),
    path("my/<uuid:enrollment>/withdraw/", my.Withdraw.as_view(), name="my_withdraw"),
]
