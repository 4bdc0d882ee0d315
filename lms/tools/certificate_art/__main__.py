"""Writes every drawing: run `python -m lms.tools.certificate_art` from the repository root."""

from pathlib import Path

from lms.tools.certificate_art.sheets import DRAWINGS

TARGET = Path("certificates/engine/art")


def main():
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, draw in DRAWINGS.items():
        text = draw()
        (TARGET / f"{name}.svg").write_text(text, encoding="utf-8")
        print(f"{name}: {len(text):,} bytes")


if __name__ == "__main__":
    main()
