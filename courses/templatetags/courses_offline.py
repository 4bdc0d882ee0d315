"""The tag that lets a screen of a trainer work without signal."""

from django import template

from courses import permissions
from courses.forms.offline_site import site_for

register = template.Library()


@register.inclusion_tag("courses/offline/head.html", takes_context=True)
def offline_head(context):
    """Meta data, manifest and script for a trainer; nothing for anybody else."""
    request = context["request"]
    if not permissions.is_trainer(request.user):
        return {}
    return {"site": site_for(request)}
