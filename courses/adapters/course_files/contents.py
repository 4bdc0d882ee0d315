"""What a file with a course holds, how large it may be, and why one is refused."""

from dataclasses import dataclass, field

FORMAT = "sala-course"
VERSION = 1
#: The part of the archive that tells everything; the others are media.
TEXTS = "course.json"
MEDIA = "media/"

TOO_LARGE = "course_too_large"
NOT_COURSE = "not_course"
NEWER = "newer_version"
ENCRYPTED = "encrypted"
FOREIGN_PARTS = "foreign_parts"
UNREADABLE = "unreadable"
WRONG_KIND = "wrong_kind"
NO_COURSE = "no_course"

FILE_BYTES = 60_000_000
UNZIPPED_BYTES = 70_000_000
TEXTS_BYTES = 5_000_000
FILES = 1_000
PAGES = 300

PICTURE, DOCUMENT = "picture", "document"
COURSE, LESSON = "course", "lesson"


class CourseFileError(Exception):
    """A file that cannot be taken; `code` is one of the constants of this module, `name` the file
    inside that is meant, where there is one."""

    def __init__(self, code: str, name: str = ""):
        super().__init__(code)
        self.code = code
        self.name = name


@dataclass(frozen=True)
class Tag:
    """A topic or an outcome, known everywhere by its slug."""

    slug: str
    name_en: str
    name_km: str


@dataclass(frozen=True)
class CourseFacts:
    """What is true of a course in every language. `rule` holds the fields of its rule by name;
    `prerequisites` are codes of courses."""

    code: str
    title_en: str
    title_km: str
    planned_minutes: int
    validity_months: int | None
    gives_certificate: bool
    audience: tuple[str, ...]
    gender_pillars: tuple[str, ...]
    topics: tuple[Tag, ...]
    outcomes: tuple[Tag, ...]
    prerequisites: tuple[str, ...]
    rule: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class FilePage:
    """A page in one language. `key` is the same in all its languages and on every site. In `values`
    pictures and documents are named `picture:DIGEST` and `document:DIGEST`, and links inside rich
    texts lead to `LINKS`."""

    kind: str
    key: str
    language: str
    slug: str
    values: dict[str, object]

    @property
    def ref(self) -> str:
        return f"page/{self.key}/{self.language}"


@dataclass(frozen=True)
class Medium:
    """A picture or a document. `digest` is the SHA-1 of its bytes, as Wagtail keeps it; `focus` the
    part of a picture that matters: its middle, width and height in pixels."""

    kind: str
    digest: str
    extension: str
    name: str
    title: str
    description: str = ""
    focus: tuple[int, int, int, int] | None = None

    @property
    def ref(self) -> str:
        return f"{self.kind}:{self.digest}"

    @property
    def path(self) -> str:
        """Where its bytes lie in the archive."""
        return f"{MEDIA}{self.digest}.{self.extension}"


@dataclass(frozen=True)
class CourseFile:
    """A course with its pages, course pages before their lessons and lessons in reading order, and
    with the bytes of its media by their path."""

    facts: CourseFacts
    pages: tuple[FilePage, ...]
    media: tuple[Medium, ...]
    data: dict[str, bytes]

    @property
    def key(self) -> str:
        """That of the course page."""
        return self.pages[0].key

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(page.language for page in self.pages if page.kind == COURSE)
