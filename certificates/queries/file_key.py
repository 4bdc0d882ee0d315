"""Whether the operator signs the files of certificates, and with which key."""

from datetime import timedelta
from pathlib import Path

from django.core import checks
from django.utils import timezone
from django.utils.module_loading import import_string

from certificates import conf
from certificates.adapters.keys import NoSigningKey

#: Loaded by name, so that sites without such a key need no pyHanko.
READER = "certificates.adapters.pdf_signing.pdf_key"
SOON = timedelta(days=30)
HINT = "Put a PKCS#12 file that signs there, or empty CERTIFICATES_PKCS12."


def signs_files() -> bool:
    """Whether a PKCS#12 file is set; then nothing is issued without a signature in the file."""
    return bool(conf.get("CERTIFICATES_PKCS12"))


def todays_file_key():
    """The `PdfKey` that signs files now. Raises NoSigningKey."""
    try:
        pdf_key = import_string(READER)
    except ImportError as error:
        sentence = "CERTIFICATES_PKCS12 needs pyHanko: pip install 'sala-lms[pades]'."
        raise NoSigningKey(sentence) from error
    path, passphrase = map(conf.get, ("CERTIFICATES_PKCS12", "CERTIFICATES_PKCS12_PASSPHRASE"))
    return pdf_key(Path(path), passphrase, timezone.now())


def the_file_key_signs(app_configs, **kwargs):
    """System check: whoever wants signed files must have a key for now and the next weeks."""
    if not signs_files():
        return []
    try:
        ends = todays_file_key().ends
    except NoSigningKey as error:
        return [checks.Error(str(error), hint=HINT, id="certificates.E002")]
    if ends < timezone.now() + SOON:
        sentence = f"From {ends:%Y-%m-%d} on no certificate can be issued: the key for files ends."
        return [checks.Warning(sentence, hint=HINT, id="certificates.W001")]
    return []
