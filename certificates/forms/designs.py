"""Forms of designs: the editor, and what is asked for new ones and for courses."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.blocks.base import BlockField, BlockWidget

from certificates.adapters.typesetting import shipped_sheet
from certificates.choices import Paper
from certificates.forms.design_blocks import ElementsBlock, background_choices
from certificates.rules.design_files import LONGEST_NAME, MOST_BYTES
from certificates.rules.editing import as_elements, as_sheet
from courses.models import Course

BLOCK = ElementsBlock()


class ElementsWidget(BlockWidget):
    """A request without the parts of the form is one without elements."""

    def value_from_datadict(self, data, files, name):
        try:
            return super().value_from_datadict(data, files, name)
        except KeyError:
            return BLOCK.to_python([])


def page_of(sheet: dict) -> str:
    return f"{sheet['w']:g}x{sheet['h']:g}"


class DesignForm(forms.Form):
    """The whole design; `sheet` is what it draws."""

    name = forms.CharField(label=_("Name"), max_length=LONGEST_NAME)
    page = forms.ChoiceField(label=_("Page"))
    background = forms.ChoiceField(
        label=_("Background"), choices=background_choices, required=False
    )
    elements = BlockField(block=BLOCK, label=_("On the page"), widget=ElementsWidget(BLOCK))

    def __init__(self, *args, sheet: dict, **kwargs):
        super().__init__(*args, **kwargs)
        own = page_of(sheet)
        extra = [] if own in Paper.values else [(own, own.replace("x", " × "))]
        self.fields["page"].choices = [*Paper.choices, *extra]

    @staticmethod
    def answers_of(name: str, sheet: dict) -> dict:
        """What the form shows of a design."""
        return {
            "name": name,
            "page": page_of(sheet),
            "background": sheet["bg"],
            "elements": BLOCK.to_python(as_elements(sheet)),
        }

    @property
    def sheet(self) -> dict:
        answers = self.cleaned_data
        w, h = (float(side) for side in answers["page"].split("x"))
        elements = BLOCK.get_prep_value(answers["elements"])
        return as_sheet(elements, w=w, h=h, background=answers["background"], table=_table())


def _table() -> dict:
    """The table of the shipped yearly statement with its looks written out."""
    sheet = shipped_sheet("yearly")
    (table,) = (e for e in sheet["elements"] if e["type"] == "table")

    def plain(part):
        look = sheet["styles"].get(part.get("style", ""), {}) | part
        return {key: value for key, value in look.items() if key != "style"}

    cells = {
        key: [
            cell | {each: [plain(part) for part in cell[each]] for each in ("head", "cell")
                    if each in cell}
            for cell in table[key]
        ]
        for key in ("columns", "foot")
    }  # fmt: skip
    return table | cells


class NameForm(forms.Form):
    name = forms.CharField(label=_("Name of the copy"), max_length=LONGEST_NAME)


class FileForm(forms.Form):
    file = forms.FileField(
        label=_("File"), help_text=_("A design that was saved as a file, here or elsewhere.")
    )

    def content(self) -> bytes:
        return self.cleaned_data["file"].read(MOST_BYTES + 1)


class PictureForm(forms.Form):
    title = forms.CharField(label=_("Name"), max_length=100)
    file = forms.FileField(
        label=_("Picture"),
        help_text=_("PNG or JPEG. A background for A4 should be 2,300 pixels long."),
    )


class CoursesForm(forms.Form):
    courses = forms.ModelMultipleChoiceField(
        label=_("Courses"),
        queryset=Course.objects.filter(is_archived=False),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Courses that are not ticked and had this design print the shipped one again."),
    )
