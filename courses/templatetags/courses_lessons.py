"""Tags for the page of a lesson: how it is drawn, its parts, and where the reader stopped."""

from django import template

from courses.adapters.data_saver import look_of
from courses.forms.lesson_site import site_for
from courses.queries import lesson_parts

register = template.Library()


@register.filter
def anchor(key):
    """Where on the page the part with this key begins."""
    return lesson_parts.anchor_of(key)


@register.simple_tag
def lesson_site(page, screen):
    """What the script of a lesson knows of it."""
    return site_for(page, is_read=bool(screen and screen.is_read))


@register.simple_tag(takes_context=True)
def lesson_look(context):
    """Whether pictures are small and sound is a link; see `Look`."""
    return look_of(context.get("request"))


@register.simple_tag(takes_context=True)
def lesson_parts_of(context, page, look):
    """The drawn parts of a lesson in reading order."""
    is_preview = getattr(context.get("request"), "is_preview", False)
    return lesson_parts.parts_of(page, look, is_preview=is_preview)
