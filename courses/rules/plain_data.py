"""The models of the app that hold nothing about people, with all their fields."""

from courses.rules.personal_words import Declared

RULE = (
    "min_attendance_percent min_sessions min_quiz_percent needs_lessons needs_task task_en task_km"
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
    "Topic": Declared(plain="id name_en name_km slug description_en description_km icon position"),
    "Outcome": Declared(plain="id name_en name_km slug"),
    "FactsChange": Declared(plain="id run is_taken"),
    "PageSearchText": Declared(plain="page course_page key size"),
}
