"""The invented issuer of the demo: names, logos and signatures."""

from pathlib import Path

from django.core.files.images import ImageFile
from wagtail.images import get_image_model

from certificates.models import IssuerSettings

PICTURES = Path(__file__).parent / "art" / "issuer"
TEXTS = {
    "serial_prefix": "RWL",
    "name_en": "Romduol Work and Learning Programme",
    "name_km": "កម្មវិធីការងារ និងការរៀនសូត្ររំដួល",
    "partner_name_en": "Spean Thmei Institute for Safe Work",
    "partner_name_km": "វិទ្យាស្ថានសុវត្ថិភាពការងារស្ពានថ្មី",
    "signatory_1_en": "KEO Monyroth",
    "signatory_1_km": "កែវ មុន្នីរ័ត្ន",
    "signatory_1_role_en": "Programme Director",
    "signatory_1_role_km": "នាយិកាកម្មវិធី",
    "signatory_2_en": "HEM Visalphop",
    "signatory_2_km": "ហែម វិសាលភព",
    "signatory_2_role_en": "Senior Trainer",
    "signatory_2_role_km": "គ្រូបណ្តុះបណ្តាលជាន់ខ្ពស់",
    "contact": "023 000 000",
}
FILES = {
    "logo": ("logo-romduol.png", "Logo of the programme"),
    "partner_logo": ("logo-spean-thmei.png", "Logo of the institute"),
    "signature_1": ("signature-1.png", "Signature of the director"),
    "signature_2": ("signature-2.png", "Signature of the trainer"),
}


def write_settings() -> IssuerSettings:
    """Fill the settings with the invented programme."""
    issuer = IssuerSettings.load()
    for name, text in TEXTS.items():
        setattr(issuer, name, text)
    for name, (file_name, title) in FILES.items():
        with (PICTURES / file_name).open("rb") as file:
            image = get_image_model().objects.create(title=title, file=ImageFile(file, file_name))
        setattr(issuer, name, image)
    issuer.save()
    return issuer
