"""Words for every verb of the app in Wagtail's history."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "issued": (_("Issue certificate"), _("Certificate issued")),
    "revoked": (_("Withdraw certificate"), _("Certificate withdrawn")),
    "design_saved": (_("Save design"), _("Design saved")),
    "design_archived": (_("Archive design"), _("Design archived")),
    "design_offered": (_("Offer design"), _("Design offered again")),
    "designs_chosen": (_("Choose designs"), _("Designs of certificates chosen")),
    "picture_added": (_("Add picture"), _("Picture for designs added")),
    "name_confirmed": (_("Confirm name"), _("Name for the certificate confirmed")),
    "replaced": (_("Replace certificate"), _("Certificate replaced")),
}


def register_actions(actions):
    """Hook `register_log_actions`."""
    for verb, (label, message) in VERBS.items():
        actions.register_action(f"certificates.{verb}", label, message)
