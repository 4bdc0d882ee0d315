"""Addresses of single certificates: the token, its fingerprint, and what messages say of them."""

import hashlib
import uuid
from base64 import urlsafe_b64encode

from django.utils import timezone
from django.utils.crypto import salted_hmac

from certificates.models import PaperLink
from certificates.queries.identity import check_base
from courses.rules.messages import secret_mark

KIND = "paper"
#: Of 32: enough that nobody finds one, and short enough for an SMS.
TOKEN_BYTES = 16


def token_of(key: uuid.UUID) -> str:
    """The token of a link, made from its id and the secret of the site."""
    digest = salted_hmac("certificates.paper", key.hex, algorithm="sha256").digest()
    return urlsafe_b64encode(digest[:TOKEN_BYTES]).decode().rstrip("=")


def fingerprint(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def mark_of(link: PaperLink) -> str:
    """What stands in a stored message instead of the address."""
    return secret_mark(KIND, link.uuid.hex)


def paper_address(kind: str, key: str) -> str:
    """Hook `courses_message_secrets`: the address for a mark of ours."""
    return f"{check_base()}/paper/{token_of(uuid.UUID(key))}/" if kind == KIND else ""


def usable_link(token_sha256: str) -> PaperLink | None:
    """The link with this fingerprint, if it opens something now: a certificate in force."""
    rows = PaperLink.objects.filter(token_sha256=token_sha256, expires_at__gt=timezone.now())
    found = rows.select_related("certificate__revision").first()
    certificate = found and found.certificate
    return found if certificate and not certificate.erased_on else None
