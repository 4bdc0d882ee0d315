"""The nouns: certificates, their numbers, those on hold, and the issuer."""

from certificates.models.certificate import Certificate, HeldCertificate, NumberSeries
from certificates.models.credential import Credential
from certificates.models.issuer import IssuerSettings
from certificates.models.registry import CheckCount, DailyList

__all__ = [
    "Certificate",
    "CheckCount",
    "Credential",
    "DailyList",
    "HeldCertificate",
    "IssuerSettings",
    "NumberSeries",
]
