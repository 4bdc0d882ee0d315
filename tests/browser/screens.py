"""Every kind of screen, with who opens it and where it is in the demo story."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from tests.browser.story import LED_BY_TRAINER, Story

ANYBODY, PARTICIPANT, TRAINER, STAFF = "", "participant2", "trainer1", "staff"

EXPLORE = "/admin/training/reach/explore/?figure=R1&rows=role&compare=before"
EXPLORE_BY = "/admin/training/reach/explore/?figure=R2&rows="


@dataclass(frozen=True)
class Screen:
    """A page of the site; `path` lacks the language."""

    name: str
    path: str
    who: str = ANYBODY
    is_admin: bool = False

    def address(self, language: str) -> str:
        return self.path if self.is_admin else f"/{language}{self.path}"


def screens(folder: Path) -> list[Screen]:
    """The screens of the demo whose data lie in `folder`."""
    story = Story(folder)
    database, row, uuid_of = story.database, story.row, story.uuid_of

    open_run = uuid_of(
        "select uuid from courses_courserun where starts_on > date('now', '+1 day') "
        "and enrollment_policy = 'open' order by starts_on"
    )
    coming = uuid_of(f"select run.uuid {LED_BY_TRAINER} where run.starts_on > date('now') limit 1")
    over = uuid_of(
        f"select run.uuid {LED_BY_TRAINER} "
        "where run.ends_on < date('now') and run.needs_task limit 1"
    )
    closed = uuid_of(
        f"select session.uuid {LED_BY_TRAINER} join courses_session session "
        "on session.run_id = run.id where session.closed_at is not null limit 1"
    )
    asked, asked_run = row(
        f"select round.uuid, run.uuid {LED_BY_TRAINER} join courses_feedbackround round "
        "on round.run_id = run.id where round.closed_on is null order by run.id limit 1"
    )
    told = uuid_of(
        f"select run.uuid {LED_BY_TRAINER} join courses_feedbackround round "
        "on round.run_id = run.id where round.closed_on is not null order by run.id desc limit 1"
    )
    answered = uuid_of(
        "select place.uuid from courses_followup answer join courses_enrollment place "
        "on place.id = answer.enrollment_id where answer.answered_on is not null limit 1"
    )
    to_mark = uuid_of(
        "select session.uuid from courses_session session "
        "join courses_courserun run on run.id = session.run_id "
        "join courses_course course on course.id = run.course_id "
        "where session.closed_at is null and session.status = 'planned' "
        "and session.starts_at < datetime('now', '+14 hours') "
        "and exists (select 1 from courses_enrollment where run_id = run.id) "
        "order by course.code desc, session.starts_at limit 1"
    )
    paper, person, code = row(
        "select id, person_id, code from certificates_certificate "
        "where status = 'valid' and kind = 'completion' order by id limit 1"
    )
    (taught,) = row(
        "select course.code from courses_course course join certificates_certificate paper "
        "on paper.course_id = course.id order by paper.id"
    )
    issued = uuid_of(
        "select run.uuid from courses_courserun run join courses_enrollment place "
        "on place.run_id = run.id join certificates_certificate paper "
        "on paper.enrollment_id = place.id and paper.status = 'valid' "
        "where paper.kind <> 'attendance' order by paper.id"
    )
    refresher = uuid_of(
        "select run.uuid from courses_courserun run where run.status = 'planned' "
        "and run.starts_on > date('now', '+1 day') and run.course_id in (select course_id "
        "from certificates_certificate where status = 'valid' and erased_on is null "
        "and expires_on < date('now', '+12 months')) order by run.starts_on, run.id"
    )
    answering = uuid_of(
        f"select run.uuid {LED_BY_TRAINER} where course.code = 'OSHC' order by run.starts_on"
    )
    (walked,) = row(
        "select id from wagtailcore_page where slug = 'the-walk' and url_path like '/courses/%'"
    )
    safety = "/safety-and-health/oshc"
    factory, named = map(
        UUID,
        row(
            "select invitation.uuid, nomination.uuid from courses_invitation invitation "
            "join courses_nomination nomination on nomination.invitation_id = invitation.id "
            "where invitation.channel = 'employer'"
        ),
    )
    asking, batch = map(
        UUID, row("select run.uuid, batch.uuid from courses_importbatch batch "
                  "join courses_courserun run on run.id = batch.run_id"),
    )  # fmt: skip
    closed_run = uuid_of(f"select run.uuid {LED_BY_TRAINER} where run.status = 'closed' limit 1")
    place = uuid_of(
        "select place.uuid from courses_enrollment place join courses_courserun run "
        f"on run.id = place.run_id where run.uuid = '{over.hex}' and place.status = 'enrolled'"
    )
    rule = uuid_of(
        "select uuid from courses_courserun where status = 'planned' "
        "and min_test_percent is not null order by starts_on"
    )
    one, other = row(
        "select first_id, second_id from courses_duplicatecandidate order by id limit 1"
    )
    first, second = [
        pk
        for (pk,) in database.execute(
            "select id from courses_organization where kind = 'factory' and status = 'active' "
            "order by id limit 2"
        )
    ]
    roster, meetings = row("select id, course_id from courses_roster order by id")
    year, yearly = row(
        "select year, code from certificates_certificate where kind = 'yearly' "
        "and status = 'valid' and course_id is null order by id"
    )
    (design,) = row("select id from certificates_design where kind = 'completion'")
    (shut,) = row("select id from courses_organization where status = 'closed'")
    (invited,) = row("select id from courses_invitation where channel = 'union'")
    (phone,) = row("select id from courses_device order by id")
    (frozen,) = row("select id from courses_reportsnapshot order by id")
    (edition,) = row("select id from courses_publishedyear order by id")
    template, targets = row("select id, targets_id from courses_reporttemplate order by id")
    tested, mine = row(
        "select run.uuid, place.uuid from courses_runtest test join courses_courserun run "
        "on run.id = test.run_id join courses_enrollment place on place.run_id = run.id "
        "join courses_person person on person.id = place.person_id join auth_user login "
        "on login.id = person.user_id where test.pre_opened_at is not null "
        "and login.username = 'participant1'"
    )
    missed = uuid_of(
        "select place.uuid from courses_enrollment place "
        "join courses_person person on person.id = place.person_id "
        "join auth_user login on login.id = person.user_id and login.username = 'participant2' "
        "join courses_attendance mark on mark.enrollment_id = place.id "
        "where mark.presence in ('absent', 'excused')"
    )
    nominate = f"/training/nominate/{factory}"
    admin, organizations = "/admin/training", "/admin/training/organizations"
    return [
        Screen("home", "/"),
        Screen("search", "/?q=fire"),
        Screen("course", f"{safety}/"),
        Screen("lesson", f"{safety}/the-walk/"),
        Screen("quiz", f"{safety}/one-month-later/"),
        Screen("kept-lessons", "/training/lessons/kept/"),
        Screen("quiz-signed-in", f"{safety}/the-walk/", PARTICIPANT),
        Screen("answers-to-mark", f"/training/runs/{answering}/answers/", TRAINER),
        Screen("questions", f"/admin/training/questions/{walked}/", TRAINER, is_admin=True),
        Screen("enrol", f"/training/enrol/{open_run}/"),
        Screen("sign-in", "/accounts/login/"),
        Screen("check", "/check/"),
        Screen("check-valid", f"/check/{code}/"),
        Screen("check-unknown", "/check/ABCDEF-GHJKMN-PQRSTU/"),
        Screen("check-list", "/check/list/"),
        Screen("check-offline", "/check/offline/"),
        Screen("check-course", f"/check/course/{taught}/"),
        Screen("not-found", "/nowhere/"),
        Screen("my", "/training/my/", PARTICIPANT),
        Screen("desk", "/training/desk/", TRAINER),
        Screen("runs", "/training/runs/", TRAINER),
        Screen("plan", "/training/runs/plan/", TRAINER),
        Screen("plan-list", "/training/runs/plan/list/", TRAINER),
        Screen("plan-again", f"/training/runs/{coming}/copy/", TRAINER),
        Screen("calendar", "/training/runs/calendar/", TRAINER),
        Screen("calendar-week", "/training/runs/calendar/?view=week", TRAINER),
        Screen("session", f"/training/sessions/{closed}/", TRAINER),
        Screen("hand-over", f"/training/runs/{coming}/hand-over/", TRAINER),
        Screen("run-to-come", f"/training/runs/{coming}/", TRAINER),
        Screen("run-over", f"/training/runs/{over}/", TRAINER),
        Screen("enrol-people", f"/training/runs/{coming}/enrol/?q=sok", TRAINER),
        Screen("newcomer", f"/training/runs/{coming}/enrol/new/", TRAINER),
        Screen("import", f"/training/runs/{coming}/import/", TRAINER),
        Screen("register", f"/training/sessions/{to_mark}/register/", STAFF),
        Screen("walk-in", f"/training/sessions/{to_mark}/walk-in/", STAFF),
        Screen("print", f"/training/runs/{coming}/print/", TRAINER),
        Screen("type-in", f"/training/sessions/{to_mark}/paper/", STAFF),
        Screen("evidence", f"/training/sessions/{to_mark}/evidence/", STAFF),
        Screen("self-marking", f"/training/sessions/{to_mark}/self-marking/", STAFF),
        Screen("feedback", f"/training/feedback/{UUID(asked)}/"),
        Screen("feedback-done", f"/training/feedback/{UUID(asked)}/?done"),
        Screen("feedback-ask", f"/training/runs/{UUID(asked_run)}/feedback/", TRAINER),
        Screen("feedback-paper", f"/training/runs/{UUID(asked_run)}/feedback/paper/", TRAINER),
        Screen("feedback-results", f"/training/runs/{told}/feedback/", STAFF),
        Screen("follow-ups", "/training/follow-ups/", STAFF),
        Screen("follow-up-call", f"/training/follow-ups/{answered}/", STAFF),
        Screen("follow-up-closed", "/training/later/"),
        Screen("tests", f"/training/runs/{UUID(tested)}/tests/", STAFF),
        Screen("scores", f"/training/runs/{UUID(tested)}/tests/pre/scores/", STAFF),
        Screen("pass-round", f"/training/runs/{UUID(tested)}/tests/pre/pass/", STAFF),
        Screen("my-test", f"/training/my/{UUID(mine)}/test/pre/", "participant1"),
        Screen("here", "/training/here/"),
        Screen("card", "/training/card/"),
        Screen("first-pin", "/training/card/first/"),
        Screen("send-code", "/training/card/send/"),
        Screen("coach", f"/training/runs/{over}/coach/", TRAINER),
        Screen("write-to-one", f"/training/runs/{over}/people/{place}/write/", TRAINER),
        Screen("rule-of-a-run", f"/training/runs/{rule}/rule/", STAFF),
        Screen("person-pin", f"/training/runs/{over}/people/{place}/pin/", TRAINER),
        Screen("here-done", "/training/here/?done"),
        Screen("aside", "/training/offline/aside/", TRAINER),
        Screen("register-closed", f"/training/sessions/{closed}/register/", TRAINER),
        Screen("reach", "/admin/training/reach/", STAFF, is_admin=True),
        Screen("explore", f"{EXPLORE}&columns=sex", STAFF, is_admin=True),
        Screen("explore-map", f"{EXPLORE_BY}province", STAFF, is_admin=True),
        Screen("explore-trend", f"{EXPLORE_BY}month", STAFF, is_admin=True),
        Screen("behind", "/admin/training/reach/list/?figure=R3", STAFF, is_admin=True),
        Screen("people", "/admin/training/people/", STAFF, is_admin=True),
        Screen("person", f"/admin/training/people/inspect/{person}/", STAFF, is_admin=True),
        Screen("paper", f"/admin/training/certificates/inspect/{paper}/", STAFF, is_admin=True),
        Screen("new-course", "/admin/training/new-course/", TRAINER, is_admin=True),
        Screen("no-link", "/training/nominate/no-link/"),
        Screen("nominees", "/training/nominate/link/demo-factory-list/"),
        Screen("nominees-add", f"{nominate}/add/"),
        Screen("nominee", f"{nominate}/{named}/"),
        Screen("my-record", "/training/my/data/", PARTICIPANT),
        Screen("my-consents", "/training/my/consents/", PARTICIPANT),
        Screen("my-passport", "/training/my/passport/", PARTICIPANT),
        Screen("passport", "/training/record/demo-training-record/"),
        Screen("my-make-up", f"/training/my/{missed}/make-up/", PARTICIPANT),
        Screen("consents", f"/training/runs/{over}/people/{place}/consents/", TRAINER),
        Screen("invite", f"/training/runs/{coming}/invitations/add/", TRAINER),
        Screen("invitation", f"/training/runs/{asking}/invitations/{factory}/", TRAINER),
        Screen("run-asking", f"/training/runs/{asking}/", TRAINER),
        Screen("import-columns", f"/training/runs/{asking}/import/{batch}/columns/", TRAINER),
        Screen("import-preview", f"/training/runs/{asking}/import/{batch}/", TRAINER),
        Screen("run-closed", f"/training/runs/{closed_run}/", TRAINER),
        Screen("run-reopen", f"/training/runs/{closed_run}/reopen/", TRAINER),
        Screen("issue", f"/check/run/{over}/", TRAINER),
        Screen("statements", f"/check/run/{over}/?paper=statement", TRAINER),
        Screen("names", f"/check/run/{over}/names/", TRAINER),
        Screen("take", f"/check/run/{issued}/take/", STAFF),
        Screen("yearly", f"/check/yearly/?year={year}&roster={roster}&course={meetings}", STAFF),
        Screen("take-yearly", f"/check/yearly/take/?year={year}&roster={roster}", STAFF),
        Screen("check-yearly", f"/check/{yearly}/"),
        Screen("no-paper", "/check/paper/"),
        Screen("check-year", f"/check/year/{year}/"),
        Screen("numbers", "/training/numbers/"),
        *(
            Screen(name, path, STAFF, is_admin=True)
            for name, path in (
                ("registry", f"{admin}/registry/"),
                ("due", f"{admin}/due/"),
                ("due-enrol", f"{admin}/due/enrol/?run={refresher}"),
                ("freeze", f"{admin}/reach/freeze/"),
                ("factories", f"{admin}/reach/factories/"),
                ("donor-report", f"{admin}/reach/?template={template}"),
                ("template", f"{admin}/report_templates/inspect/{template}/"),
                ("targets", f"{admin}/targets/inspect/{targets}/"),
                ("schedules", f"{admin}/report_schedules/"),
                ("phases", f"{admin}/phases/"),
                ("frozen", f"{admin}/snapshots/"),
                ("frozen-report", f"{admin}/snapshots/inspect/{frozen}/"),
                ("frozen-today", f"{admin}/snapshots/inspect/{frozen}/?today=1"),
                ("public-figures", f"{admin}/numbers/"),
                ("public-preview", f"{admin}/numbers/inspect/{edition}/"),
                ("public-prepare", f"{admin}/numbers/prepare/"),
                ("public-withdraw", f"{admin}/numbers/withdraw/{edition}/"),
                ("frozen-why", f"{admin}/snapshots/why/{frozen}/?figure=R3"),
                ("duplicates", f"{admin}/duplicates/"),
                ("quality", f"{admin}/quality/"),
                ("quality-rows", f"{admin}/quality/runs/"),
                ("invitations", f"{admin}/invitations/"),
                ("invitation-record", f"{admin}/invitations/inspect/{invited}/"),
                ("merge-people", f"{admin}/people/merge/{one}/?other={other}"),
                ("erase", f"{admin}/people/erase/{one}/"),
                ("person-consents", f"{admin}/people/consents/{one}/"),
                ("person-file", f"{admin}/people/file/{one}/"),
                ("purpose", f"{admin}/people/?export=csv"),
                ("organizations", f"{organizations}/"),
                ("organization", f"{organizations}/inspect/{first}/"),
                ("rename", f"{organizations}/rename/{first}/"),
                ("close", f"{organizations}/close/{first}/"),
                ("reopen", f"{organizations}/reopen/{shut}/"),
                ("merge-organizations", f"{organizations}/merge/{first}/?other={second}"),
                ("notices", f"{admin}/notices/"),
                ("files", f"{admin}/files/"),
                ("areas", f"{admin}/areas/"),
                ("designs", f"{admin}/designs/"),
                ("design", f"{admin}/designs/inspect/{design}/"),
                ("phones", f"{admin}/phones/"),
                ("phone", f"{admin}/phones/inspect/{phone}/"),
                ("phone-lost", f"{admin}/phones/revoke/{phone}/"),
            )
        ),
    ]
