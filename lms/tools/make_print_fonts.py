"""Makes the fonts of printed things: static TTF files with what certificates and sheets can need.

Run from the repository root after `npm ci` and `pip install fontpkg-noto-serif==2.15
fontpkg-noto-sans==2.15`:  python lms/tools/make_print_fonts.py
"""

from importlib.util import find_spec
from pathlib import Path
from shutil import copyfile

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

TARGET = Path("courses/engine/fonts")
NPM = Path("node_modules/@fontsource")
KHMER = {
    "Battambang-400.ttf": "battambang/files/battambang-khmer-400-normal.woff2",
    "Battambang-700.ttf": "battambang/files/battambang-khmer-700-normal.woff2",
    "Moul-400.ttf": "moul/files/moul-khmer-400-normal.woff2",
}
LATIN = {
    "NotoSerif-400.ttf": ("fontpkg_noto_serif", "NotoSerif[wdth,wght].ttf", 400),
    "NotoSerif-500.ttf": ("fontpkg_noto_serif", "NotoSerif[wdth,wght].ttf", 500),
    "NotoSerif-600.ttf": ("fontpkg_noto_serif", "NotoSerif[wdth,wght].ttf", 600),
    "NotoSerif-Italic-400.ttf": ("fontpkg_noto_serif", "NotoSerif-Italic[wdth,wght].ttf", 400),
    "NotoSans-600.ttf": ("fontpkg_noto_sans", "NotoSans[wdth,wght].ttf", 600),
}
# Latin with every accent of a living European or Vietnamese spelling, and the usual punctuation.
LATIN_LETTERS = {
    *range(0x20, 0x7F), *range(0xA0, 0x250), *range(0x300, 0x370), *range(0x1E00, 0x1F00),
    *range(0x2000, 0x2070), 0x20AC, 0x2116, 0x2122, 0x2212,
}  # fmt: skip
LATIN_FEATURES = ["ccmp", "kern", "liga", "locl", "mark", "mkmk"]


def smaller(font, letters, features):
    """The font with these letters and features only, without screen hints."""
    kept = subset.Options()
    kept.hinting = False
    kept.glyph_names = False
    kept.notdef_outline = True
    kept.name_IDs = ["*"]
    kept.layout_features = features
    subsetter = subset.Subsetter(kept)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    return font


def khmer_font(source):
    """Every letter and shaping rule of a Khmer font."""
    font = TTFont(source, recalcTimestamp=False)
    font.flavor = None
    return smaller(font, font.getBestCmap(), ["*"])


def latin_font(package, file, weight):
    """One weight of a variable Latin font."""
    folder = Path(find_spec(package).origin).parent
    font = TTFont(folder / "files" / file, recalcTimestamp=False)
    font = instantiateVariableFont(font, {"wght": weight, "wdth": 100}, updateFontNames=True)
    return smaller(font, LATIN_LETTERS, LATIN_FEATURES)


def copy_licences():
    for name in ("battambang", "moul"):
        copyfile(NPM / name / "LICENSE", TARGET / f"OFL-{name.title()}.txt")
    noto = Path(find_spec("fontpkg_noto_serif").origin).parent
    copyfile(noto / "LICENSE", TARGET / "OFL-Noto.txt")


def main():
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, source in KHMER.items():
        khmer_font(NPM / source).save(TARGET / name)
    for name, recipe in LATIN.items():
        latin_font(*recipe).save(TARGET / name)
    copy_licences()
    for path in sorted(TARGET.glob("*.ttf")):
        print(f"{path.name}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
