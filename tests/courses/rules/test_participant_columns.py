import pytest

from courses.rules.participant_columns import holds_word, is_word, kind_of


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("ល.រ", "number"),
        ("No.", "number"),
        ("№", "number"),
        ("លេខរៀង", "number"),
        ("ឈ្មោះ", "name"),
        ("Name", "name"),
        ("Participant's name", "name"),
        ("នាមត្រកូល និងនាមខ្លួន", "name"),
        ("គោត្តនាម និងនាម", "name"),
        ("ឈ្មោះជាអក្សរខ្មែរ", "name_km"),
        ("Khmer Name", "name_km"),
        ("Name (English)", "name_latin"),
        ("ឈ្មោះជាអក្សរឡាតាំង", "name_latin"),
        ("អក្សរឡាតាំង", "name_latin"),
        ("Surname", "family"),
        ("First name", "given"),
        ("Name of factory", "organization"),
        ("ឈ្មោះរោងចក្រ", "organization"),
        ("ភេទ", "sex"),
        ("M/F", "sex"),
        ("ប្រភេទការងារ", "role"),
        ("Job title", "role"),
        ("Title", "title"),
        ("Phone No.", "phone"),
        ("លេខទូរស័ព្ទ", "phone"),
        ("Employee No.", "employee_number"),
        ("អត្តលេខ", "employee_number"),
        ("Section / line", "section"),
        ("ថ្ងៃខែឆ្នាំកំណើត", "birth"),
        ("D.O.B", None),
        ("Date of Birth", "birth"),
        ("Age", "left_out"),
        ("អត្តសញ្ញាណប័ណ្ណ", "left_out"),
        ("Remarks (name)", "left_out"),
        ("English level", None),
        ("Notebook", None),
        ("", None),
        (None, None),
    ],
)
def test_headings_are_understood(heading, kind):
    assert kind_of(heading) == kind


def test_a_heading_above_completes_the_one_below():
    assert kind_of("Family name", "Latin") == "family_latin"
    assert kind_of("ខ្មែរ", "ឈ្មោះ") == "name_km"
    assert kind_of("ស្រី", "ភេទ") == "tick_female"
    assert kind_of("M", "Sex") == "tick_male"
    assert kind_of("Total", "Sex") == "sex"


def test_words_stand_alone_in_latin_and_inside_in_khmer():
    assert holds_word("Line no. 3", "no")
    assert not holds_word("Notes", "no")
    assert holds_word("លេខទូរស័ព្ទដៃ", "ទូរស័ព្ទ")
    assert is_word(" F. ", "f female")
    assert not is_word("Fa", "f female")
