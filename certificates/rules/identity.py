"""The name of the issuer on the web (`did:web`), and the document that lists its public keys."""

from collections.abc import Iterable
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


def did_document(did: str, keys: Iterable[tuple[str, bytes]]) -> dict:
    """Ids and public keys as a DID document; keys that no longer sign stay in it, so that what
    they signed can be checked."""
    methods = [
        {
            "id": method_of(did, key_id),
            "type": "Multikey",
            "controller": did,
            "publicKeyMultibase": multikey(public),
        }
        for key_id, public in keys
    ]
    return {
        "@context": CONTEXTS,
        "id": did,
        "verificationMethod": methods,
        "assertionMethod": [method["id"] for method in methods],
    }
