"""The block of a table, written as lines of text."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from courses.adapters.table_text import as_rows


class TableValue(blocks.StructValue):
    """A table with its `head`, empty where it has none, and its `lines`."""

    @property
    def rows(self):
        return as_rows(self["cells"])

    @property
    def head(self):
        return self.rows[0] if self["has_head"] and self.rows else ()

    @property
    def lines(self):
        return self.rows[1:] if self["has_head"] else self.rows


class TableBlock(blocks.StructBlock):
    caption = blocks.CharBlock(label=_("What the table shows"), max_length=250)
    has_head = blocks.BooleanBlock(
        label=_("The first row names the columns"), required=False, default=True
    )
    cells = blocks.TextBlock(
        label=_("Rows"),
        rows=5,
        help_text=_("One line for each row, with a bar | between its cells."),
    )

    class Meta:
        icon = "table"
        label = _("Table")
        template = "courses/blocks/table.html"
        value_class = TableValue
