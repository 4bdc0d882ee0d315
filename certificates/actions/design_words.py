"""Why a design is refused, in whole sentences."""

from django.utils.translation import gettext_lazy as _

from courses.exceptions import Refused

SENTENCES = {
    "no_object": _("The part “%(where)s” of the design is not written as it should be."),
    "unknown_key": _("The design holds “%(key)s” in “%(where)s”, which is not known here."),
    "bad_value": _("The value of “%(key)s” in “%(where)s” is not allowed."),
    "missing_key": _("The value of “%(key)s” is missing in “%(where)s”."),
    "unknown_element": _("The design holds an element “%(kind)s”, which is not known here."),
    "unknown_style": _("The design names a style “%(style)s” that it does not have."),
    "unknown_field": _("There is no field {%(field)s}. Choose one of the list."),
    "stray_brace": _("A brace in “%(text)s” belongs to no field. Leave it out."),
    "min_over_size": _("The smallest size is larger than the size of %(size)s points."),
    "too_much": _("This is more than the %(most)s parts that one page may have."),
    "off_page": _("“%(where)s” reaches beyond the edge of the page."),
    "no_picture": _("The picture “%(picture)s” is missing or cannot be read."),
    "picture_in_lines": _("Only the drawings of this product stand between lines of text."),
    "needs_field": _("The field {%(field)s} is missing: without it the paper cannot be checked."),
    "needs_qr": _("The QR code is missing: without it the paper cannot be checked."),
    "small_qr": _("The QR code must be at least %(least)s mm wide, or phones cannot read it."),
    "does_not_fit": _(
        "This text does not fit, even at its smallest size: “%(text)s”. Give it more room, more"
        " lines or a smaller smallest size."
    ),
    "missing_glyph": _("A letter is missing in the fonts of the certificate: %(text)s."),
    "malformed": _("This Khmer text is malformed and would print wrongly: “%(text)s”."),
    "not_printed": _("The design cannot be printed: %(text)s."),
    "too_large": _("This file is too large for a design."),
    "no_design_file": _("This file is no design of certificates."),
    "other_version": _("This file was written by another version of this program."),
    "for_nobody": _("A yearly statement is about all courses of a person, so no course has it."),
    "no_validity": _(
        "This design prints a last valid day, and the course has none. Give the course a validity"
        " in months first."
    ),
}


def refusal(code: str, **where: object) -> Refused:
    """The refusal in words."""
    if code == "no_picture" and "picture" not in where:
        where = {"picture": where.get("text", "")}
    shown = {name: str(value)[:120] for name, value in where.items()}
    return Refused(SENTENCES[code] % shown, code=code)
