"""The nouns: certificates, their numbers, those on hold, and the issuer."""

from certificates.models.certificate import Certificate, HeldCertificate, NumberSeries
from certificates.models.issuer import IssuerSettings

__all__ = ["Certificate", "HeldCertificate", "IssuerSettings", "NumberSeries"]
