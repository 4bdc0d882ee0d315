"""Slips of the finger: the words that are one letter away from another."""

from string import ascii_lowercase, digits

LETTERS = ascii_lowercase + digits
#: Shorter words are one letter away from too many others; longer ones are no acronyms.
SHORTEST, LONGEST = 3, 12


def one_slip_away(word: str) -> frozenset[str]:
    """Every folded Latin word from which one slip leads to `word`: a letter left out, added or
    changed, or two neighbours swapped. Nothing for a word that is too short or too long."""
    if not SHORTEST <= len(word) <= LONGEST or not set(word) <= set(LETTERS):
        return frozenset()
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    added = {left + letter + right for left, right in cuts for letter in LETTERS}
    changed = {left + letter + right[1:] for left, right in cuts[:-1] for letter in LETTERS}
    dropped = {left + right[1:] for left, right in cuts[:-1]}
    swapped = {left + right[1] + right[0] + right[2:] for left, right in cuts[:-2]}
    return frozenset((added | changed | dropped | swapped) - {word})
