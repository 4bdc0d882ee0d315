"""The HTTP gateway against a server on this machine."""

import json
import time

import pytest

from courses.adapters.gateways.base import GatewayError
from courses.adapters.gateways.http import HttpGateway
from tests.courses.adapters.gateways.server import LocalGateway


def refusal(answer, **options):
    with LocalGateway(answer=answer) as server, pytest.raises(GatewayError) as error:
        HttpGateway(server.url, "secret", **options).send("+85512345678", "សួស្តី", "key-1")
    return error.value, server


def test_a_text_is_posted_with_key_and_token_and_the_receipt_comes_back():
    with LocalGateway() as server:
        gateway = HttpGateway(server.url, "secret", sender="Sala")
        receipt = gateway.send("+85512345678", "សួស្តី {name}", "key-1")
    (asked,) = server.asked
    assert receipt == "r-key-1"
    assert asked.body == {
        "to": "+85512345678",
        "text": "សួស្តី {name}",
        "reference": "key-1",
        "from": "Sala",
    }
    assert asked.headers["Authorization"] == "Bearer secret"
    assert asked.headers["Idempotency-Key"] == "key-1"
    assert asked.path == "/sms?account=7"


@pytest.mark.parametrize(
    ("status", "outcome", "problem"),
    [
        (400, "never", "refused"),
        (422, "never", "bad_address"),
        (401, "later", "bad_key"),
        (429, "later", "busy"),
        (503, "later", "busy"),
        (500, "unknown", "no_answer"),
        (302, "never", "refused"),
    ],
)
def test_every_answer_says_whether_to_try_again(status, outcome, problem):
    error, _server = refusal(lambda asked: (status, {}, {"error": "no"}))
    assert (error.outcome, error.problem) == (outcome, problem)
    assert error.detail.startswith(str(status))


@pytest.mark.parametrize(("told", "seconds"), [("90", 90), ("soon", None), ("99999999", 86_400)])
def test_a_gateway_may_say_how_long_to_wait(told, seconds):
    error, _server = refusal(lambda asked: (429, {"Retry-After": told}, {}))
    assert error.retry_after == seconds


def test_redirects_are_not_followed():
    with LocalGateway() as other:
        refusal(lambda asked: (307, {"Location": other.url}, {}))
    assert other.asked == []


def test_a_server_that_is_not_there_got_nothing():
    with LocalGateway() as server:
        url = server.url
    with pytest.raises(GatewayError) as error:
        HttpGateway(url).send("+85512345678", "Hello", "key-1")
    assert (error.value.outcome, error.value.problem) == ("later", "no_connection")


def test_a_server_that_does_not_answer_in_time_may_have_sent_it():
    def slow(asked):
        time.sleep(1)
        return 200, {}, {}

    error, server = refusal(slow, timeout=0.2)
    assert (error.outcome, error.problem) == ("unknown", "no_answer")
    assert list(server.delivered) == ["key-1"]


@pytest.mark.parametrize("url", ["http://gateway.example.org/", "ftp://localhost/", "https://", ""])
def test_only_a_safe_address_is_taken(url):
    with pytest.raises(ValueError, match="https"):
        HttpGateway(url)


@pytest.mark.parametrize("body", ['["r"]', '"x"', "{}", '{"id": null}'])
def test_an_answer_without_a_receipt_is_taken_all_the_same(body):
    with LocalGateway(answer=lambda asked: (202, {}, json.loads(body))) as server:
        assert HttpGateway(server.url).send("+85512345678", "Hello", "key-1") == ""
