"""Tag of the page editor: what is still to mend before the page is published."""

from django import template
from django.urls import reverse

from courses.forms.page_check_words import place, sentence
from courses.queries.page_checks import page_findings

register = template.Library()
#: What is mended on the screen on which the page stands beside its translation.
OF_TRANSLATIONS = {"behind_source", "translation_behind", "untranslated"}


@register.inclusion_tag("courses/panels/checks.html")
def page_checks(page):
    """`{% page_checks self.instance %}`; says nothing about a page that was never saved."""
    rows = []
    if page.pk:
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        translate = f"{reverse('courses_translation')}?page={page.pk}"
        rows = [
            {
                "is_blocking": finding.is_blocking,
                "place": place(finding),
                "sentence": sentence(finding),
                "url": f"{address}#{finding.part.anchor}" if finding.part.anchor else "",
                "translate": translate if finding.code in OF_TRANSLATIONS else "",
            }
            for finding in page_findings(page)
        ]
    return {"rows": rows, "is_saved": bool(page.pk)}
