"""Words for every verb of the app in Wagtail's history."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "issued": (_("Issue certificate"), _("Certificate issued")),
    "revoked": (_("Withdraw certificate"), _("Certificate withdrawn")),
    "replaced": (_("Replace certificate"), _("Certificate replaced")),
}


def register_actions(actions):
    """Hook `register_log_actions`."""
    for verb, (label, message) in VERBS.items():
        actions.register_action(f"certificates.{verb}", label, message)
