"""Public pages: the catalogue and its branches, one page per course and language, and lessons."""

import swapper
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.images import get_image_model_string
from wagtail.models import Page, PageViewRestriction

from courses import conf
from courses.adapters.data_saver import VERSION, vary, version_of
from courses.blocks import LessonBody


class SalaPage(models.Model):
    """Gives templates of a page the base template that the site has chosen."""

    class Meta:
        abstract = True

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["sala_base"] = conf.get("COURSES_BASE_TEMPLATE")
        return context

    def get_view_restrictions(self):
        """None without looking where the query that found the page saw that no page has any."""
        if getattr(self, "site_has_restrictions", True):
            return super().get_view_restrictions()
        return PageViewRestriction.objects.none()


class CatalogueMixin(SalaPage):
    """The list of courses by topic; a branch below it belongs to one team of trainers."""

    intro = models.TextField(_("introduction"), blank=True)

    class Meta:
        abstract = True


class CataloguePage(CatalogueMixin, Page):
    """Lists every live course page below it. Personal data: none."""

    template = "courses/catalogue/page.html"
    subpage_types = ["courses.CataloguePage", "courses.CoursePage"]
    content_panels = [
        TitleFieldPanel("title"),
        FieldPanel("intro"),
    ]

    class Meta:
        verbose_name = _("catalogue")
        verbose_name_plural = _("catalogues")


class CoursePageMixin(SalaPage):
    """What the public reads about a course, in one language."""

    course = models.ForeignKey(
        "courses.Course",
        models.PROTECT,
        null=True,
        related_name="pages",
        verbose_name=_("course"),
        help_text=_("Code, topics, hours and the rule for completion are kept there."),
    )
    summary = models.CharField(
        _("summary"),
        max_length=300,
        blank=True,
        help_text=_("One sentence: how long, for what, with which result."),
    )
    picture = models.ForeignKey(
        get_image_model_string(),
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )
    picture_alt = models.CharField(
        _("what the picture shows"),
        max_length=250,
        blank=True,
        help_text=_("One sentence for people who cannot see it."),
    )
    outcomes = StreamField(
        [("outcome", blocks.CharBlock(label=_("Outcome"), max_length=200))],
        blank=True,
        verbose_name=_("what you will be able to do"),
        help_text=_("Three to five lines, each beginning with a verb."),
    )
    audience = models.CharField(
        _("who it is for"), max_length=300, blank=True, help_text=_("One sentence.")
    )
    certificate = models.CharField(
        _("certificate"),
        max_length=300,
        blank=True,
        help_text=_("One sentence: what must be done to get it."),
    )
    about = RichTextField(
        _("about the course"), blank=True, features=["h3", "bold", "ul", "ol", "link"]
    )
    search_words = models.CharField(_("other words people search for"), max_length=300, blank=True)

    class Meta:
        abstract = True


class CoursePage(CoursePageMixin, Page):
    """The page of a course in one language, with its lessons below. Personal data: none."""

    template = "courses/course/page.html"
    parent_page_types = ["courses.CataloguePage"]
    subpage_types = ["courses.LessonPage"]
    content_panels = [
        HelpPanel(template="courses/panels/course_help.html"),
        TitleFieldPanel("title", help_text=_("What people call the course, in few words.")),
        FieldPanel("course"),
        FieldPanel("summary"),
        MultiFieldPanel([FieldPanel("picture"), FieldPanel("picture_alt")], heading=_("Picture")),
        FieldPanel("outcomes"),
        FieldPanel("audience"),
        FieldPanel("certificate"),
        FieldPanel("about"),
        FieldPanel("search_words"),
    ]

    class Meta:
        verbose_name = _("course page")
        verbose_name_plural = _("course pages")


class LessonPageMixin(SalaPage):
    """One online lesson."""

    summary = models.CharField(
        _("summary"), max_length=300, blank=True, help_text=_("What the reader will know after it.")
    )
    minutes = models.PositiveSmallIntegerField(
        _("minutes to read"), default=5, help_text=_("Read it aloud once and look at the clock.")
    )
    body = StreamField(LessonBody(), blank=True, verbose_name=_("lesson"))

    class Meta:
        abstract = True

    def serve(self, request, *args, **kwargs):
        response = super().serve(request, *args, **kwargs)
        vary(response)
        response[VERSION] = version_of(self)
        return response

    @property
    def quiz(self):
        """The quiz block's value as it is stored, or None."""
        return next(
            (block["value"] for block in self.body.raw_data if block["type"] == "quiz"), None
        )


class LessonPage(LessonPageMixin, Page):
    """A lesson below a course page; its translations share one translation key.

    Personal data: none.
    """

    template = "courses/lesson/page.html"
    parent_page_types = ["courses.CoursePage"]
    subpage_types = []
    content_panels = [
        HelpPanel(template="courses/panels/lesson_help.html"),
        TitleFieldPanel("title"),
        FieldPanel("summary"),
        FieldPanel("minutes"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("lesson page")
        verbose_name_plural = _("lesson pages")


class PageSearchText(models.Model):
    """The words of a live page, folded for search inside unspaced Khmer, and about how many bytes
    a phone loads for it: with pictures as they are, with those of the data saver, and for sound
    and film that it is asked for. Personal data: none."""

    page = models.OneToOneField(
        swapper.get_model_name("wagtailcore", "Page"),
        models.CASCADE,
        primary_key=True,
        related_name="+",
    )
    course_page = models.ForeignKey(CoursePage, models.CASCADE, related_name="search_texts")
    key = models.TextField()
    size = models.PositiveIntegerField(default=0)
    saver_size = models.PositiveIntegerField(default=0)
    media_size = models.PositiveIntegerField(default=0)
    film_size = models.PositiveIntegerField(default=0)
