"""By which way and in which language a person is told."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Contact:
    """`address` is an e-mail address, a number in international form, or empty for a text to paste.
    A discreet text names neither the training nor the place: others read that phone."""

    channel: str
    address: str = ""
    is_discreet: bool = False


def contact_for(
    email: str, phones: Sequence[tuple[str, bool]], *, by_email: bool, by_sms: bool
) -> Contact:
    """E-mail where there is one, else a phone of her own, else one that she shares, else a text to
    paste. `phones` are numbers in international form and whether others use them."""
    if email and by_email:
        return Contact("email", email)
    own = [number for number, is_shared in phones if number and not is_shared]
    shared = [number for number, is_shared in phones if number and is_shared]
    is_discreet = bool(shared) and not own
    if by_sms and (own or shared):
        return Contact("sms", (own or shared)[0], is_discreet)
    return Contact("paste", is_discreet=is_discreet)


def language_for(reads_khmer: str, *, has_khmer_name: bool, spoken: str) -> str:
    """Khmer, but for who does not read it; where that is not known, the language of the run and the
    name decide."""
    if reads_khmer == "no":
        return "en"
    is_khmer = bool(reads_khmer) or has_khmer_name or spoken == "km"
    return "km" if is_khmer else "en"


def other_language(language: str) -> str:
    return "en" if language == "km" else "km"
