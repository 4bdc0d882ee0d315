"""The register of indicators holds what every report refers to."""

from courses.rules.indicators import INDICATORS, PARTICIPATIONS, REGISTER, WOMENS_SHARE


def test_every_indicator_is_defined_once():
    codes = [indicator.code for indicator in INDICATORS]

    assert len(codes) == len(set(codes)) == len(REGISTER)
    assert set(codes) == {
        *("R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R10N", "R10S", "R11"),
        *("R12", "R12N", "R12S", "R13", "R13N", "R13S", "R14", "R14U", "R16", "R17", "ORG"),
        *("R18", "R18N", "R18S", "R19", "R19U", "R20", "R20N", "R20S", "R22", "R22P"),
        *("R21", "R21H", "R21C", "R21P", "OPEN", "R25", "R25N", "R25I", "R25U"),
        *("R26", "R26I", "R26C", "R27G", "R27E", "R27W", "R29", "R29E", "R30", "R30E", "R31"),
        *("R28", "R28N"),
        *("L2", "L2N", "L2S", "L2M", "L2I", "L2G", "L3", "L3N", "L3S"),
        *("L1", "L1R", "L1N", "L4", "L4V", "L5", "L5N", "L5S"),
        *("L6", "L6P", "L6N", "L6S"),
    }


def test_every_indicator_says_in_sentences_whether_periods_add_up():
    for indicator in INDICATORS:
        can = "can be added up." if indicator.is_additive else "cannot be added up."
        assert indicator.definition.endswith(can), indicator.code
        assert indicator.name and indicator.unit and indicator.version >= 1


def test_a_reference_names_the_version():
    assert PARTICIPATIONS.reference == "R2 v2"
    assert WOMENS_SHARE.reference == "R14 v1"
