"""Report templates: what a donor is told again and again, and in which words."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.images import get_image_model_string
from wagtail.models import Orderable

from courses.choices import ReportLanguage


class ReportTemplate(ClusterableModel):
    """A report without its period. Personal data: none."""

    name = models.CharField(
        _("name of the template"),
        max_length=120,
        unique=True,
        help_text=_("Under this name staff find it."),
    )
    title_en = models.CharField(_("title in English"), max_length=120)
    title_km = models.CharField(_("title in Khmer"), max_length=120, blank=True)
    introduction_en = models.TextField(
        _("introduction in English"),
        max_length=1000,
        blank=True,
        help_text=_("Stands below the title. No names of people."),
    )
    introduction_km = models.TextField(_("introduction in Khmer"), max_length=1000, blank=True)
    notes_en = models.TextField(
        _("notes in English"),
        max_length=1000,
        blank=True,
        help_text=_("Stands at the end, beside what is not known. No names of people."),
    )
    notes_km = models.TextField(_("notes in Khmer"), max_length=1000, blank=True)
    language = models.CharField(
        _("language"),
        max_length=4,
        choices=ReportLanguage.choices,
        default=ReportLanguage.ENGLISH,
        help_text=_("The language of its files."),
    )
    targets = models.ForeignKey(
        "courses.TargetSet",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="templates",
        verbose_name=_("targets"),
        help_text=_("Their percentage stands beside the figures whose period fits."),
    )
    shows_months = models.BooleanField(_("chart of the months"), default=True)
    shows_map = models.BooleanField(_("map of the provinces"), default=True)
    shows_learning = models.BooleanField(
        _("learning results"),
        default=False,
        help_text=_("Tests, satisfaction and use at work by course, without names of trainers."),
    )

    class Meta:
        ordering = ["name"]
        verbose_name = _("report template")
        verbose_name_plural = _("report templates")

    def __str__(self):
        return self.name

    @property
    def title(self) -> str:
        """In the language in use, English where there is no other."""
        is_khmer = (get_language() or "").startswith("km")
        return (self.title_km if is_khmer else "") or self.title_en


class ReportFigure(Orderable):
    """An indicator of a template, in its place. Personal data: none."""

    template = ParentalKey(ReportTemplate, on_delete=models.CASCADE, related_name="figures")
    indicator = models.CharField(_("figure"), max_length=8)

    class Meta(Orderable.Meta):
        verbose_name = _("figure of a report")
        verbose_name_plural = _("figures of a report")
        constraints = [
            models.UniqueConstraint(
                fields=["template", "indicator"],
                name="report_has_a_figure_once",
                violation_error_message=_("This figure is in the report already."),
            )
        ]

    def __str__(self):
        return self.indicator


class ReportTable(Orderable):
    """A table of a template: the figures by one dimension. Personal data: none."""

    template = ParentalKey(ReportTemplate, on_delete=models.CASCADE, related_name="tables")
    dimension = models.CharField(_("rows"), max_length=24)

    class Meta(Orderable.Meta):
        verbose_name = _("table of a report")
        verbose_name_plural = _("tables of a report")
        constraints = [
            models.UniqueConstraint(
                fields=["template", "dimension"],
                name="report_has_a_table_once",
                violation_error_message=_("This table is in the report already."),
            )
        ]

    def __str__(self):
        return self.dimension


class ReportCross(Orderable):
    """A table of a template with one figure: by rows, and by columns where there are any. Personal
    data: none."""

    template = ParentalKey(ReportTemplate, on_delete=models.CASCADE, related_name="crosses")
    indicator = models.CharField(_("figure"), max_length=8)
    rows = models.CharField(_("rows"), max_length=24)
    columns = models.CharField(_("columns"), max_length=24, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("table of one figure")
        verbose_name_plural = _("tables of one figure")
        constraints = [
            models.UniqueConstraint(
                fields=["template", "indicator", "rows", "columns"],
                name="report_has_a_cross_once",
                violation_error_message=_("This table is in the report already."),
            ),
            models.CheckConstraint(
                condition=~models.Q(rows=models.F("columns")),
                name="rows_are_not_the_columns",
                violation_error_message=_("Rows and columns are the same. Choose another one."),
            ),
        ]

    def __str__(self):
        return f"{self.indicator}: {self.rows} {self.columns}".strip()


class ReportFilter(Orderable):
    """What a report counts alone, such as "donor:7" (`rules.reach.parts`); several values of one
    dimension count together. Personal data: none."""

    template = ParentalKey(ReportTemplate, on_delete=models.CASCADE, related_name="filters")
    part = models.CharField(_("counts only"), max_length=60)

    class Meta(Orderable.Meta):
        verbose_name = _("filter of a report")
        verbose_name_plural = _("filters of a report")

    def __str__(self):
        return self.part


class ReportLogo(Orderable):
    """A logo at the head of a report, and whose it is. Personal data: none."""

    template = ParentalKey(ReportTemplate, on_delete=models.CASCADE, related_name="logos")
    image = models.ForeignKey(
        get_image_model_string(),
        models.PROTECT,
        related_name="+",
        verbose_name=_("logo at the head"),
    )
    name = models.CharField(
        _("whose it is"), max_length=120, help_text=_("For those who hear the report.")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("logo of a report")
        verbose_name_plural = _("logos of a report")

    def __str__(self):
        return self.name
