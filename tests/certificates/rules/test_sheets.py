"""Drawings are read strictly: nothing but known keys, fields, fonts and pictures gets through."""

from copy import deepcopy

import pytest

from certificates.actions.design_words import SENTENCES, refusal
from certificates.adapters.typesetting import drawings, shipped, shipped_sheet
from certificates.rules.sheets import BadSheet, fields_of, fingerprint, read_sheet

DEEP = {"type": "text", "x": 1, "y": 1, "w": 10, "text": "x"}


def changed(*path_and_value):
    """The shipped certificate with one value changed; a path that ends in None removes."""
    *path, value = path_and_value
    sheet = deepcopy(shipped_sheet("completion"))
    place = sheet
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return sheet


def more(element):
    sheet = deepcopy(shipped_sheet("completion"))
    sheet["elements"].append(element)
    return sheet


def without(kind):
    sheet = deepcopy(shipped_sheet("completion"))
    sheet["elements"] = [e for e in sheet["elements"] if e["type"] != kind]
    return sheet


HOSTILE = [
    ([], "no_object"),
    (None, "no_object"),
    ("#read(1)", "no_object"),
    ({}, "missing_key"),
    (changed("w", 10**9), "bad_value"),
    (changed("w", True), "bad_value"),
    (changed("w", float("nan")), "bad_value"),
    (changed("w", "210"), "bad_value"),
    (changed("bg", "../../etc/passwd"), "no_picture"),
    (changed("bg", "/etc/passwd"), "no_picture"),
    (changed("bg", "art/../pages.typ"), "no_picture"),
    (changed("bg", f"picture/{'0' * 64}.jpg"), "no_picture"),
    (changed("code", "#panic()"), "unknown_key"),
    (changed("styles", "say-km", "font", "Arial"), "unknown_key"),
    (changed("styles", "say-km", "fonts", ["Arial"]), "bad_value"),
    (changed("styles", "say-km", "fonts", []), "bad_value"),
    (changed("styles", "say-km", "color", "red"), "bad_value"),
    (changed("styles", "say-km", "color", "#ffffff; x"), "bad_value"),
    (changed("styles", "say-km", "size", 10**6), "bad_value"),
    (changed("styles", "say-km", "min", 50), "min_over_size"),
    (changed("elements", {}), "bad_value"),
    (changed("elements", [DEEP] * 61), "too_much"),
    (more("text"), "unknown_element"),
    (more({"type": "ledger"}), "unknown_element"),
    (more({"type": ["text"]}), "unknown_element"),
    (more(DEEP | {"x": 290}), "off_page"),
    (more(DEEP | {"x": -1}), "bad_value"),
    (more(DEEP | {"text": "x" * 301}), "bad_value"),
    (more(DEEP | {"text": "{person}"}), "unknown_field"),
    (more(DEEP | {"text": "{code.__class__}"}), "stray_brace"),
    (more(DEEP | {"text": "{{code}}"}), "stray_brace"),
    (more(DEEP | {"text": "{"}), "stray_brace"),
    (more(DEEP | {"text": "{rows}"}), "unknown_field"),
    (more(DEEP | {"style": "gone"}), "unknown_style"),
    (more({"type": "rule", "x": 1, "y": 1, "w": 5, "weight": 1}), "missing_key"),
    (more({"type": "image", "x": 1, "y": 1, "w": 5}), "missing_key"),
    (more({"type": "image", "x": 1, "y": 1, "w": 5, "field": "name_km"}), "bad_value"),
    (more({"type": "image", "x": 1, "y": 1, "w": 5, "src": "http://x.org/a.png"}), "no_picture"),
    (more({"type": "stack", "x": 1, "y": 1, "w": 5, "items": [{"items": []}]}), "unknown_key"),
    (more({"type": "stack", "x": 1, "y": 1, "w": 5, "items": [{"text": "x"}] * 31}), "too_much"),
    (without("qr"), "needs_qr"),
    (without("text"), "needs_field"),
]  # fmt: skip


@pytest.mark.parametrize("name", shipped())
def test_every_shipped_design_is_read_and_names_its_fields(name):
    sheet = shipped_sheet(name)

    assert read_sheet(sheet, drawings(), ()) is sheet
    assert {"name_km", "name_en", "serial", "code"} <= fields_of(sheet)
    assert fingerprint(sheet) == fingerprint(deepcopy(sheet) | {"name": "another"})


def test_hostile_drawings_are_refused_each_with_a_whole_sentence():
    told = []
    for raw, _code in HOSTILE:
        with pytest.raises(BadSheet) as bad:
            read_sheet(raw, drawings(), ())
        sentence = str(refusal(bad.value.code, **bad.value.where))
        told.append((bad.value.code, sentence.endswith((".", "”"))))

    assert told == [(code, True) for _raw, code in HOSTILE]
    assert {code for _raw, code in HOSTILE} <= set(SENTENCES)


def test_a_small_qr_code_is_refused():
    sheet = deepcopy(shipped_sheet("completion"))
    next(e for e in sheet["elements"] if e["type"] == "qr")["w"] = 12

    with pytest.raises(BadSheet) as bad:
        read_sheet(sheet, drawings(), ())

    assert bad.value.code == "small_qr"
