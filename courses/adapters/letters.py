"""E-mail: one letter with its files, over a connection that is opened once."""

import smtplib
from collections.abc import Sequence
from dataclasses import dataclass
from email.mime.text import MIMEText

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from courses.adapters.gateways.base import GatewayError, Outcome


@dataclass(frozen=True)
class CalendarFile:
    """A calendar object that mail programs offer to keep; `method` is REQUEST or CANCEL."""

    name: str
    method: str
    text: str


@dataclass(frozen=True)
class Attachment:
    """A file that goes with a letter, or into a folder."""

    name: str
    content: bytes
    mime: str


@dataclass(frozen=True)
class Letter:
    """`key` becomes the Message-ID, so that mail programs show a letter that came twice once."""

    to: str
    subject: str
    body: str
    key: str
    files: Sequence[CalendarFile] = ()
    attachments: Sequence[Attachment] = ()


class Postbox:
    """Hands letters to Django's e-mail backend. Close it when all are gone."""

    #: Nobody can tell whether a letter without an answer left, so it is not sent again by itself.
    repeats_safely = False

    def __init__(self) -> None:
        self._connection = get_connection()

    def send(self, letter: Letter) -> str:
        """Raises GatewayError: `later` and `never` only where the letter has certainly not left."""
        email = _email(letter)
        try:
            email.message()
        except ValueError as error:
            raise GatewayError(Outcome.NEVER, "bad_address", str(error)) from error
        try:
            self._connection.open()
        except (OSError, smtplib.SMTPException) as error:
            self.close()
            raise GatewayError(Outcome.LATER, "no_connection", str(error)) from error
        try:
            self._connection.send_messages([email])
        except smtplib.SMTPRecipientsRefused as error:
            raise _refused(_first(error), "bad_address") from error
        except smtplib.SMTPResponseException as error:
            raise _refused((error.smtp_code, error.smtp_error), "refused") from error
        except (OSError, smtplib.SMTPException) as error:
            self.close()
            raise GatewayError(Outcome.UNKNOWN, "no_answer", str(error)) from error
        return ""

    def close(self) -> None:
        try:
            self._connection.close()
        except (OSError, smtplib.SMTPException):
            self._connection = get_connection()


def _email(letter: Letter) -> EmailMessage:
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip(" <>") or "localhost"
    headers = {"Message-ID": f"<{letter.key}@{domain}>", "Auto-Submitted": "auto-generated"}
    email = EmailMessage(letter.subject, letter.body, to=[letter.to], headers=headers)
    for file in letter.files:
        part = MIMEText(file.text, "calendar", "utf-8")
        part.set_param("method", file.method)
        part.add_header("Content-Disposition", "attachment", filename=file.name)
        email.attach(part)
    for file in letter.attachments:
        email.attach(file.name, file.content, file.mime)
    return email


def _first(error: smtplib.SMTPRecipientsRefused) -> tuple[int, object]:
    return next(iter(error.recipients.values()), (550, ""))


def _refused(said: tuple[int, object], problem: str) -> GatewayError:
    code, words = said
    words = words.decode("utf-8", "replace") if isinstance(words, bytes) else str(words)
    if 400 <= code < 500:
        return GatewayError(Outcome.LATER, "busy", f"{code} {words}")
    return GatewayError(Outcome.NEVER, problem, f"{code} {words}")
