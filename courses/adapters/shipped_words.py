"""The words of messages that came with this version, from the file beside the app."""

import tomllib
from functools import cache
from pathlib import Path

FILE = Path(__file__).resolve().parent.parent / "data" / "message_words.toml"


@cache
def shipped_words() -> dict[str, dict[str, str]]:
    """Subject, body and discreet text in both languages (`subject_en` …), by kind of message."""
    with FILE.open("rb") as file:
        return {
            kind: {name: text.strip() for name, text in words.items()}
            for kind, words in tomllib.load(file).items()
        }
