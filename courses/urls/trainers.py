"""Addresses of the screens for trainers: runs, sessions, paper, messages, seats."""

from django.urls import path

from courses.views import (
    calendar,
    calendars,
    consents,
    desk,
    enrollments,
    evidence,
    factory_actions,
    functioning,
    headcounts,
    import_columns,
    imports,
    make_ups,
    messages,
    newcomers,
    offers,
    paper,
    paper_entry,
    pins,
    plan_list,
    planning,
    register,
    reservations,
    rosters,
    run_closing,
    run_details,
    runs,
    self_marking,
    session,
    session_changes,
    substitution,
    walk_ins,
)

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
    path("runs/<uuid:uuid>/close/", run_closing.CloseRun.as_view(), name="close_run"),
    path("runs/<uuid:uuid>/reopen/", run_closing.ReopenRun.as_view(), name="reopen_run"),
    path("runs/<uuid:uuid>/money/", run_details.RunDetails.as_view(), name="run_details"),
    path("runs/<uuid:uuid>/actions/", factory_actions.ActionPlan.as_view(), name="action_plan"),
    path(
        "runs/<uuid:uuid>/actions/add/", factory_actions.WriteAction.as_view(), name="write_action"
    ),
    path(
        "runs/<uuid:uuid>/actions/<uuid:action>/",
        factory_actions.ActionPage.as_view(),
        name="action",
    ),
    *(
        path(
            f"runs/<uuid:uuid>/actions/<uuid:action>/{verb}/",
            view.as_view(),
            name=f"{verb}_action",
        )
        for verb, view in (
            ("change", factory_actions.ChangeAction),
            ("close", factory_actions.CloseAction),
            ("drop", factory_actions.DropAction),
            ("reopen", factory_actions.ReopenAction),
        )
    ),
    path(
        "runs/<uuid:uuid>/actions/<uuid:action>/<uuid:file>/",
        factory_actions.ActionFile.as_view(),
        name="action_file",
    ),
    path(
        "runs/<uuid:uuid>/actions/<uuid:action>/<uuid:file>/delete/",
        factory_actions.DeleteActionFile.as_view(),
        name="delete_action_file",
    ),
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
    path(
        "runs/<uuid:uuid>/people/<uuid:enrollment>/needs/",
        functioning.PersonNeed.as_view(),
        name="person_need",
    ),
    path(
        "runs/<uuid:uuid>/questions/",
        functioning.PassQuestions.as_view(),
        name="pass_questions",
    ),
    path(
        "runs/<uuid:uuid>/questions/<uuid:enrollment>/",
        functioning.PassedQuestions.as_view(),
        name="passed_questions",
    ),
    path(
        "runs/<uuid:uuid>/people/<uuid:enrollment>/pin/",
        pins.PersonPin.as_view(),
        name="person_pin",
    ),
    path("sessions/<uuid:uuid>/register/", register.Register.as_view(), name="register"),
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
    path(
        "sessions/<uuid:uuid>/self-marking/",
        self_marking.SelfMarking.as_view(),
        name="self_marking",
    ),
    path(
        "sessions/<uuid:uuid>/self-marking/code/",
        self_marking.SelfMarkingCode.as_view(),
        name="self_marking_code",
    ),
    path("sessions/<uuid:uuid>/walk-in/", newcomers.WalkIn.as_view(), name="walk_in"),
    path(
        "sessions/<uuid:uuid>/make-up/",
        make_ups.MakeUpAtTheDoor.as_view(),
        name="make_up_at_the_door",
    ),
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

# What is printed, and what is typed in from paper.
urlpatterns += [
    path("runs/<uuid:uuid>/print/", paper.PaperPage.as_view(), name="paper"),
    path("runs/<uuid:uuid>/print/sheet/", paper.RunSheet.as_view(), name="run_sheet"),
    path("runs/<uuid:uuid>/print/cards/", paper.Cards.as_view(), name="cards"),
    path("runs/<uuid:uuid>/print/badges/", paper.Badges.as_view(), name="badges"),
    path("runs/<uuid:uuid>/print/signs/", paper.TableSigns.as_view(), name="table_signs"),
    path("runs/<uuid:uuid>/print/poster/", paper.Poster.as_view(), name="poster"),
    path("sessions/<uuid:uuid>/sheet/", paper.SessionSheet.as_view(), name="session_sheet"),
    path("sessions/<uuid:uuid>/paper/", paper_entry.TypeIn.as_view(), name="type_in"),
    path("people/<uuid:uuid>/card/", paper.PersonCard.as_view(), name="person_card"),
]

# One session, and a run that changes hands.
urlpatterns += [
    path("sessions/<uuid:uuid>/", session.SessionPage.as_view(), name="session"),
    path(
        "sessions/<uuid:uuid>/materials/<int:material>/",
        session.Material.as_view(),
        name="material",
    ),
    path("runs/<uuid:uuid>/hand-over/", session.HandOver.as_view(), name="hand_over"),
]

# Signed sheets and photos of a session.
urlpatterns += [
    path("sessions/<uuid:uuid>/evidence/", evidence.SessionEvidenceView.as_view(), name="evidence"),
    path(
        "sessions/<uuid:uuid>/evidence/<uuid:evidence>/",
        evidence.EvidenceFile.as_view(),
        name="evidence_file",
    ),
    path(
        "sessions/<uuid:uuid>/evidence/<uuid:evidence>/delete/",
        evidence.DeleteEvidence.as_view(),
        name="delete_evidence",
    ),
]

# What people are told, and calendars.
urlpatterns += [
    path("runs/<uuid:uuid>/messages/", messages.RunMessages.as_view(), name="run_messages"),
    path("runs/<uuid:uuid>/messages/write/", messages.WriteToGroup.as_view(), name="write"),
    path(
        "runs/<uuid:uuid>/messages/<uuid:message>/pasted/",
        messages.NotePasted.as_view(),
        name="note_pasted",
    ),
    path(
        "runs/<uuid:uuid>/messages/<uuid:message>/again/",
        messages.TryAgain.as_view(),
        name="try_again",
    ),
    path("runs/<uuid:uuid>/calendar.ics", calendars.RunCalendar.as_view(), name="run_calendar"),
    path("desk/calendar/", calendars.CalendarAddress.as_view(), name="calendar_address"),
    path("calendar/<str:token>.ics", calendars.TrainerFeed.as_view(), name="trainer_feed"),
    path("my/<uuid:enrollment>/calendar.ics", calendars.MyCalendar.as_view(), name="my_calendar"),
    path(
        "enrol/<uuid:uuid>/done/<str:ticket>/calendar.ics",
        calendars.TakenPartCalendar.as_view(),
        name="taken_part_calendar",
    ),
]

# Seats and who takes them.
urlpatterns += [
    path("runs/<uuid:uuid>/seats/", reservations.KeptSeats.as_view(), name="kept_seats"),
    path(
        "runs/<uuid:uuid>/seats/<int:reservation>/release/",
        reservations.ReleaseSeats.as_view(),
        name="release_seats",
    ),
    path("runs/<uuid:uuid>/roster/", rosters.EnrollRoster.as_view(), name="enroll_roster"),
    path("runs/<uuid:uuid>/walk-ins/", walk_ins.WalkIns.as_view(), name="walk_ins"),
    path(
        "runs/<uuid:uuid>/people/<uuid:enrollment>/offer/",
        offers.AnswerOffer.as_view(),
        name="answer_offer",
    ),
    path(
        "runs/<uuid:uuid>/people/<uuid:enrollment>/substitute/",
        substitution.Substitute.as_view(),
        name="substitute",
    ),
    path(
        "runs/<uuid:uuid>/people/<uuid:enrollment>/substitute/undo/",
        substitution.UndoSubstitution.as_view(),
        name="undo_substitution",
    ),
    path(
        "sessions/<uuid:uuid>/substitute/",
        substitution.SubstituteAtTheDoor.as_view(),
        name="substitute_at_the_door",
    ),
]
