"""What certificates hold about people; see `courses.rules.personal_data`."""

from courses.rules.personal_words import EMPTIED, NOT_HERS, RECORD, STAYS, Declared, Held

CHECKED = "As long as certificates can be checked; without the person once she is erased."
REGISTER = {
    "Certificate": Declared(
        plain="id uuid code serial design erased_on replaced_by",
        personal=(
            Held("enrollment person course", RECORD, CHECKED, STAYS),
            Held("facts file", "To print the name and to show what was printed.", CHECKED, EMPTIED),
            Held("sha256", "To know the file again.", CHECKED, EMPTIED),
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
    "HeldCertificate": Declared(
        plain="id completion reason since",
        personal=(
            Held(
                "detail",
                "To say which word of the name cannot be printed.",
                "Until the certificate is printed.",
                "deleted",
            ),
        ),
    ),
    "CheckCount": Declared(plain="id day answer count"),
    "DailyList": Declared(plain="id day content sha256"),
    "NumberSeries": Declared(plain="id prefix year last"),
    "IssuerSettings": Declared(
        plain="id serial_prefix name_en name_km logo partner_name_en partner_name_km partner_logo"
        " contact",
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
