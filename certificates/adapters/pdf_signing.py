"""PAdES signatures: a PDF file in, the same file signed with the operator's key out.

It needs pyHanko, which is the extra `pades`; load this module only where such a key is set.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from asn1crypto.x509 import Certificate
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, pkcs12
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import InvisSigSettings, MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, Signer
from pyhanko_certvalidator.registry import SimpleCertificateStore

from certificates.adapters.keys import NoSigningKey

FEWEST_BITS = 2048
FIELD = "Signature"
METADATA = PdfSignatureMetadata(
    field_name=FIELD,
    md_algorithm="sha256",
    subfilter=SigSeedSubFilter.PADES,
    certify=True,
    docmdp_permissions=MDPPerm.NO_CHANGES,
)
#: PDF/A wants a field that prints, PDF/UA one that is outside of the page: nothing is to be seen.
PLACE = SigFieldSpec(
    FIELD, invis_sig_settings=InvisSigSettings(set_print_flag=True, box_out_of_bounds=True)
)


class RsaSigner(Signer):
    """Signs with a key that was read once; pyHanko's own reads it anew for every signature."""

    def __init__(self, key: RSAPrivateKey, certificate: Certificate, others: list[Certificate]):
        registry = SimpleCertificateStore.from_certs(others)
        super().__init__(signing_cert=certificate, cert_registry=registry)
        self.key = key
        # All certificates, the name of who issued ours twice, the signature, and what is about it.
        held = [certificate] * 3 + others
        self.most_bytes = sum(len(each.dump()) for each in held) + key.key_size // 8 + 512

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run=False) -> bytes:
        return self.key.sign(data, PKCS1v15(), SHA256())


class Addition(IncrementalPdfFileWriter):
    """What is written behind a file: the signature alone.

    pyHanko would also write the description of the file anew, in words that PDF/A does not allow.
    """

    def _update_meta(self):
        pass


@dataclass(frozen=True)
class PdfKey:
    """A key with its certificate, which stands for it from `begins` to `ends`."""

    begins: datetime
    ends: datetime
    signer: RsaSigner

    def sign(self, pdf: bytes) -> bytes:
        """The file with an invisible signature added behind it, after which nothing may change."""
        writer = Addition(BytesIO(pdf))
        signer = PdfSigner(METADATA, self.signer, new_field_spec=PLACE)
        # Two digits a byte. Asking pyHanko how many it needs takes as long as signing.
        return signer.sign_pdf(writer, bytes_reserved=2 * self.signer.most_bytes).getvalue()


def pdf_key(path: Path, passphrase: str, now: datetime) -> PdfKey:
    """The key in a PKCS#12 file, read again when the file changes.

    Raises NoSigningKey with a sentence when it cannot sign now.
    """
    try:
        key = _read(path, passphrase, path.stat().st_mtime_ns)
    except OSError as error:
        raise NoSigningKey(f"{path} cannot be read: {error.strerror}.") from error
    if now < key.begins:
        raise NoSigningKey(f"The certificate in {path} begins on {key.begins:%Y-%m-%d}.")
    if now > key.ends:
        raise NoSigningKey(f"The certificate in {path} ended on {key.ends:%Y-%m-%d}.")
    return key


@lru_cache(maxsize=2)
def _read(path: Path, passphrase: str, _changed: int) -> PdfKey:
    try:
        key, certificate, others = pkcs12.load_key_and_certificates(
            path.read_bytes(), passphrase.encode() or None
        )
    except ValueError as error:
        sentence = f"{path} is not a PKCS#12 file, or its passphrase is another."
        raise NoSigningKey(sentence) from error
    except UnsupportedAlgorithm as error:
        raise NoSigningKey(f"The key in {path} is of a kind that cannot be read.") from error
    if key is None or certificate is None:
        raise NoSigningKey(f"{path} holds no key with its certificate.")
    if not isinstance(key, RSAPrivateKey) or key.key_size < FEWEST_BITS:
        raise NoSigningKey(f"The key in {path} is not RSA of at least {FEWEST_BITS} bits.")
    own, *chain = [
        Certificate.load(each.public_bytes(Encoding.DER)) for each in (certificate, *others)
    ]
    return PdfKey(
        certificate.not_valid_before_utc,
        certificate.not_valid_after_utc,
        RsaSigner(key, own, chain),
    )
