"""An SMS gateway that takes JSON over HTTP.

    POST <url>
    Authorization: Bearer <token>
    Idempotency-Key: <key>
    {"to": "+85512345678", "text": "…", "from": "<sender>", "reference": "<key>"}

Any 2xx means taken; the receipt is `id` or `message_id` of a JSON answer. Redirects are not
followed. The address comes from the settings of the site, never from anybody who uses it.
"""

import http.client
import json
import ssl
from urllib.parse import urlsplit

from courses.adapters.gateways.base import GatewayError, Outcome

LARGEST_ANSWER = 64 * 1024
LONGEST_WAIT = 24 * 60 * 60
LOCAL = ("localhost", "127.0.0.1", "::1")


class HttpGateway:
    """`repeats_safely` must only be true of a gateway that heeds the header Idempotency-Key.

    Raises ValueError for an address that is neither https nor on this machine.
    """

    def __init__(
        self,
        url: str,
        token: str = "",
        *,
        sender: str = "",
        timeout: float = 10,
        repeats_safely: bool = False,
    ) -> None:
        told = urlsplit(url)
        is_safe = told.scheme == "https" or (told.scheme == "http" and told.hostname in LOCAL)
        if not (is_safe and told.hostname):
            raise ValueError("The address of the SMS gateway must begin with https://.")
        self.told, self.token, self.sender = told, token, sender
        self.timeout, self.repeats_safely = timeout, repeats_safely

    def send(self, to: str, text: str, key: str) -> str:
        connection = self._connection()
        try:
            connection.connect()
        except (OSError, http.client.HTTPException) as error:
            raise GatewayError(Outcome.LATER, "no_connection", str(error)) from error
        try:
            connection.request("POST", self._path(), self._body(to, text, key), self._headers(key))
            answer = connection.getresponse()
            return _receipt(answer, answer.read(LARGEST_ANSWER))
        except (OSError, http.client.HTTPException) as error:
            raise GatewayError(Outcome.UNKNOWN, "no_answer", str(error)) from error
        finally:
            connection.close()

    def _connection(self) -> http.client.HTTPConnection:
        host, port = self.told.hostname or "", self.told.port
        if self.told.scheme == "http":
            return http.client.HTTPConnection(host, port, timeout=self.timeout)
        context = ssl.create_default_context()
        return http.client.HTTPSConnection(host, port, timeout=self.timeout, context=context)

    def _path(self) -> str:
        return (self.told.path or "/") + (f"?{self.told.query}" if self.told.query else "")

    def _body(self, to: str, text: str, key: str) -> bytes:
        told = {"to": to, "text": text, "reference": key}
        if self.sender:
            told["from"] = self.sender
        return json.dumps(told, ensure_ascii=False).encode()

    def _headers(self, key: str) -> dict[str, str]:
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            "Accept": "application/json",
            "Idempotency-Key": key,
        }
        return headers | ({"Authorization": f"Bearer {self.token}"} if self.token else {})


def _receipt(answer: http.client.HTTPResponse, body: bytes) -> str:
    words = f"{answer.status} {body[:150].decode('utf-8', 'replace')}"
    if 200 <= answer.status < 300:
        return _id_in(body)
    if answer.status in (429, 503):
        raise GatewayError(Outcome.LATER, "busy", words, retry_after=_seconds(answer))
    if answer.status >= 500:
        raise GatewayError(Outcome.UNKNOWN, "no_answer", words, retry_after=_seconds(answer))
    if answer.status in (401, 403):
        raise GatewayError(Outcome.LATER, "bad_key", words)
    problem = "bad_address" if answer.status == 422 else "refused"
    raise GatewayError(Outcome.NEVER, problem, words)


def _id_in(body: bytes) -> str:
    try:
        told = json.loads(body or b"{}")
    except ValueError:
        return ""
    found = told.get("id") or told.get("message_id") if isinstance(told, dict) else ""
    return str(found or "")[:100]


def _seconds(answer: http.client.HTTPResponse) -> int | None:
    """Retry-After as seconds; a date, or nonsense, counts as nothing said."""
    told = answer.headers.get("Retry-After", "")
    return min(int(told), LONGEST_WAIT) if told.isascii() and told.isdigit() else None
