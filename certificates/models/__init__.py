"""The nouns: certificates, their numbers, those on hold, their designs, and the issuer."""

from certificates.models.certificate import Certificate, HeldCertificate, NumberSeries
from certificates.models.design import (
    CourseDesigns,
    Design,
    DesignRevision,
    NameCheck,
    PrintedPicture,
    PrintingKit,
)
from certificates.models.issuer import IssuerSettings

__all__ = [
    "Certificate",
    "CourseDesigns",
    "Design",
    "DesignRevision",
    "HeldCertificate",
    "IssuerSettings",
    "NameCheck",
    "NumberSeries",
    "PrintedPicture",
    "PrintingKit",
]
