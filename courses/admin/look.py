"""The sheet that makes Khmer readable on every page of the Wagtail admin."""

from django.templatetags.static import static
from django.utils.html import format_html


def khmer_sheet():
    """Hook `insert_global_admin_css`."""
    return format_html('<link rel="stylesheet" href="{}">', static("courses/admin/khmer.css"))
