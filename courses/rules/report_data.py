"""What frozen and scheduled reports hold about people."""

from courses.rules.personal_words import (
    EXPLAINED,
    FOR_GOOD,
    NOT_HERS,
    STAFF,
    STAYS,
    WITH_SCHEDULE,
    Declared,
    Held,
    by_user,
)

REPORTS = {
    "ReportSnapshot": Declared(
        plain="id uuid title comment made_at starts_on ends_on filters area as_at content digest"
        " restates template approved_at",
        personal=(
            Held("kept", EXPLAINED, FOR_GOOD, STAYS),
            by_user("made_by approved_by"),
        ),
    ),
    "ReportSchedule": Declared(
        plain="id template every begins_on days_after folder file_format language is_active",
        personal=(Held("mailbox", STAFF, WITH_SCHEDULE, NOT_HERS),),
    ),
    "ReportDelivery": Declared(
        plain="id uuid schedule starts_on ends_on snapshot status attempts claimed_at sent_at"
        " problem detail",
        personal=(Held("sent_to", STAFF, WITH_SCHEDULE, NOT_HERS),),
    ),
}
