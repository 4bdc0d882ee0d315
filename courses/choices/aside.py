"""Why a mark that a phone handed in was kept aside, by code."""

from django.utils.translation import gettext_lazy as _

WHY_ASIDE = {
    "unreadable": _("The mark could not be read."),
    "unknown_session": _("Whoever marked had no right to this register."),
    "unknown_row": _("The person is not on the list of the run."),
    "erased": _("The data of the person were erased."),
    "revoked": _("The phone was reported lost."),
    "register_closed": _("The register was closed already, and says something else."),
    "session_cancelled": _("The session did not take place."),
    "counts_heads": _("In this session heads are counted, not names."),
    "too_early": _("The session has not come yet."),
    "impossible_minutes": _("More minutes were missed than the session has."),
    "is_trainer": _("The person trains on this run."),
    "run_closed": _("The run is closed."),
    "run_cancelled": _("The run was cancelled."),
    "run_over": _("The run is over."),
    "no_name": _("The walk-in has no name."),
}
OTHERWISE = _("The mark could not be taken.")
