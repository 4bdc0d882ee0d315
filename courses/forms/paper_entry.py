"""The marks of a signed sheet, typed in the order of its rows.

One short text per person, named `c-7` for enrolment 7: a digit or a letter for the mark, and after
it the minutes that were missed, such as `1`, `2 40` or `a`. Khmer digits and letters count as well.
The rest is the register: `seen` and `form` do what they do there.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext_lazy as _

from courses.adapters.language import language
from courses.choices import Presence
from courses.forms.register import WITH_MINUTES, Line, RegisterForm, Typed
from courses.rules import khmer
from courses.rules.calendar_words import digits, is_khmer

LONGEST_CODE = 12


@dataclass(frozen=True)
class Key:
    """What stands for a mark: a digit, and the letters of its word in English and in Khmer."""

    presence: str
    digit: str
    letter: str
    letter_km: str

    @property
    def label(self) -> str:
        return Presence(self.presence).label

    @property
    def shown(self) -> tuple[str, str]:
        """The digit and the letter in the language of the screen."""
        letter = self.letter_km if is_khmer(language()) else self.letter.upper()
        return digits(self.digit, language()), letter

    @property
    def signs(self) -> str:
        """Everything that may be typed, for the script."""
        return f"{self.digit}{digits(self.digit, 'km')}{self.letter}{self.letter_km}"

    @property
    def takes_minutes(self) -> bool:
        return self.presence in WITH_MINUTES


KEYS = (
    Key(Presence.PRESENT, "1", "h", "ម"),
    Key(Presence.LATE, "2", "l", "យ"),
    Key(Presence.LEFT_EARLY, "3", "e", "ច"),
    Key(Presence.EXCUSED, "4", "x", "ប"),
    Key(Presence.ABSENT, "5", "a", "អ"),
)
BY_SIGN = {sign: key.presence for key in KEYS for sign in key.signs}
DIGIT_OF = {key.presence: key.digit for key in KEYS}
CODE = re.compile(r"(\S)\s*(\d*)")


def read_code(text: str) -> tuple[str, str] | None:
    """Presence and minutes of what was typed; ("", "") for nothing, None for what means nothing."""
    typed = khmer.from_khmer_digits(text.strip().lower())
    if not typed:
        return "", ""
    found = CODE.fullmatch(typed)
    if not found or found[1] not in BY_SIGN:
        return None
    presence = BY_SIGN[found[1]]
    return (presence, found[2]) if presence in WITH_MINUTES or not found[2] else None


def code_of(typed: Typed) -> str:
    """What stands in the field for a mark."""
    digit = DIGIT_OF.get(typed.presence, "")
    return f"{digit} {typed.minutes}" if typed.presence in WITH_MINUTES and typed.minutes else digit


class PaperForm(RegisterForm):
    """A register whose marks come from a sheet of paper."""

    def is_valid(self) -> bool:
        for pk, code in self.codes.items():
            if read_code(code) is None:
                self.errors[pk] = _("Type a number from 1 to 5, for late or early with minutes.")
        super().is_valid()
        return not self.errors

    @cached_property
    def codes(self) -> dict[int, str]:
        """What was typed, by enrolment."""
        return {
            int(key): code[:LONGEST_CODE]
            for name, code in (self.data or {}).items()
            if name.startswith("c-") and (key := name[2:]).isdecimal()
        }

    @cached_property
    def typed(self) -> dict[int, Typed]:
        """Paper gives no reasons: one that was written down before stays with the same mark."""
        found = {}
        for pk, code in self.codes.items():
            presence, minutes = read_code(code) or ("", "")
            seen = self._seen.get(str(pk)) or ["", 0, ""]
            reason = seen[2] if seen[0] == presence else ""
            found[pk] = Typed(pk, presence, minutes, str(reason))
        return found

    def code(self, line: Line) -> str:
        return self.codes.get(line.row.pk, code_of(self._typed_or_saved(line.row)))

    @property
    def coded_lines(self) -> list[tuple[Line, str]]:
        """Each line with what stands in its field."""
        return [(line, self.code(line)) for line in self.lines]
