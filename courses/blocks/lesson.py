"""The parts of a lesson: text, pictures, sound, film, downloads, callouts and one quiz."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from courses.blocks.questions import QuizBlock
from courses.blocks.tables import TableBlock

TEXT_FEATURES = ["h2", "h3", "bold", "ul", "ol", "link", "document-link"]


def with_recording(value):
    """What the block of a text holds; older lessons hold bare text, without a recording."""
    return value if isinstance(value, dict) else {"text": value, "recording": None}


class TextBlock(blocks.StructBlock):
    """A text that somebody may read aloud. Its words are what the recording says."""

    text = blocks.RichTextBlock(
        label=_("Text"),
        features=TEXT_FEATURES,
        help_text=_("Short sentences. One thought in a paragraph."),
    )
    recording = DocumentChooserBlock(
        label=_("Recording"),
        required=False,
        help_text=_("Somebody reads this text aloud. MP3, M4A or OGG."),
    )

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "courses/blocks/text.html"

    def to_python(self, value):
        return super().to_python(with_recording(value))

    def bulk_to_python(self, values):
        return super().bulk_to_python([with_recording(value) for value in values])

    def normalize(self, value):
        return super().normalize(with_recording(value))


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


class LessonBody(blocks.StreamBlock):
    """The parts of a lesson in reading order; at most one quiz."""

    text = TextBlock()
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
