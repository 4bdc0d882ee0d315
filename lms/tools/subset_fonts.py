"""Subsets the Khmer web fonts: modern letters only, all shaping rules kept, screen hints dropped.

Run from the repository root after `npm ci`:  python lms/tools/subset_fonts.py
"""

from pathlib import Path

from fontTools import subset

SOURCE = Path("node_modules/@fontsource")
TARGET = Path("courses/static/courses/fonts")
FONTS = {
    "battambang-400.woff2": "battambang/files/battambang-khmer-400-normal.woff2",
    "battambang-700.woff2": "battambang/files/battambang-khmer-700-normal.woff2",
    "moul-400.woff2": "moul/files/moul-khmer-400-normal.woff2",
}
# Deprecated or only for Sanskrit and old lunar dates; a device font shows them if they ever occur.
ARCHAIC = {0x17A3, 0x17A4, 0x17B4, 0x17B5, 0x17D3, 0x17D8, 0x17DC, 0x17DD}
KHMER = set(range(0x1780, 0x17EA)) - ARCHAIC
HELPERS = {0x20, 0xA0, 0x200B, 0x200C, 0x200D, 0x25CC}


def options():
    """Keep every shaping feature and the naming that the licence asks for; drop the rest."""
    kept = subset.Options()
    kept.flavor = "woff2"
    kept.layout_features = ["*"]
    kept.layout_scripts = ["*"]
    kept.hinting = False
    kept.glyph_names = False
    kept.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    kept.name_languages = [0x409]
    return kept


def subset_font(source, target):
    """Writes the subset of `source` to `target`."""
    kept = options()
    font = subset.load_font(str(source), kept)
    subsetter = subset.Subsetter(kept)
    subsetter.populate(unicodes=KHMER | HELPERS)
    subsetter.subset(font)
    subset.save_font(font, str(target), kept)
    return target.stat().st_size


def main():
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, source in FONTS.items():
        print(f"{name}: {subset_font(SOURCE / source, TARGET / name):,} bytes")


if __name__ == "__main__":
    main()
