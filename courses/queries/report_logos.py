"""The logos at the head of a report made of a template."""

from courses.adapters.paper.facts import Party, Words
from courses.models import ReportTemplate


def parties_of_template(template: ReportTemplate | None) -> list[Party]:
    """In the order of the template; without the picture where its file is lost."""
    if template is None:
        return []
    found = []
    for row in template.logos.select_related("image"):
        try:
            with row.image.file.open("rb") as file:
                found.append(Party(Words(row.name, row.name), file.read()))
        except FileNotFoundError:
            continue
    return found
