"""Words for every verb of the app in Wagtail's history."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "run_planned": (_("Plan run"), _("Run planned")),
    "run_changed": (_("Change run"), _("Run changed")),
    "enrolled": (_("Enrol"), _("Person enrolled")),
    "enrollment_decided": (_("Answer request"), _("Request answered")),
    "withdrawn": (_("Withdraw"), _("Person withdrawn")),
    "register_marked": (_("Mark register"), _("Register marked")),
    "register_closed": (_("Close register"), _("Register closed")),
    "register_reopened": (_("Open register again"), _("Register opened again")),
    "walk_in_added": (_("Add walk-in"), _("Walk-in added")),
    "session_cancelled": (_("Cancel session"), _("Session cancelled")),
    "session_changed": (_("Change session"), _("Session changed")),
    "session_postponed": (_("Postpone session"), _("Session postponed")),
    "heads_counted": (_("Count heads"), _("Heads counted without names")),
    "run_details_changed": (_("Change money"), _("Money, projects or partners of a run changed")),
    "venue_named": (_("Name venue"), _("Venue added")),
    "person_registered": (_("Register person"), _("Person registered")),
    "consent_given": (_("Record consent"), _("Consent given")),
    "consent_refused": (_("Record refusal"), _("Consent refused or taken back")),
    "notice_published": (_("Publish notice"), _("Consent notice published")),
    "person_erased": (_("Erase person"), _("Person erased")),
    "people_merged": (_("Merge people"), _("Merged with another record of the same person")),
    "merge_undone": (_("Undo merge"), _("Merge with another record undone")),
    "people_told_apart": (_("Tell people apart"), _("Found not to be the same person as another")),
    "organization_renamed": (_("Rename organization"), _("Organization renamed")),
    "renaming_undone": (_("Undo renaming"), _("Renaming undone")),
    "organization_closed": (_("Close organization"), _("Organization closed")),
    "organization_reopened": (_("Open organization again"), _("Organization opened again")),
    "organization_merged": (_("Merge organizations"), _("Became part of another organization")),
    "organization_absorbed": (_("Take in organization"), _("Another organization became part")),
    "organization_merge_undone": (_("Undo merge"), _("Merge of organizations undone")),
    "answer_taken_back": (_("Take back answer"), _("May be the same person as another after all")),
    "completed": (_("Complete"), _("Course completed")),
    "completion_lost": (_("Take back completion"), _("Completion taken back by a correction")),
    "task_recorded": (_("Record task"), _("Task recorded")),
    "list_imported": (_("Import list"), _("Participant list imported")),
    "columns_chosen": (_("Name columns"), _("Columns of a participant list named")),
    "organization_invited": (_("Ask organization"), _("Organization asked to name people")),
    "link_renewed": (_("Renew link"), _("Link of an organization renewed")),
    "invitation_revoked": (_("Withdraw link"), _("Link of an organization withdrawn")),
    "nominated": (_("Name people"), _("People named by an organization")),
    "nomination_changed": (_("Change name"), _("Person changed by her organization")),
    "nomination_withdrawn": (_("Take off name"), _("Person taken off by her organization")),
    "nominations_taken": (_("Take people"), _("Named people taken onto the run")),
    "nominations_refused": (_("Turn people down"), _("Named people not taken")),
    "list_undone": (_("Take back list"), _("Participant list taken back")),
    "area_assigned": (_("Name provinces"), _("Provinces of a member of staff named")),
    "exported": (_("Export"), _("Records exported")),
    "course_started": (_("Start course"), _("Course started from the outline")),
    "branch_opened": (_("Open branch"), _("Branch of the catalogue opened")),
}


def register_actions(actions):
    """Hook `register_log_actions`."""
    for verb, (label, message) in VERBS.items():
        actions.register_action(f"courses.{verb}", label, message)
