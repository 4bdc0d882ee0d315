"""How accounts behave on this site: staff and trainers sign in; people need no account."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator

from courses.signals import person_erasing


class AccountAdapter(DefaultAccountAdapter):
    """Closes public sign-up: staff hand out logins, participants need none."""

    def is_open_for_signup(self, request):
        return False


def forget_login(sender, login, **kwargs):
    """E-mail addresses and second steps of a login go with the person who is erased."""
    if login is not None:
        EmailAddress.objects.filter(user=login).delete()
        Authenticator.objects.filter(user=login).delete()


def connect():
    """Called once when the app is ready."""
    person_erasing.connect(forget_login, dispatch_uid="lms_forget_login")
