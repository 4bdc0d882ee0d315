"""Who is asking, when a proxy stands in front."""

import pytest

from lms.proxies import VisitorAddress


@pytest.mark.parametrize(
    ("forwarded", "address"),
    [
        ({}, "127.0.0.1"),
        ({"x-forwarded-for": "203.0.113.7"}, "203.0.113.7"),
        ({"x-forwarded-for": "10.1.1.1, 203.0.113.7"}, "203.0.113.7"),
        ({"x-forwarded-for": ""}, "127.0.0.1"),
    ],
)
def test_the_address_that_the_proxy_saw_is_taken(rf, forwarded, address):
    request = rf.get("/", headers=forwarded)
    assert VisitorAddress(lambda asked: asked.META["REMOTE_ADDR"])(request) == address
