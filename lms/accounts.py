"""How accounts behave on this site: staff and trainers sign in; people need no account."""

from allauth.account.adapter import DefaultAccountAdapter


class AccountAdapter(DefaultAccountAdapter):
    """Closes public sign-up: staff hand out logins, participants need none."""

    def is_open_for_signup(self, request):
        return False
