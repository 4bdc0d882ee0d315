"""Sign the files of certificates with the operator's key."""

from django.utils.translation import gettext_lazy as _

from certificates.adapters.keys import NoSigningKey
from certificates.queries.file_key import signs_files, todays_file_key
from courses.exceptions import Refused


def signed_file(pdf: bytes) -> bytes:
    """The file with a PAdES signature; as it was where no key is set.

    Raises Refused `no_file_key` where a key is set that cannot sign now.
    """
    if not signs_files():
        return pdf
    try:
        key = todays_file_key()
    except NoSigningKey as error:
        sentence = _("No key signs the files of certificates today, so none can be issued.")
        raise Refused(sentence, code="no_file_key") from error
    return key.sign(pdf)
