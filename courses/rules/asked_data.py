"""What is held of people whom the programme asks what they think, and what became of it."""

from courses.rules.personal_words import (
    WITH_RUN,
    Declared,
    Held,
    by_user,
)

ONCE = "To count nobody twice; it leads to nobody without the secret of the site."

ASKED_OF_PEOPLE = {
    "FeedbackForm": Declared(
        plain="id course version statements question_en question_km published_on",
        personal=(by_user("published_by"),),
    ),
    "FeedbackRound": Declared(plain="id uuid run form closed_on"),
    "FeedbackTally": Declared(
        plain="id round way sheets counts",
        personal=(
            Held(
                "texts",
                "To hear what should be better. Nobody knows who wrote it.",
                WITH_RUN,
                "stays: it leads to nobody",
            ),
        ),
    ),
    "FeedbackTicket": Declared(
        plain="round",
        personal=(Held("fingerprint", ONCE, "Until it is closed.", "stays until then"),),
    ),
}
