"""The nouns: certificates, their numbers and addresses, their designs, and the issuer."""

from certificates.models.certificate import Certificate, HeldCertificate, NumberSeries
from certificates.models.credential import Credential
from certificates.models.design import (
    CourseDesigns,
    Design,
    DesignRevision,
    NameCheck,
    PrintedPicture,
    PrintingKit,
)
from certificates.models.issuer import IssuerSettings
from certificates.models.link import PaperLink
from certificates.models.registry import CheckCount, DailyList

__all__ = [
    "Certificate",
    "CheckCount",
    "CourseDesigns",
    "Credential",
    "DailyList",
    "Design",
    "DesignRevision",
    "HeldCertificate",
    "IssuerSettings",
    "NameCheck",
    "NumberSeries",
    "PaperLink",
    "PrintedPicture",
    "PrintingKit",
]
