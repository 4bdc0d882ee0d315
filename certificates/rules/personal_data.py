"""What certificates hold about people; see `courses.rules.personal_data`."""

from courses.rules.personal_words import EMPTIED, NOT_HERS, RECORD, STAYS, Declared, Held
from courses.rules.retention import Term

PAPER_LINK = Term("paper_links", "Until the address ends, some weeks after the message.")
CHECKED = "As long as certificates can be checked; without the person once she is erased."
REGISTER = {
    "Certificate": Declared(
        plain="id uuid code serial kind design revision kit erased_on replaced_by",
        personal=(
            Held("enrollment person course year", RECORD, CHECKED, STAYS),
            Held("facts file", "To print the name and to show what was printed.", CHECKED, EMPTIED),
            Held("sha256", "To know the file again.", CHECKED, EMPTIED),
            Held(
                "name_hashes",
                "To say whether a name that somebody types is the one of an erased certificate.",
                "From the erasure on, as long as the certificate can be checked.",
                STAYS,
            ),
            Held("issued_on expires_on status status_on revocation_reason", RECORD, CHECKED, STAYS),
        ),
    ),
    "Credential": Declared(
        plain="id certificate key",
        personal=(
            Held(
                "document",
                "To let programs check the certificate without asking us.",
                "Until she is erased.",
                "deleted",
            ),
        ),
    ),
    "PaperLink": Declared(
        plain="id uuid token_sha256 made_at expires_at",
        personal=(
            Held(
                "certificate last_used_at",
                "To let her open her certificate from the message that told her.",
                PAPER_LINK,
                "deleted",
            ),
        ),
    ),
    "HeldCertificate": Declared(
        plain="id completion is_statement reason since",
        personal=(
            Held(
                "detail",
                "To say which word of the name cannot be printed.",
                "Until the certificate is printed.",
                "deleted",
            ),
        ),
    ),
    "NameCheck": Declared(
        plain="id enrollment",
        personal=(
            Held(
                "name_km name_en confirmed_at confirmed_by",
                "To know that the name on the paper is written as the person wants it.",
                "Until the person is erased.",
                "deleted",
            ),
        ),
    ),
    "Design": Declared(plain="id name kind origin is_archived"),
    "DesignRevision": Declared(
        plain="id uuid design number sheet sha256 made_at",
        personal=(
            Held("made_by", "To know who changed a design.", "As long as the design.", NOT_HERS),
        ),
    ),
    "PrintedPicture": Declared(
        plain="id sha256 title is_offered width height",
        personal=(
            Held(
                "file",
                "Logos and signatures as they were printed.",
                "As long as what was signed can be printed anew.",
                NOT_HERS,
            ),
        ),
    ),
    "PrintingKit": Declared(plain="id sha256 parts"),
    "CourseDesigns": Declared(plain="id course achievement statement"),
    "CheckCount": Declared(plain="id day answer count"),
    "DailyList": Declared(plain="id day content sha256"),
    "NumberSeries": Declared(plain="id prefix year last"),
    "IssuerSettings": Declared(
        plain="id serial_prefix needs_name_check name_en name_km logo partner_name_en"
        " partner_name_km partner_logo contact",
        personal=(
            Held(
                "signatory_1_en signatory_1_km signatory_1_role_en signatory_1_role_km signature_1"
                " signatory_2_en signatory_2_km signatory_2_role_en signatory_2_role_km"
                " signature_2",
                "To sign certificates.",
                "As long as they sign.",
                NOT_HERS,
            ),
        ),
    ),
}
