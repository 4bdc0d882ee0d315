"""The quiz of a lesson and its questions, one block for each kind."""

from collections import Counter

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

LONGEST_PART = 250


def refuse(name: str, sentence: str) -> None:
    """Raises what a block raises when one of its parts will not do."""
    raise blocks.StructBlockValidationError(block_errors={name: ValidationError(sentence)})


def key(text: str) -> str:
    return " ".join(text.split()).casefold()


def has_twins(texts) -> bool:
    found = [key(text) for text in texts]
    return len(set(found)) < len(found)


def why_block():
    return blocks.TextBlock(
        label=_("Why"),
        rows=2,
        required=False,
        search_index=False,
        help_text=_("Shown after the answers are handed in."),
    )


def pool_block():
    return blocks.CharBlock(
        label=_("Pool"),
        required=False,
        max_length=50,
        search_index=False,
        help_text=_("Name of the pool that it is drawn from. Without one it is always asked."),
    )


class TextChoiceBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Answer"), max_length=LONGEST_PART)
    is_correct = blocks.BooleanBlock(label=_("Right"), required=False)

    class Meta:
        icon = "tick"


class ChoiceQuestionBlock(blocks.StructBlock):
    question = blocks.TextBlock(label=_("Question"), rows=2)
    choices = blocks.ListBlock(TextChoiceBlock(), label=_("Answers"), min_num=2, max_num=8)
    feedback = why_block()
    pool = pool_block()

    class Meta:
        icon = "radio-full"
        label = _("Choose answers")
        help_text = _("One right answer makes round buttons, several make boxes to tick.")

    def clean(self, value):
        cleaned = super().clean(value)
        right = [choice["is_correct"] for choice in cleaned["choices"]]
        if not any(right) or all(right):
            refuse("choices", _("Mark at least one answer as right and leave at least one wrong."))
        return cleaned


class TrueFalseBlock(blocks.StructBlock):
    question = blocks.TextBlock(label=_("Statement"), rows=2)
    is_true = blocks.BooleanBlock(label=_("The statement is true"), required=False)
    feedback = why_block()
    pool = pool_block()

    class Meta:
        icon = "check"
        label = _("True or false")


class PictureChoiceBlock(blocks.StructBlock):
    image = ImageChooserBlock(label=_("Picture"))
    alt = blocks.CharBlock(
        label=_("What the picture shows"),
        max_length=LONGEST_PART,
        help_text=_("For people who cannot see it. Do not say whether it is right."),
    )
    is_correct = blocks.BooleanBlock(label=_("Right"), required=False)

    class Meta:
        icon = "image"


class PictureQuestionBlock(blocks.StructBlock):
    question = blocks.TextBlock(label=_("Question"), rows=2)
    choices = blocks.ListBlock(PictureChoiceBlock(), label=_("Pictures"), min_num=2, max_num=6)
    feedback = why_block()
    pool = pool_block()

    class Meta:
        icon = "image"
        label = _("Choose a picture")

    def clean(self, value):
        cleaned = super().clean(value)
        if [choice["is_correct"] for choice in cleaned["choices"]].count(True) != 1:
            refuse("choices", _("Mark exactly one picture as right."))
        return cleaned


class OrderQuestionBlock(blocks.StructBlock):
    question = blocks.TextBlock(label=_("Question"), rows=2)
    items = blocks.ListBlock(
        blocks.CharBlock(label=_("One step"), max_length=LONGEST_PART),
        label=_("Steps"),
        min_num=3,
        max_num=8,
        help_text=_("In the right order. People see them mixed."),
    )
    feedback = why_block()
    pool = pool_block()

    class Meta:
        icon = "list-ol"
        label = _("Put in order")

    def clean(self, value):
        cleaned = super().clean(value)
        if has_twins(cleaned["items"]):
            refuse("items", _("Two steps have the same words."))
        return cleaned


class PairBlock(blocks.StructBlock):
    thing = blocks.CharBlock(label=_("One thing"), max_length=LONGEST_PART)
    belongs = blocks.CharBlock(label=_("What belongs to it"), max_length=LONGEST_PART)

    class Meta:
        icon = "link"


class MatchQuestionBlock(blocks.StructBlock):
    question = blocks.TextBlock(label=_("Question"), rows=2)
    pairs = blocks.ListBlock(
        PairBlock(),
        label=_("Pairs"),
        min_num=2,
        max_num=8,
        help_text=_("The same words may belong to several things; they are offered once."),
    )
    extra = blocks.ListBlock(
        blocks.CharBlock(label=_("Answer"), max_length=LONGEST_PART),
        label=_("Offered too, but belongs to nothing"),
        max_num=4,
        default=[],
    )
    feedback = why_block()
    pool = pool_block()

    class Meta:
        icon = "link"
        label = _("Match things")

    def clean(self, value):
        cleaned = super().clean(value)
        belongs = [pair["belongs"] for pair in cleaned["pairs"]]
        if has_twins(pair["thing"] for pair in cleaned["pairs"]):
            refuse("pairs", _("Two things have the same words."))
        if has_twins(dict.fromkeys([*belongs, *cleaned["extra"]])) or set(belongs) & set(
            cleaned["extra"]
        ):
            refuse("extra", _("This is offered already."))
        return cleaned


class NumberQuestionBlock(blocks.StructBlock):
    question = blocks.TextBlock(label=_("Question"), rows=2)
    number = blocks.DecimalBlock(label=_("Right number"), max_digits=15)
    tolerance = blocks.DecimalBlock(
        label=_("May differ by"),
        default=0,
        min_value=0,
        max_digits=15,
        help_text=_("0 where only the exact number is right."),
    )
    unit = blocks.CharBlock(
        label=_("Unit"), required=False, max_length=30, help_text=_("Stands behind the number.")
    )
    feedback = why_block()
    pool = pool_block()

    class Meta:
        icon = "decimal"
        label = _("Number")


class WrittenQuestionBlock(blocks.StructBlock):
    question = blocks.TextBlock(label=_("Question"), rows=2)
    guide = blocks.TextBlock(
        label=_("What a good answer says"),
        rows=3,
        search_index=False,
        help_text=_("Only the trainers who mark the answers read this."),
    )
    feedback = why_block()
    pool = pool_block()

    class Meta:
        icon = "edit"
        label = _("Short answer, marked by a trainer")


class QuestionsBlock(blocks.StreamBlock):
    choice = ChoiceQuestionBlock()
    true_false = TrueFalseBlock()
    picture = PictureQuestionBlock()
    order = OrderQuestionBlock()
    match = MatchQuestionBlock()
    number = NumberQuestionBlock()
    written = WrittenQuestionBlock()


class AskedQuestionsBlock(QuestionsBlock):
    """Questions of a test: nobody has to mark them, and everybody with a form gets all of them."""

    written = None


class PoolBlock(blocks.StructBlock):
    name = blocks.CharBlock(
        label=_("Pool"), max_length=50, help_text=_("As it is written at the questions.")
    )
    count = blocks.IntegerBlock(label=_("How many are drawn"), min_value=1, max_value=40)

    class Meta:
        icon = "list-ul"


class QuizBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=150)
    questions = QuestionsBlock(label=_("Questions"), min_num=1, max_num=100)
    pools = blocks.ListBlock(
        PoolBlock(),
        label=_("Pools"),
        default=[],
        help_text=_("Each person gets other questions, drawn from those with the pool's name."),
    )
    shuffle = blocks.BooleanBlock(
        label=_("Mix questions and answers"),
        required=False,
        help_text=_("Each person sees them in another order."),
    )
    pass_percent = blocks.IntegerBlock(
        label=_("Passed from, in per cent"),
        required=False,
        min_value=1,
        max_value=100,
        help_text=_("Empty: what the course asks for."),
    )
    attempts = blocks.IntegerBlock(
        label=_("Attempts allowed"), default=0, min_value=0, max_value=20,
        help_text=_("0: as many as people like."),
    )  # fmt: skip
    minutes = blocks.IntegerBlock(
        label=_("Time limit in minutes"), default=0, min_value=0, max_value=240,
        help_text=_("0: no limit. The time begins when the person opens the questions."),
    )  # fmt: skip
    notes = blocks.ChoiceBlock(
        label=_("When people see what was right"),
        choices=[
            ("always", _("After every attempt")),
            ("passed", _("When they have passed, or have no attempt left")),
        ],
        default="always",
    )

    class Meta:
        icon = "form"
        label = _("Quiz")
        template = "courses/blocks/quiz.html"

    def clean(self, value):
        """Each pool is named once and has as many questions as are drawn from it."""
        cleaned = super().clean(value)
        have = Counter(
            (question.value.get("pool") or "").strip() for question in cleaned["questions"]
        )
        names = [pool["name"].strip() for pool in cleaned["pools"]]
        if len(set(names)) < len(names):
            refuse("pools", _("Name each pool once."))
        if any(have[pool["name"].strip()] < pool["count"] for pool in cleaned["pools"]):
            refuse("pools", _("A pool has fewer questions than are drawn from it."))
        return cleaned
