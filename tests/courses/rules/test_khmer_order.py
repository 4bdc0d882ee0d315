import random
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from courses.rules.khmer_order import SORT_KEY_AT_MOST, keys_of_first_letter, sort_key

# Both lists in the order of ICU's collation `km`.
NAMES_IN_ORDER = """
កែវ|គន្ធា|គឹម|ឃុន|ងួន|ចាន់|ឆាយ|ឆាយ ចាន់ណា|ជា|ឈិន|ឈុន|ញ៉ែម|ឌួង|ឌួង ផល្លា|តេង|តាំង|ថាវី|ទូច|ទេព|ទេព ដារ៉ា|ទុំ|ធារី
|នួន|បុប្ផា|បូរី|ប៉ែន|ប្រាក់|ប្រាក់ វីរៈ|ប្រាក់ ស្រីទូច|ផល្លា|ផាន|ពិសិដ្ឋ|ពិសី|ពៅ វណ្ណី|ម៉ាលី|រដ្ឋា|រតនា|រស្មី|រិទ្ធី|លក្ខិណា|វណ្ណា|វណ្ណី
|វ៉ាន់ ដានី|វិចិត្រ|ស៊ុន បុប្ផា|សំ ស្រីពៅ|អ៊ុក សុភាព|អ៊ុំ បូរី
""".replace("\n", "").split("|")
PROVINCES_IN_ORDER = """
កណ្ដាល|កែប|កំពង់ចាម|កំពង់ឆ្នាំង|កំពង់ធំ|កំពង់ស្ពឺ|កំពត|កោះកុង|ក្រចេះ|តាកែវ|ត្បូងឃ្មុំ|បន្ទាយមានជ័យ|បាត់ដំបង|ប៉ៃលិន|ពោធិ៍សាត់|ព្រៃវែង
|ព្រះវិហារ|ព្រះសីហនុ|ភ្នំពេញ|មណ្ឌលគិរី|រតនគិរី|សៀមរាប|ស្ទឹងត្រែង|ស្វាយរៀង|ឧត្ដរមានជ័យ
""".replace("\n", "").split("|")
SYLLABLES_IN_ORDER = """
កា|កិ|កុ|កៅ|កុំ|កំ|កាំ|កះ|កិះ|កុះ|កេះ|កោះ|ក្ក|ធម|ធម្ម|ធម៌|រកា|រ្ក|ក៌|រ្កា|រ្ខ
""".strip().split("|")
INDEPENDENT_VOWELS_IN_ORDER = """
អ|ឣ|អា|ឤ|អិ|ឥ|អិក|ឥក|ឥខ|អី|ឦ|អីក|អុ|ឧ|ឨ|អុវ|អុអ|អូ|ឩ|ឪ|អែ|ឯ|អៃ|ឰ|អោ|ឱ|ឲ|អៅ|ឳ
""".strip().split("|")
MIXED_IN_ORDER = ["1", "១", "10", "2", "ក", "ក a", "កa", "a", "A", "b", "B", "é", "z", "Z", "中"]


@pytest.mark.parametrize(
    "in_order",
    [
        NAMES_IN_ORDER,
        PROVINCES_IN_ORDER,
        SYLLABLES_IN_ORDER,
        INDEPENDENT_VOWELS_IN_ORDER,
        MIXED_IN_ORDER,
    ],
    ids=["names", "provinces", "syllables", "independent vowels", "scripts"],
)
def test_sorts_like_icu(in_order):
    shuffled = random.Random(1).sample(in_order, len(in_order))
    assert sorted(shuffled, key=sort_key) == in_order


def test_signs_decide_only_when_letters_agree():
    assert sorted(["ចាន់ណា", "ចាន់", "ចានា", "ចាន"], key=sort_key) == [
        "ចាន", "ចាន់", "ចាន់ណា", "ចានា",
    ]  # fmt: skip


def test_order_of_typing_and_hidden_characters_do_not_matter():
    assert sort_key("ប៉ែន") == sort_key("បែ៉ន\u200b") == sort_key("\u200dប៉ែន")


@settings(max_examples=300)
@given(st.text(max_size=300))
def test_key_is_plain_letters_that_fit_a_column(text):
    key = sort_key(text)
    assert set(key) <= set(string.ascii_lowercase + string.digits)
    assert len(key) <= SORT_KEY_AT_MOST


def test_no_text_has_no_key():
    assert sort_key("") == sort_key(" \u200b") == ""


@pytest.mark.parametrize("name", ["ស្រី មុំ", "ស", "សុខ", "ឯក", "អ៊ុំ", "ហ៊ាន"])
def test_all_keys_of_one_first_letter_lie_together(name):
    start, end = keys_of_first_letter(name)
    assert start <= sort_key(name) < end
    assert not any(start <= sort_key(other) < end for other in ("វ៉ា", "ឡុង", "sok", "ក"))
