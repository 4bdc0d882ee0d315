"""Shaping with HarfBuzz: how wide a text is, and whether it can be printed at all."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import uharfbuzz as hb

from courses.adapters.printing.errors import TypesettingError
from courses.adapters.printing.fonts import for_harfbuzz

DOTTED_CIRCLE = 0x25CC


@dataclass(frozen=True)
class Type:
    """What decides the shape of a text, its size and colour apart. `track` is in em."""

    fonts: tuple[str, ...]
    weight: int = 400
    is_italic: bool = False
    track: float = 0.0


@dataclass(frozen=True)
class Shaped:
    """Glyphs by family, in order; `width` is in em."""

    width: float
    glyphs: tuple[tuple[str, tuple[int, ...]], ...]


@lru_cache(maxsize=8192)
def shaped(text: str, kind: Type) -> Shaped:
    """The text as one line. Raises TypesettingError `missing_glyph` or `malformed`."""
    width, clusters, runs = 0.0, 0, []
    for family, run in runs_of(text, kind):
        font = for_harfbuzz(family, kind.weight, kind.is_italic)
        buffer = hb.Buffer()
        buffer.add_str(run)
        buffer.guess_segment_properties()
        hb.shape(font, buffer)
        glyphs = tuple(info.codepoint for info in buffer.glyph_infos)
        if font.get_nominal_glyph(DOTTED_CIRCLE) in glyphs:
            raise TypesettingError("malformed", text)
        width += sum(place.x_advance for place in buffer.glyph_positions) / font.face.upem
        clusters += len({info.cluster for info in buffer.glyph_infos})
        runs.append((family, glyphs))
    return Shaped(width + kind.track * max(0, clusters - 1), tuple(runs))


def runs_of(text: str, kind: Type) -> list[tuple[str, str]]:
    """The text cut where the family changes: each letter in the first family that has it."""
    runs: list[tuple[str, str]] = []
    for letter in text:
        family = _family_of(letter, kind)
        if family is None:
            family = runs[-1][0] if runs else kind.fonts[0]
        if runs and runs[-1][0] == family:
            runs[-1] = (family, runs[-1][1] + letter)
        else:
            runs.append((family, letter))
    return runs


def _family_of(letter: str, kind: Type) -> str | None:
    """The family for a letter; None for what is never seen, such as a zero-width space."""
    for family in kind.fonts:
        if for_harfbuzz(family, kind.weight, kind.is_italic).get_nominal_glyph(ord(letter)):
            return family
    if unicodedata.category(letter) == "Cf":
        return None
    name = unicodedata.name(letter, f"U+{ord(letter):04X}")
    raise TypesettingError("missing_glyph", f"{letter} ({name})")
