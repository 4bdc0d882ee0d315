"""StreamField blocks of lessons: text, pictures, sound, film, downloads, callouts and quizzes."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from courses.adapters.table_text import as_rows

TEXT_FEATURES = ["h2", "h3", "bold", "ul", "ol", "link", "document-link"]


class PictureBlock(blocks.StructBlock):
    image = ImageChooserBlock(label=_("Picture"))
    alt = blocks.CharBlock(
        label=_("What the picture shows"),
        max_length=250,
        help_text=_("For people who cannot see it. One sentence."),
    )
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=250)

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "courses/blocks/picture.html"


class PictureStepBlock(blocks.StructBlock):
    image = ImageChooserBlock(label=_("Picture"))
    alt = blocks.CharBlock(label=_("What the picture shows"), max_length=250)
    text = blocks.TextBlock(label=_("What to do"), rows=2)

    class Meta:
        icon = "image"


class PictureStepsBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=150)
    steps = blocks.ListBlock(PictureStepBlock(), label=_("Steps"), min_num=2, max_num=12)

    class Meta:
        icon = "list-ol"
        label = _("Picture steps")
        template = "courses/blocks/picture_steps.html"


class AudioBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=150)
    file = DocumentChooserBlock(label=_("Sound file"), help_text=_("MP3, M4A or OGG."))
    transcript = blocks.RichTextBlock(
        label=_("The spoken words"), features=["bold", "ul", "ol"], required=False
    )

    class Meta:
        icon = "media"
        label = _("Audio")
        template = "courses/blocks/audio.html"


class VideoBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=150)
    file = DocumentChooserBlock(label=_("Film file"), help_text=_("MP4 or WebM."))
    poster = ImageChooserBlock(label=_("Still picture"), required=False)
    captions = DocumentChooserBlock(
        label=_("Captions"), required=False, help_text=_("WebVTT file.")
    )
    transcript = blocks.RichTextBlock(
        label=_("The spoken words"), features=["bold", "ul", "ol"], required=False
    )

    class Meta:
        icon = "media"
        label = _("Video")
        template = "courses/blocks/video.html"


class DownloadBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=150)
    file = DocumentChooserBlock(label=_("File"))

    class Meta:
        icon = "download"
        label = _("Download")
        template = "courses/blocks/download.html"


class CalloutBlock(blocks.StructBlock):
    kind = blocks.ChoiceBlock(
        label=_("Kind"),
        choices=[
            ("remember", _("Remember")),
            ("try", _("Try it")),
            ("careful", _("Be careful")),
        ],
        default="remember",
    )
    title = blocks.CharBlock(label=_("Title"), max_length=150)
    text = blocks.RichTextBlock(label=_("Text"), features=["bold", "ul", "ol", "link"])

    class Meta:
        icon = "help"
        label = _("Callout")
        template = "courses/blocks/callout.html"


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


class ChoiceBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Answer"), max_length=250)
    is_correct = blocks.BooleanBlock(label=_("Right"), required=False)

    class Meta:
        icon = "tick"


class QuestionBlock(blocks.StructBlock):
    question = blocks.TextBlock(label=_("Question"), rows=2)
    choices = blocks.ListBlock(ChoiceBlock(), label=_("Answers"), min_num=2, max_num=8)
    feedback = blocks.TextBlock(
        label=_("Why"),
        rows=2,
        required=False,
        help_text=_("Shown after the answers are handed in."),
    )

    class Meta:
        icon = "help"

    def clean(self, value):
        cleaned = super().clean(value)
        right = [choice["is_correct"] for choice in cleaned["choices"]]
        if not any(right) or all(right):
            raise blocks.StructBlockValidationError(
                block_errors={
                    "choices": ValidationError(
                        _("Mark at least one answer as right and leave at least one wrong.")
                    )
                }
            )
        return cleaned


class QuizBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=150)
    questions = blocks.ListBlock(QuestionBlock(), label=_("Questions"), min_num=1, max_num=40)

    class Meta:
        icon = "form"
        label = _("Quiz")
        template = "courses/blocks/quiz.html"


class LessonBody(blocks.StreamBlock):
    """The parts of a lesson in reading order; at most one quiz."""

    text = blocks.RichTextBlock(
        label=_("Text"),
        icon="pilcrow",
        features=TEXT_FEATURES,
        template="courses/blocks/text.html",
        help_text=_("Short sentences. One thought in a paragraph."),
    )
    picture = PictureBlock()
    picture_steps = PictureStepsBlock()
    audio = AudioBlock()
    video = VideoBlock()
    download = DownloadBlock()
    callout = CalloutBlock()
    table = TableBlock()
    quiz = QuizBlock()

    class Meta:
        block_counts = {"quiz": {"max_num": 1}}
