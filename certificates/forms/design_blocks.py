"""The elements of a design as blocks of the admin: everything in millimetres and points."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from certificates.adapters.typesetting import drawings
from certificates.choices import Typeface
from certificates.queries.designs import offered_pictures
from certificates.rules.sheets import COLOR

SIDES = [("left", _("Left")), ("center", _("Middle")), ("right", _("Right"))]
HEIGHTS = [("top", _("Top")), ("middle", _("Middle")), ("bottom", _("Bottom"))]
FACTS = [
    ("logo_1", _("Logo of the programme")),
    ("logo_2", _("Logo of the partner")),
    ("sign_1_image", _("Signature of the first signatory")),
    ("sign_2_image", _("Signature of the second signatory")),
]
WITH = [
    ("", _("Always")),
    ("org_2_en", _("Only with a partner")),
    ("sign_1_en", _("Only with a first signatory")),
    ("sign_2_en", _("Only with a second signatory")),
]
DRAWINGS = {
    "art/completion.svg": _("Frame with lotus corners"),
    "art/attendance.svg": _("Carved pillar at the left"),
    "art/trainer.svg": _("Red lacquer with gold vine"),
    "art/osh.svg": _("Dark panel at the left"),
    "art/yearly.svg": _("Carved band at the top"),
    "art/seal.svg": _("Seal"),
    "art/divider-gold.svg": _("Gold divider with lotus"),
}
BACKGROUNDS = [name for name in DRAWINGS if name not in ("art/seal.svg", "art/divider-gold.svg")]


def small_drawings():
    return [(name, DRAWINGS.get(name, name)) for name in drawings() if name not in BACKGROUNDS]


def picture_choices():
    return [*FACTS, *small_drawings(), *offered_pictures().items()]


def background_choices():
    shipped = [(name, DRAWINGS[name]) for name in BACKGROUNDS]
    return [("", _("White paper")), *shipped, *offered_pictures().items()]


class ColorBlock(blocks.FieldBlock):
    """A colour, chosen in the browser's own window."""

    def __init__(self, **kwargs):
        look = forms.TextInput(attrs={"type": "color"})
        self.field = forms.RegexField(COLOR.pattern, label=_("Colour"), widget=look)
        super().__init__(**kwargs)


def millimetres(label, low=0, high=430, *, required=True, **kwargs):
    return blocks.FloatBlock(
        label=label, min_value=low, max_value=high, required=required, **kwargs
    )


class TextBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Text"), max_length=300)
    font = blocks.ChoiceBlock(label=_("Font"), choices=Typeface.choices, default=Typeface.KM)
    size = blocks.FloatBlock(label=_("Size, points"), min_value=5, max_value=60, default=10)
    min = blocks.FloatBlock(label=_("Smallest size"), min_value=5, max_value=60, default=8)
    color = ColorBlock(label=_("Colour"), default="#16211f")
    lines = blocks.ChoiceBlock(
        label=_("Lines at most"), choices=[(str(n), str(n)) for n in range(1, 7)], default="1"
    )
    gap = millimetres(_("Gap above, mm"), -5, 60, default=0)
    optional = blocks.BooleanBlock(label=_("Leave out when a field is empty"), required=False)
    h1 = blocks.BooleanBlock(label=_("Title of the paper"), required=False)

    class Meta:
        label = _("Text")
        icon = "pilcrow"
        label_format = "{text}"


class DrawingBlock(blocks.StructBlock):
    src = blocks.ChoiceBlock(label=_("Drawing"), choices=small_drawings)
    w = millimetres(_("Width, mm"), 1, default=58)
    gap = millimetres(_("Gap above, mm"), -5, 60, default=2)

    class Meta:
        label = _("Drawing")
        icon = "image"


class LinesBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("Name of the part"), required=False, max_length=40)
    x = millimetres(_("From the left, mm"), default=20)
    y = millimetres(_("From the top, mm"), default=20)
    w = millimetres(_("Width, mm"), 1, default=100)
    h = millimetres(_("Height, mm"), 1, required=False)
    align = blocks.ChoiceBlock(label=_("Alignment"), choices=SIDES, default="left")
    valign = blocks.ChoiceBlock(label=_("Stands at the"), choices=HEIGHTS, default="top")
    opens = blocks.BooleanBlock(label=_("Gaps open up where there is room"), required=False)
    items = blocks.StreamBlock(
        [("text", TextBlock()), ("drawing", DrawingBlock())],
        label=_("Lines"),
        max_num=30,
        collapsed=True,
    )

    class Meta:
        label = _("Lines of text")
        icon = "title"
        label_format = "{name}"


class PictureBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("Name of the part"), required=False, max_length=40)
    what = blocks.ChoiceBlock(label=_("Picture"), choices=picture_choices)
    x = millimetres(_("From the left, mm"), default=20)
    y = millimetres(_("From the top, mm"), default=20)
    w = millimetres(_("Width, mm"), 1, default=14)
    h = millimetres(_("Height, mm"), 1, required=False)
    alt = blocks.CharBlock(
        label=_("In words, for people who do not see it"), required=False, max_length=200
    )

    class Meta:
        label = _("Picture or signature")
        icon = "image"
        label_format = "{name}"


class LineBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("Name of the part"), required=False, max_length=40)
    x = millimetres(_("From the left, mm"), default=20)
    y = millimetres(_("From the top, mm"), default=20)
    w = millimetres(_("Length, mm"), 1, default=60)
    weight = blocks.FloatBlock(
        label=_("Thickness, points"), min_value=0.1, max_value=5, default=0.5
    )
    color = ColorBlock(label=_("Colour"), default="#16211f")
    upright = blocks.BooleanBlock(label=_("Upright"), required=False)

    class Meta:
        label = _("Line")
        icon = "minus"
        label_format = "{name}"

    def __init__(self, **kwargs):
        shown = blocks.ChoiceBlock(label=_("Shown"), choices=WITH, required=False)
        super().__init__([("with", shown)], **kwargs)


class QRBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("Name of the part"), required=False, max_length=40)
    x = millimetres(_("From the left, mm"), default=20)
    y = millimetres(_("From the top, mm"), default=20)
    w = millimetres(_("Width, mm"), 22, 60, default=26)

    class Meta:
        label = _("QR code for the check")
        icon = "code"


class TableBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("Name of the part"), required=False, max_length=40)
    x = millimetres(_("From the left, mm"), default=22)
    y = millimetres(_("From the top, mm"), default=102)
    h = millimetres(_("Height, mm"), 20, default=117)

    class Meta:
        label = _("Table of courses, for yearly statements")
        icon = "table"


class ElementsBlock(blocks.StreamBlock):
    """What stands on the page, in reading order."""

    lines = LinesBlock()
    picture = PictureBlock()
    line = LineBlock()
    qr = QRBlock()
    table = TableBlock()

    class Meta:
        max_num = 60
        collapsed = True
