"""The rubric of a task, as authors write it: criteria with their levels, in English and Khmer."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

LEAST_LEVELS, MOST_LEVELS, MOST_CRITERIA = 2, 5, 12
LONGEST_CRITERION, LONGEST_LEVEL = 200, 150


class LevelBlock(blocks.StructBlock):
    en = blocks.CharBlock(label=_("In English"), max_length=LONGEST_LEVEL)
    km = blocks.CharBlock(label=_("In Khmer"), max_length=LONGEST_LEVEL, required=False)

    class Meta:
        icon = "minus"


class CriterionBlock(blocks.StructBlock):
    en = blocks.CharBlock(label=_("What is looked at, in English"), max_length=LONGEST_CRITERION)
    km = blocks.CharBlock(
        label=_("What is looked at, in Khmer"), max_length=LONGEST_CRITERION, required=False
    )
    levels = blocks.ListBlock(
        LevelBlock(),
        label=_("Levels"),
        min_num=LEAST_LEVELS,
        max_num=MOST_LEVELS,
        help_text=_("From the lowest up. The lowest has no point, each further one a point more."),
    )

    class Meta:
        icon = "list-ul"
        label = _("Criterion")


class RubricBlock(blocks.StreamBlock):
    """As a value a stream of criteria; `rubric_of` and `value_of` go to and from what is kept."""

    criterion = CriterionBlock()

    class Meta:
        max_num = MOST_CRITERIA

    def value_from_datadict(self, data, files, prefix):
        if self.value_omitted_from_data(data, files, prefix):
            return self.value_of([])
        return super().value_from_datadict(data, files, prefix)

    def value_of(self, rubric):
        """The value of the block for a rubric as it is kept."""
        return self.to_python(
            [
                {
                    "type": "criterion",
                    "id": each["key"],
                    "value": {name: each[name] for name in ("en", "km", "levels")},
                }
                for each in rubric
            ]
        )

    def rubric_of(self, value):
        """What is kept of a valid value; a criterion keeps its key when it is changed."""
        return [
            {
                "key": item["id"],
                **{name: item["value"][name] for name in ("en", "km")},
                "levels": [dict(level["value"]) for level in item["value"]["levels"]],
            }
            for item in self.get_prep_value(value)
        ]
