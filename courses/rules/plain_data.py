"""The models of the app that hold nothing about people, with all their fields."""

from courses.rules.personal_words import Declared

PAGE = (
    "id path depth numchild translation_key locale latest_revision live has_unpublished_changes"
    " first_published_at last_published_at live_revision go_live_at expire_at expired locked"
    " locked_at title draft_title slug content_type url_path latest_revision_created_at alias_of"
    " show_in_menus seo_title search_description page_ptr"
)
RULE = (
    "min_attendance_percent min_sessions min_quiz_percent min_test_percent needs_lessons needs_task"
    " task_en task_km task_kind task_rubric task_pass_percent"
)

PLAIN = {
    "ColumnChoice": Declared(plain="id organization heading kind"),
    "Roster": Declared(plain="id name_en name_km uuid course"),
    "RunPartner": Declared(plain="id run organization position"),
    "RunFinance": Declared(
        plain="id run currency payer price basis waived waiver_reason invoice_reference"
        " direct_cost in_kind"
    ),
    "SeatReservation": Declared(plain="id run organization seats until"),
    "RegisterLink": Declared(plain="id session what recorded_at number digest"),
    "Headcount": Declared(plain="id session role women men another unknown"),
    "Project": Declared(plain="id name_en name_km code donor starts_on ends_on"),
    "Phase": Declared(plain="id name_en name_km code starts_on ends_on"),
    "TargetSet": Declared(plain="id name_en name_km donor"),
    "Target": Declared(plain="id sort_order targets indicator part phase starts_on ends_on amount"),
    "ReportTemplate": Declared(
        plain="id name title_en title_km introduction_en introduction_km notes_en notes_km language"
        " targets shows_months shows_map shows_learning"
    ),
    "ReportFigure": Declared(plain="id sort_order template indicator"),
    "ReportTable": Declared(plain="id sort_order template dimension"),
    "ReportCross": Declared(plain="id sort_order template indicator rows columns"),
    "ReportFilter": Declared(plain="id sort_order template part"),
    "ReportLogo": Declared(plain="id sort_order template image name"),
    "CourseRun_projects": Declared(plain="id courserun project"),
    "DeliveryPattern": Declared(plain="id name_en name_km course is_default"),
    "PatternSlot": Declared(
        plain="id sort_order pattern days_after starts ends break_minutes recording title_en"
        " title_km"
    ),
    "PublicHoliday": Declared(plain="id name_en name_km starts_on ends_on"),
    "Organization": Declared(
        plain="id name_en name_km kind short_name sector province parent status closed_on"
        " closed_reason merged_into merged_on search_key is_national logo"
    ),
    "OrganizationName": Declared(
        plain="id organization kind name_en name_km short_name starts_on ends_on"
    ),
    "OrganizationKey": Declared(plain="id organization key is_current is_acronym"),
    "OrganizationHeadcount": Declared(plain="id organization as_of total women men source"),
    "OrganizationId": Declared(plain="id organization scheme value"),
    "Province": Declared(plain="name_en name_km code is_capital aliases"),
    "Venue": Declared(plain="id name_en name_km province organization directions"),
    "Course": Declared(
        plain=f"id {RULE} code title_en title_km audience gender_pillars planned_minutes"
        " validity_months gives_certificate is_archived"
    ),
    "Course_topics": Declared(plain="id course topic"),
    "Course_prerequisites": Declared(plain="id from_course to_course"),
    "Course_outcomes": Declared(plain="id course outcome"),
    "KnowledgeTest": Declared(
        plain="id title_en title_km max_score pass_percent minutes course is_archived"
        " questions_a_en questions_a_km questions_b_en questions_b_km"
    ),
    "RunTest": Declared(
        plain="id title_en title_km max_score pass_percent minutes run source forms frozen_at"
        " pre_opened_at pre_closed_at post_opened_at post_closed_at"
    ),
    "CourseMaterial": Declared(plain="id course title_en title_km session_number document page"),
    "Topic": Declared(
        plain="id name_en name_km slug description_en description_km icon position is_sensitive"
    ),
    "Outcome": Declared(plain="id name_en name_km slug"),
    "FactsChange": Declared(plain="id run is_taken"),
    "PageSearchText": Declared(plain="page course_page key size saver_size media_size film_size"),
    "PageTranslation": Declared(plain="page seen"),
    "CheckedApproval": Declared(plain="task_ptr id name active content_type"),
    "CheckedApproval_groups": Declared(plain="id checkedapproval group"),
}
