"""The name of the issuer on the web (`did:web`), and the document that lists its public keys."""

from collections.abc import Iterable
from datetime import date
from urllib.parse import quote, urlsplit

from certificates.rules.multibase import multikey

CONTEXTS = ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"]


def did_of(url: str) -> str:
    """did:web of an address: of the site alone, or with the path below which `did.json` is."""
    parts = urlsplit(url)
    path = [quote(part) for part in parts.path.split("/") if part]
    return ":".join(["did:web", parts.netloc.replace(":", "%3A"), *path])


def method_of(did: str, key_id: str) -> str:
    return f"{did}#{key_id}"


def did_document(did: str, keys: Iterable[tuple[str, bytes, date | None]]) -> dict:
    """Ids and public keys as a DID document; keys that no longer sign stay in it, so that what
    they signed can be checked. A key with a day was stolen then: it is named as revoked, and
    asserts nothing any more, whatever day a signature claims."""
    methods, trusted = [], []
    for key_id, public, stolen in keys:
        method = {
            "id": method_of(did, key_id),
            "type": "Multikey",
            "controller": did,
            "publicKeyMultibase": multikey(public),
        }
        methods.append(method | ({"revoked": f"{stolen}T00:00:00Z"} if stolen else {}))
        trusted += [] if stolen else [method["id"]]
    return {
        "@context": CONTEXTS,
        "id": did,
        "verificationMethod": methods,
        "assertionMethod": trusted,
    }
