"""How accounts behave on this site: logins are handed out; people may sign in by a code as well."""

import logging
import uuid

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.fields import PhoneField
from allauth.account.models import EmailAddress
from allauth.mfa import signals as second_steps
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _

from courses import conf
from courses.adapters.gateways import GatewayError, configured_gateway
from courses.models import PersonPhone
from courses.rules.phones import parse_phones
from courses.signals import person_erasing
from lms.actions.second_steps import note_change

logger = logging.getLogger(__name__)
IN_THE_OFFICE = "wagtailadmin.access_admin"


class LocalPhoneField(PhoneField):
    """A number as people write it here, with or without the code of the country."""

    def to_python(self, value):
        written = super().to_python(value)
        found = parse_phones(written, conf.get("COURSES_PHONE_REGION"))
        numbers = [phone.e164 for phone in found if phone.e164]
        return numbers[0] if len(numbers) == 1 else written


class AccountAdapter(DefaultAccountAdapter):
    """Closes public sign-up: staff hand out logins, participants need none.

    The phone of a login is the one on the record of its person, while nobody else has it. It opens
    no login that may enter the office: a lost SIM card must not.
    """

    def is_open_for_signup(self, request):
        return False

    def phone_form_field(self, **kwargs):
        return LocalPhoneField(**kwargs)

    def get_user_by_phone(self, phone):
        owners = PersonPhone.objects.filter(e164=phone).values_list("person", "is_shared")
        if len({person for person, _is_shared in owners}) != 1 or any(row[1] for row in owners):
            return None
        users = get_user_model().objects.filter(training_person=owners[0][0], is_active=True)
        user = users.first()
        return user if user and not user.has_perm(IN_THE_OFFICE) else None

    def get_phone(self, user):
        numbers = PersonPhone.objects.filter(person__user=user, is_shared=False)
        number = numbers.exclude(e164="").values_list("e164", flat=True).first()
        return (number, True) if number else None

    def set_phone(self, user, phone, verified):
        """Trainers and staff keep numbers; accounts do not."""

    def set_phone_verified(self, user, phone):
        """Nothing to note: whoever reads the code has the phone."""

    def get_reauthentication_methods(self, user):
        methods = super().get_reauthentication_methods(user)
        for method in methods:
            if method["id"] == "mfa_reauthenticate:webauthn":
                method["description"] = _("Use a passkey")
        return methods

    def send_verification_code_sms(self, user, phone, code, **kwargs):
        """One that does not leave is told to who runs the site; she asks for another one."""
        text = _("Your code is %(code)s. Give it to nobody.") % {"code": code}
        try:
            configured_gateway().send(phone, text, uuid.uuid4().hex)
        except GatewayError as error:
            logger.warning("A sign-in code did not leave: %s", error.problem)


def forget_login(sender, login, **kwargs):
    """E-mail addresses and second steps of a login go with the person who is erased."""
    if login is not None:
        EmailAddress.objects.filter(user=login).delete()
        Authenticator.objects.filter(user=login).delete()


def note_added(sender, request, user, authenticator, **kwargs):
    note_change(user, "second_step_added", authenticator.type, by=user)


def note_removed(sender, request, user, authenticator, **kwargs):
    note_change(user, "second_step_removed", authenticator.type, by=user)


def note_new_codes(sender, request, user, authenticator, **kwargs):
    note_change(user, "recovery_codes_made", authenticator.type, by=user)


def connect():
    """Called once when the app is ready."""
    second_steps.authenticator_added.connect(note_added, dispatch_uid="lms_note_added")
    second_steps.authenticator_removed.connect(note_removed, dispatch_uid="lms_note_removed")
    second_steps.authenticator_reset.connect(note_new_codes, dispatch_uid="lms_note_new_codes")
    person_erasing.connect(forget_login, dispatch_uid="lms_forget_login")
