"""The tag that lets a screen of a trainer work without signal."""

from django import template

from courses import permissions
from courses.forms.offline_site import guest_for, site_for

register = template.Library()


@register.inclusion_tag("courses/offline/head.html", takes_context=True)
def offline_head(context):
    """Meta data, manifest and script for a trainer. For anybody else, a line that makes the people
    of a trainer leave the phone."""
    request = context["request"]
    if not permissions.is_trainer(request.user):
        return {"guest": guest_for(request.user)}
    return {"site": site_for(request)}
