"""Join a login to the person whose card and PIN its owner has."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from courses.actions.audit import record
from courses.actions.pins import open_with_pin
from courses.exceptions import Refused
from courses.models import Person


def claim_card(card: str, typed: str, *, by: AbstractBaseUser) -> Person:
    """Join the login to the person; nothing else of either changes, and the card works as before.

    Raises Refused: `has_person` for a login that is joined already, `no_entry` as `guess_pin`, and
    `has_login` when somebody signs in as this person already.
    """
    if Person.everybody.filter(user=by).exists():
        raise Refused(_("Your login is joined to a person already."), code="has_person")
    return _join(open_with_pin(card, typed).person, by)


@transaction.atomic
def _join(person: Person, user: AbstractBaseUser) -> Person:
    """Locks the login, then the person."""
    get_user_model()._base_manager.select_for_update().get(pk=user.pk)
    person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    if person.user_id is not None:
        raise Refused(
            _("Somebody signs in as this person already. Show your card to a trainer."),
            code="has_login",
        )
    if Person.everybody.filter(user=user).exists():
        raise Refused(_("Your login is joined to a person already."), code="has_person")
    person.user = user
    person.save(update_fields=["user"])
    record(person, "card_claimed", by=user)
    return person
