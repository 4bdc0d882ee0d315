"""The issuer at the head of sheets and posters."""

from certificates.queries.facts import current_issuer, pictures
from courses.adapters.paper.facts import Party, Words

PARTIES = (("name", "logo_1"), ("partner_name", "logo_2"))


def issuer_parties(run) -> list[Party]:
    """The programme and its partner, with their logos; hook `courses_letterhead`."""
    issuer = current_issuer()
    files = pictures(issuer)
    parties = [
        Party(
            Words(getattr(issuer, f"{name}_km"), getattr(issuer, f"{name}_en")),
            files.get(logo, b""),
        )
        for name, logo in PARTIES
    ]
    return [party for party in parties if party.name.km or party.name.en]
