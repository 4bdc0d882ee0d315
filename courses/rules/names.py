"""Names of people: titles set apart, Latin spellings compared, Khmer names set for display."""

import re
import unicodedata

from courses.rules.khmer import clean, match_key

# Some of these are also given names, so two words must remain before one counts as a title.
KHMER_TITLES = (
    "លោកជំទាវ", "លោកស្រី", "លោក", "អ្នកស្រី", "អ្នកនាង", "នាងកញ្ញា", "កញ្ញា", "ឯកឧត្តម", "ឯ.ឧ.", "ឯ.ឧ",
    "ឧកញ៉ា", "អ្នកឧកញ៉ា", "បណ្ឌិត", "វេជ្ជបណ្ឌិត", "សាស្ត្រាចារ្យ",
)  # fmt: skip
# Nobody is called by these, so one word may remain.
LATIN_TITLES = frozenset(
    ("mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "h.e.", "h.e", "prof", "prof.")
)

_SAME_SOUND = (
    ("ng", "n"), ("j", "c"), ("g", "k"), ("q", "k"), ("b", "p"), ("d", "t"), ("v", "w"),
    ("z", "s"), ("x", "s"),
)  # fmt: skip
_NOT_IN_FILES = re.compile(r"[\x00-\x1f/\\:*?\"<>|]+")
_SPLIT_BY_COMMA = re.compile(r"\s*[,;]\s*")


def split_title(cell: str) -> tuple[str, str]:
    """Title and name of one cell; the title is empty unless it stands apart and a name remains."""
    name, titles = clean(cell), []
    while found := _leading_title(name):
        title, name = found
        titles.append(title)
    return " ".join(titles), name


def split_latin(full: str) -> tuple[str, str]:
    """Family and given name of a Latin name in one cell; a single word is the given name.

    Family first as in Cambodia, unless a comma or a word in capitals says otherwise.
    """
    name = clean(full)
    if len(parts := _SPLIT_BY_COMMA.split(name, maxsplit=1)) == 2 and all(parts):
        return parts[0], parts[1]
    words = name.split()
    if len(words) < 2:
        return "", name
    in_capitals = [word.isupper() and len(word) > 1 for word in words]
    if in_capitals[-1] and not any(in_capitals[:-1]):
        return words[-1], " ".join(words[:-1])
    return words[0], " ".join(words[1:])


def split_khmer(name_km: str) -> tuple[str, str]:
    """The name before its last word, and its last word, as a register sets them; nothing is lost.

    A one-word name is all last word. For setting type only: never greet or sort by it.
    """
    leading, _, last = clean(name_km).rpartition(" ")
    return leading, last


def given_name_km(name_km: str) -> str:
    """The last word of a Khmer name, or the whole of a one-word name."""
    return split_khmer(name_km)[1]


def latin_key(text: str) -> str:
    """Letters and digits only, without case, accents, spaces and punctuation: Srey-Mom = SREYMOM.

    Idempotent.
    """
    folded = unicodedata.normalize("NFKD", match_key(text))
    return "".join(char for char in folded if char.isascii() and char.isalnum())


def latin_skeleton(text: str) -> str:
    """The consonants that a spelling keeps: Sokunthea = Sokuntea, Chea = Jea. For matching only."""
    key = latin_key(text)
    for written, sound in _SAME_SOUND:
        key = key.replace(written, sound)
    consonants = "".join(char for char in key[1:] if char not in "aeiouyhw")
    return re.sub(r"(.)\1+", r"\1", _first_sound(key) + consonants)


def sound_key(name: str) -> str:
    """The skeletons of the words of a name, the same whichever word comes first and wherever words
    are parted: Sok Sreymom = Srey Mom Sok. For matching only; empty without Latin letters."""
    joined = "".join(latin_skeleton(word) for word in name.split())
    sounds = re.sub(r"(.)\1+", r"\1", joined)
    return min((sounds[turn:] + sounds[:turn] for turn in range(len(sounds))), default="")


def same_latin_name(first: str, second: str) -> bool:
    """Whether two full Latin names agree in their letters, whatever the order of their words."""
    return bool(latin_key(first)) and latin_letters(first) == latin_letters(second)


def latin_letters(name: str) -> str:
    """The letters of a name in alphabetical order: the same however its words are ordered."""
    return "".join(sorted(latin_key(name)))


def _first_sound(key: str) -> str:
    return "a" if key[:1] in tuple("aeiou") else key[:1]


def _leading_title(cell: str) -> tuple[str, str] | None:
    """The title that the cell starts with, in its usual spelling, and the name after it."""
    words = cell.split(" ")
    for size in (2, 1):
        candidate, name = " ".join(words[:size]), " ".join(words[size:])
        if len(words) - size >= 2 and (title := _KHMER_TITLE_OF.get(match_key(candidate))):
            return title, name
        if name and candidate.casefold() in LATIN_TITLES:
            return candidate, name
    return None


_KHMER_TITLE_OF = {match_key(title): title for title in KHMER_TITLES}


def file_words(text: str) -> str:
    """A text as the name of a file: words, spaces and hyphens, without what systems forbid."""
    return " ".join(_NOT_IN_FILES.sub(" ", clean(text)).split())
