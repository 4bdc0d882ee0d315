"""The tag that lets a screen of a trainer work without signal."""

from django import template

from courses.forms.offline_site import guest_for, site_for
from courses.templatetags.courses import roles

register = template.Library()


@register.inclusion_tag("courses/offline/head.html", takes_context=True)
def offline_head(context):
    """Meta data, manifest and script for a trainer. For anybody else, a line that makes the people
    of a trainer leave the phone."""
    request = context["request"]
    is_trainer, _is_staff = roles(request.user) if request.user.is_authenticated else (False, False)
    return {"site": site_for(request)} if is_trainer else {"guest": guest_for(request.user)}
