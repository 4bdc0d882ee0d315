"""What the app holds about people who come in by card and PIN, and of links that people give."""

from courses.rules import retention
from courses.rules.personal_words import DELETED, OPENS, PROOF, WITH_PERSON, Declared, Held

CARDS = {
    "Pin": Declared(
        plain="id version code_until wrong_in_a_row",
        personal=(
            Held("person hash set_at code_key", OPENS, WITH_PERSON, DELETED),
            Held("alarm_at", "To tell staff that somebody guesses.", WITH_PERSON, DELETED),
            Held("code_by", PROOF, WITH_PERSON, DELETED),
        ),
    ),
    "PassportShare": Declared(
        plain="id uuid shows_private expires_at",
        personal=(
            Held(
                "person token_sha256 made_at revoked_at opened last_opened_at",
                "To show her training record to whom she gives a link, and to tell her that it was"
                " opened.",
                retention.SHARE,
                DELETED,
            ),
        ),
    ),
    "PinGuess": Declared(
        plain="id",
        personal=(Held("pin at is_right", "To stop who guesses.", retention.GUESS, DELETED),),
    ),
}
