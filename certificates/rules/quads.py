"""Our credentials as RDF in canonical form (RDFC-1.0), which is what is signed.

The documents have a fixed set of terms, so a table of them stands here and no JSON-LD processor is
needed to sign; the tests compare with two that others wrote. What is not in the table is refused:
it would not be protected by the signature.
"""

import hashlib
from collections.abc import Iterator

RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
CREDENTIALS = "https://www.w3.org/2018/credentials#"
STATUS = "https://www.w3.org/ns/credentials/status#"
SECURITY = "https://w3id.org/security#"
BADGES = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#"
SCHEMA = "https://schema.org/"
TYPES = {
    "VerifiableCredential": CREDENTIALS,
    "BitstringStatusListEntry": STATUS,
    "BitstringStatusListCredential": STATUS,
    "BitstringStatusList": STATUS,
    "DataIntegrityProof": SECURITY,
    **dict.fromkeys(
        ["OpenBadgeCredential", "Profile", "Evidence", "Achievement", "AchievementSubject"], BADGES
    ),
    "IdentityObject": BADGES,
    "Alignment": f"{SCHEMA}AlignmentObject",
}
#: Texts by their vocabulary.
TEXTS = {
    **dict.fromkeys(["name", "description", "genre", "inLanguage", "targetName"], SCHEMA),
    "targetFramework": SCHEMA,
    **dict.fromkeys(["statusListIndex", "statusPurpose"], STATUS),
    **dict.fromkeys(["narrative", "achievementType", "humanCode", "licenseNumber"], BADGES),
    **dict.fromkeys(["identityHash", "identityType", "targetCode", "targetType"], BADGES),
}
DATE_TIME = "http://www.w3.org/2001/XMLSchema#dateTime"
ADDRESS = "https://www.w3.org/2001/XMLSchema#anyURI"
DATE = "https://www.w3.org/2001/XMLSchema#date"
#: Values with a datatype.
TYPED = {
    "url": (f"{SCHEMA}url", ADDRESS),
    "targetUrl": (f"{SCHEMA}targetUrl", ADDRESS),
    "validFrom": (f"{CREDENTIALS}validFrom", DATE_TIME),
    "validUntil": (f"{CREDENTIALS}validUntil", DATE_TIME),
    "created": ("http://purl.org/dc/terms/created", DATE_TIME),
    "activityStartDate": (f"{BADGES}activityStartDate", DATE),
    "activityEndDate": (f"{BADGES}activityEndDate", DATE),
    "hashed": (f"{BADGES}hashed", "https://www.w3.org/2001/XMLSchema#boolean"),
    "encodedList": (f"{STATUS}encodedList", f"{SECURITY}multibase"),
    "cryptosuite": (f"{SECURITY}cryptosuite", f"{SECURITY}cryptosuiteString"),
}
#: Things that have terms of their own, or an address.
NODES = {
    **{
        term: f"{CREDENTIALS}{term}"
        for term in ("issuer", "credentialSubject", "evidence", "credentialStatus")
    },
    "statusListCredential": f"{STATUS}statusListCredential",
    "verificationMethod": f"{SECURITY}verificationMethod",
    "proofPurpose": f"{SECURITY}proofPurpose",
    **{term: f"{BADGES}{term}" for term in ("achievement", "identifier", "alignment")},
    "criteria": f"{BADGES}Criteria",
}
ESCAPED = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})


def canonical(document: dict) -> bytes:
    """The canonical N-Quads of a document. Raises KeyError for a term that is not ours, and
    ValueError where two nameless things are the same."""
    names = (f"_:b{number}" for number in range(1000))
    quads = list(_quads(document, document.get("id") and f"<{document['id']}>", names))
    labels = _labels(quads)
    lines = {" ".join(labels.get(part, part) for part in quad) + " .\n" for quad in quads}
    return "".join(sorted(lines)).encode()


def _quads(thing: dict, name: str | None, names: Iterator[str]) -> Iterator[tuple[str, str, str]]:
    """Subject, predicate and object of everything that is said of the thing."""
    name = name or next(names)
    for term, value in thing.items():
        if term in ("@context", "id"):
            continue
        for each in value if isinstance(value, list) else [value]:
            if term == "type":
                yield name, f"<{RDF_TYPE}>", f"<{_type(each)}>"
            elif term in NODES:
                other = _node(term, each) or next(names)
                yield name, f"<{NODES[term]}>", other
                if isinstance(each, dict):
                    yield from _quads(each, other, names)
            else:
                yield name, *_value(term, each)


def _type(name: str) -> str:
    vocabulary = TYPES[name]
    return vocabulary + name if vocabulary.endswith("#") else vocabulary


def _node(term: str, value: dict | str) -> str:
    if term == "proofPurpose":
        return f"<{SECURITY}{value}>"
    address = value.get("id", "") if isinstance(value, dict) else value
    return address and f"<{address}>"


def _value(term: str, value: str | bool) -> tuple[str, str]:
    text = str(value).lower() if isinstance(value, bool) else value.translate(ESCAPED)
    if term in TYPED:
        predicate, datatype = TYPED[term]
        return f"<{predicate}>", f'"{text}"^^<{datatype}>'
    return f"<{TEXTS[term]}{term}>", f'"{text}"'


def _labels(quads: list[tuple[str, str, str]]) -> dict[str, str]:
    """Canonical names of the nameless things, in the order of their first-degree hashes."""
    nameless = {part for quad in quads for part in (quad[0], quad[2]) if part.startswith("_:")}
    hashes = {_first_degree(quads, name): name for name in nameless}
    if len(hashes) < len(nameless):
        raise ValueError("Two nameless things of a credential are the same.")
    return {hashes[key]: f"_:c14n{number}" for number, key in enumerate(sorted(hashes))}


def _first_degree(quads: list[tuple[str, str, str]], name: str) -> str:
    def seen(part):
        return part if not part.startswith("_:") else "_:a" if part == name else "_:z"

    lines = sorted(
        f"{seen(subject)} {predicate} {seen(thing)} .\n"
        for subject, predicate, thing in quads
        if name in (subject, thing)
    )
    return hashlib.sha256("".join(lines).encode()).hexdigest()
