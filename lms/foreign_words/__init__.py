"""Words of Django, allauth and Wagtail that people meet here and that lack Khmer upstream."""


def ngettext_noop(one: str, many: str) -> tuple[str, str]:
    """Mark both forms of a message for the catalogue; Django has no such marker of its own."""
    return one, many
