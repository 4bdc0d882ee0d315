"""How keys and signatures are written as text."""

from base64 import urlsafe_b64decode, urlsafe_b64encode

BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
#: What stands before the 32 bytes of a public Ed25519 key in a Multikey.
ED25519 = b"\xed\x01"


def base58(content: bytes) -> str:
    """The bytes in base58btc; zeros at the start are kept."""
    zeros = len(content) - len(content.lstrip(b"\0"))
    number, digits = int.from_bytes(content), []
    while number:
        number, digit = divmod(number, 58)
        digits.append(BASE58[digit])
    return BASE58[0] * zeros + "".join(reversed(digits))


def multibase(content: bytes) -> str:
    return f"z{base58(content)}"


def multikey(public: bytes) -> str:
    """A public Ed25519 key as DID documents write it: z6Mk…"""
    return multibase(ED25519 + public)


def base64url(content: bytes) -> str:
    return urlsafe_b64encode(content).rstrip(b"=").decode()


def from_base64url(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
