"""A design as the browser sends its form."""

from wagtail.blocks import StreamBlock, StructBlock

from certificates.forms.designs import BLOCK, DesignForm


def sent(name: str, sheet: dict) -> dict[str, str]:
    """The fields of the editor for a drawing."""
    answers = DesignForm.answers_of(name, sheet)
    plain = {each: answers[each] for each in ("name", "page", "background")}
    return plain | _values(BLOCK, answers["elements"], "elements")


def _values(block, value, prefix) -> dict[str, str]:
    if isinstance(block, StreamBlock):
        return _stream(value, prefix)
    if isinstance(block, StructBlock):
        parts = [
            _values(each, value[name], f"{prefix}-{name}")
            for name, each in block.child_blocks.items()
        ]
        return {key: each for part in parts for key, each in part.items()}
    return {} if value is None or value is False else {prefix: str(value)}


def _stream(value, prefix) -> dict[str, str]:
    found = {f"{prefix}-count": str(len(value))}
    for number, child in enumerate(value):
        place = f"{prefix}-{number}"
        found |= {
            f"{place}-type": child.block_type,
            f"{place}-deleted": "",
            f"{place}-order": str(number),
            f"{place}-id": "",
        }
        found |= _values(child.block, child.value, f"{place}-value")
    return found
