"""Designs as files that travel: one JSON object with the drawing and its pictures."""

import base64
import binascii
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from certificates.rules.sheets import PICTURE

FORMAT, VERSION = "sala-certificate-design", 1
KEYS = {"format", "version", "name", "kind", "sheet", "pictures"}
MOST_BYTES = 8_000_000
MOST_PICTURES = 10
LONGEST_NAME = 100


class BadFile(Exception):
    """A file that is refused; `code` says why."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class DesignFile:
    """What stands in a file. `sheet` is not looked at yet."""

    name: str
    kind: str
    sheet: dict
    pictures: Mapping[str, bytes]


def written(name: str, kind: str, sheet: dict, pictures: Mapping[str, bytes]) -> bytes:
    """The file of a design."""
    told = {
        "format": FORMAT,
        "version": VERSION,
        "name": name,
        "kind": kind,
        "sheet": sheet,
        "pictures": {
            place: base64.b64encode(content).decode() for place, content in pictures.items()
        },
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def read_file(content: bytes, kinds: Collection[str]) -> DesignFile:
    """The parts of a file. Raises BadFile: `too_large`, `no_design_file`, `other_version`."""
    if len(content) > MOST_BYTES:
        raise BadFile("too_large")
    try:
        told = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise BadFile("no_design_file") from error
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise BadFile("no_design_file")
    if told.get("version") != VERSION:
        raise BadFile("other_version")
    name, kind, sheet = told.get("name"), told.get("kind"), told.get("sheet")
    is_good = (
        set(told) <= KEYS
        and isinstance(name, str)
        and 0 < len(name.strip()) <= LONGEST_NAME
        and isinstance(kind, str)
        and kind in kinds
        and isinstance(sheet, dict)
    )
    if not is_good:
        raise BadFile("no_design_file")
    return DesignFile(name.strip(), kind, sheet, _pictures(told.get("pictures", {})))


def _pictures(told: object) -> dict[str, bytes]:
    if not isinstance(told, dict) or len(told) > MOST_PICTURES:
        raise BadFile("no_design_file")
    found = {}
    for place, content in told.items():
        if not PICTURE.fullmatch(place) or not isinstance(content, str):
            raise BadFile("no_design_file")
        try:
            found[place] = base64.b64decode(content, validate=True)
        except (binascii.Error, ValueError) as error:
            raise BadFile("no_design_file") from error
    return found
