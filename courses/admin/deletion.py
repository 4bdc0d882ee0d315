"""What keeps a record from being deleted: everything of value that points at it."""

from dataclasses import dataclass

from django.db.models import Model
from django.utils.text import capfirst


@dataclass(frozen=True)
class Holder:
    """Rows of one kind that need the record."""

    label: str
    count: int


def holders(row: Model, parts: tuple[str, ...]) -> list[Holder]:
    """Kinds of rows that point at `row` and how many, without its own `parts`."""
    found = []
    for relation in relations_to(type(row)):
        if relation.get_accessor_name() in parts:
            continue
        model = relation.related_model
        count = model._base_manager.filter(**{relation.field.name: row}).count()
        if count:
            found.append(Holder(capfirst(str(model._meta.verbose_name_plural)), count))
    return found


def relations_to(model: type[Model]) -> list:
    """Relations that end at the model, also those without a reverse name; a many-to-many counts
    once, not again for its table."""
    return [
        relation
        for relation in model._meta.get_fields(include_hidden=True)
        if relation.auto_created
        and not relation.concrete
        and not relation.related_model._meta.auto_created
    ]
