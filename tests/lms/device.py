"""A device that makes passkeys and answers with them, as browsers hand its answers on."""

import hashlib
import json

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2 import cbor
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode

ORIGIN, HOST = "http://localhost:8000", "localhost"
PRESENT, VERIFIED, WITH_KEY = 1, 4, 64
ID = b"passkey of a test"


class Device:
    """`asks` says whether it asks for finger, face or PIN; `origin` is where its browser is."""

    def __init__(self, *, asks=True, origin=ORIGIN):
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.flags = PRESENT | (VERIFIED if asks else 0)
        self.origin, self.user = origin, ""

    def make(self, question):
        """Answer `creation_options` with a new passkey."""
        asked = question["publicKey"]
        self.user = asked["user"]["id"]
        key = cbor.encode(ES256.from_cryptography_key(self.key.public_key()))
        known = bytes(16) + len(ID).to_bytes(2, "big") + ID + key
        stated = {"fmt": "none", "attStmt": {}, "authData": self._data(WITH_KEY) + known}
        answer = {
            "clientDataJSON": self._client("webauthn.create", asked),
            "attestationObject": websafe_encode(cbor.encode(stated)),
        }
        return self._told(answer)

    def show(self, question):
        """Answer `request_options` with the passkey."""
        asked = question["publicKey"]
        client, data = self._client("webauthn.get", asked), self._data(0)
        signed = data + hashlib.sha256(websafe_decode(client)).digest()
        answer = {
            "clientDataJSON": client,
            "authenticatorData": websafe_encode(data),
            "signature": websafe_encode(self.key.sign(signed, ec.ECDSA(SHA256()))),
            "userHandle": self.user,
        }
        return self._told(answer)

    def _client(self, kind, asked):
        told = {"type": kind, "challenge": asked["challenge"], "origin": self.origin}
        return websafe_encode(json.dumps(told).encode())

    def _data(self, more):
        return hashlib.sha256(HOST.encode()).digest() + bytes([self.flags | more]) + bytes(4)

    def _told(self, answer):
        name = websafe_encode(ID)
        told = {"id": name, "rawId": name, "type": "public-key", "response": answer}
        return json.dumps(told | {"clientExtensionResults": {"credProps": {"rk": True}}})
