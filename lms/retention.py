"""What Django and allauth keep for a time, let go together with our own."""

from allauth.account.models import EmailConfirmation
from django.contrib.sessions.models import Session

from courses.actions.retention import Enforcer, deleting
from lms.tools.personal_data import CONFIRMATION, SESSION


def old_sessions(moment):
    return Session.objects.filter(expire_date__lt=moment)


def old_confirmations(moment):
    """Links that prove no e-mail any more, whatever the moment."""
    return EmailConfirmation.objects.all_expired()


def site_enforcers():
    """Hook `courses_retention`."""
    return [
        Enforcer(SESSION, old_sessions, deleting(old_sessions)),
        Enforcer(CONFIRMATION, old_confirmations, deleting(old_confirmations)),
    ]
