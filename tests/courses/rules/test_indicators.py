"""The register of indicators holds what every report refers to."""

from courses.rules.indicators import INDICATORS, PARTICIPATIONS, WOMENS_SHARE


def test_every_indicator_is_defined_once():
    codes = [indicator.code for indicator in INDICATORS]

    assert codes == [
        *("R1", "R2", "R3", "R8", "R9", "R14", "R17", "ORG"),
        *("R12", "R12N", "R12S", "R13", "R13N", "R13S"),
        *("R25", "R25N", "R25U", "R30", "R30E", "R29", "R29E"),
        *("R5", "R21", "R21H", "R21C", "R21P"),
    ]


def test_every_indicator_says_in_sentences_whether_periods_add_up():
    for indicator in INDICATORS:
        can = "can be added up." if indicator.is_additive else "cannot be added up."
        assert indicator.definition.endswith(can), indicator.code
        assert indicator.name and indicator.unit and indicator.version >= 1


def test_a_reference_names_the_version():
    assert PARTICIPATIONS.reference == "R2 v1"
    assert WOMENS_SHARE.reference == "R14 v1"
