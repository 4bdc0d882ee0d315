"""The catalogue: courses by topic and by words, and the page at an address."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Exists, QuerySet
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Site

from courses.adapters.memory import remembered
from courses.adapters.prepared import Prepared
from courses.choices import EnrollmentPolicy
from courses.models import CataloguePage, CoursePage, CourseRun, LessonPage, PageSearchText, Topic
from courses.queries.seats import with_seats
from courses.rules import khmer

DATED_AT_MOST = 6
#: Ways of coming to a run that nobody can choose by herself.
NOT_CHOSEN = (EnrollmentPolicy.INVITATION, EnrollmentPolicy.NOMINATION)
FOUND_AT_MOST = 50


@dataclass(frozen=True)
class CourseRow:
    """A course in a list. `lessons` are the pages that hold the words looked for."""

    page: CoursePage
    topics: tuple[Topic, ...] = ()
    next_run: CourseRun | None = None
    lessons: tuple[Page, ...] = ()


@dataclass(frozen=True)
class Listing:
    """The courses below a catalogue page; `chosen` is the topic that the reader asked for."""

    rows: list[CourseRow]
    chosen: Topic | None = None

    @property
    def topics(self) -> list[Topic]:
        """The topics that the courses stand under, each course under its first one."""
        topics = {row.topics[0].pk: row.topics[0] for row in self.rows if row.topics}
        return sorted(topics.values(), key=lambda topic: (topic.position, topic.pk))

    @property
    def dated(self) -> list[CourseRow]:
        """The courses that start next."""
        rows = [row for row in self.rows if row.next_run]
        return sorted(rows, key=lambda row: row.next_run.starts_on)[:DATED_AT_MOST]

    @property
    def groups(self) -> list[tuple[Topic | None, list[CourseRow]]]:
        """Every course once, under its first topic; a chosen topic has all of its courses."""
        if self.chosen:
            rows = [row for row in self.rows if self.chosen in row.topics]
            return [(self.chosen, rows)] if rows else []
        groups = [(topic, [row for row in self.rows if row.topics[:1] == (topic,)])
                  for topic in self.topics]  # fmt: skip
        rest = [row for row in self.rows if not row.topics]
        return groups + ([(None, rest)] if rest else [])


@dataclass(frozen=True)
class Found:
    """What holds every word: in this catalogue, and, only when that is nothing, elsewhere."""

    rows: list[CourseRow] = field(default_factory=list)
    elsewhere: list[CourseRow] = field(default_factory=list)


def listing(catalogue: CataloguePage, topic: str, today: date) -> Listing:
    """The live and public courses below `catalogue`. Four queries, however many they are."""
    rows = _rows(public_courses().descendant_of(catalogue).order_by("title"), today)
    topics = (each for row in rows for each in row.topics)
    return Listing(rows, next((each for each in topics if each.slug == topic), None))


def public_courses() -> QuerySet[CoursePage]:
    """Live course pages that everybody may read, without archived courses."""
    return CoursePage.objects.live().public().exclude(course__is_archived=True)


def _rows(pages: QuerySet[CoursePage], today: date) -> list[CourseRow]:
    pages = list(
        pages.select_related("course").prefetch_related("course__topics").defer("about", "outcomes")
    )
    runs = next_runs([page.course_id for page in pages], today)
    return [
        CourseRow(
            page=page,
            topics=tuple(page.course.topics.all()) if page.course else (),
            next_run=runs.get(page.course_id),
        )
        for page in pages
    ]


def next_runs(courses: list[int], today: date) -> dict[int, CourseRun]:
    """By course, the listed run that starts next. One with a free seat goes before a full one,
    and one that people choose themselves before one by invitation."""
    listed = CourseRun.objects.listed().filter(course__in=courses, starts_on__gte=today)
    runs = (
        with_seats(listed, timezone.now())
        .select_related("province")
        .only("course_id", "starts_on", "enrollment_policy", "capacity", "province")
        .order_by("starts_on", "pk")
    )
    ordered = sorted(
        runs,
        key=lambda run: (
            run.enrollment_policy in NOT_CHOSEN,
            run.taken + run.kept >= run.capacity,
        ),
    )
    return {run.course_id: run for run in reversed(ordered)}


def found(catalogue: CataloguePage, query: str, today: date) -> Found:
    """Courses that hold every word of the query in their own page or in one of their lessons;
    where the language of the catalogue has none, those of the other languages."""
    words = khmer.search_words(query)
    if not words:
        return Found()
    courses = public_courses()
    here = _found_rows(courses.descendant_of(catalogue), words, today)
    if here:
        return Found(rows=here)
    return Found(elsewhere=_found_rows(courses.exclude(locale=catalogue.locale_id), words, today))


def _found_rows(courses: QuerySet[CoursePage], words, today: date) -> list[CourseRow]:
    texts = PageSearchText.objects.filter(
        course_page__in=courses, page__in=Page.objects.live().public()
    )
    for word in words:
        texts = texts.filter(key__contains=word)
    hits: dict[int, list[Page]] = {}
    for text in texts.select_related("page").order_by("page__path")[:FOUND_AT_MOST]:
        hits.setdefault(text.course_page_id, []).append(text.page)
    rows = _rows(CoursePage.objects.filter(pk__in=hits), today)
    return sorted(
        (_with_lessons(row, hits[row.page.pk]) for row in rows),
        key=lambda row: (_rank(row, hits[row.page.pk], words), row.page.title),
    )


def _with_lessons(row: CourseRow, pages: list[Page]) -> CourseRow:
    lessons = tuple(page for page in pages if page.pk != row.page.pk)
    return CourseRow(row.page, row.topics, row.next_run, lessons)


def _rank(row: CourseRow, pages: list[Page], words) -> int:
    """A title that holds the words, then the page of the course, then its lessons."""
    title = khmer.match_key(row.page.title)
    if all(word in title for word in words):
        return 0
    return 1 if any(page.pk == row.page.pk for page in pages) else 2


#: By slug and path: the id, the last publication, and whether any page of the site is restricted.
LIVE_PAGE = Prepared(
    Page,
    lambda slug, url_path: (
        Page.objects.filter(slug=slug, url_path=url_path, live=True)
        .annotate(site_has_restrictions=Exists(PageViewRestriction.objects.all()))
        .values_list("pk", "last_published_at", "site_has_restrictions")[:1]
    ),
)


def page_at(path: str, language: str) -> CoursePage | LessonPage | None:
    """The live course or lesson page at a path below the root of the only site, in one small query
    while the page is remembered, instead of three for every level of the tree. None where Wagtail
    has to look itself."""
    slugs = [part for part in path.split("/") if part]
    roots = Site.get_site_root_paths()
    if not slugs or len({root.site_id for root in roots}) != 1:
        return None
    for root in roots:
        if root.language_code == language:
            return _page_with(f"{root.root_path}{'/'.join(slugs)}/", slugs[-1])
    return None


def _page_with(url_path: str, slug: str) -> CoursePage | LessonPage | None:
    """What may hide a page is always asked for; its content follows its last publication."""
    for pk, published, site_has_restrictions in LIVE_PAGE(slug, url_path):
        page = remembered(
            f"page:{pk}:{published and published.timestamp()}", lambda pk=pk: _whole_page(pk)
        )
        if page is not None:
            page.site_has_restrictions = site_has_restrictions
        return page
    return None


def _whole_page(pk: int) -> CoursePage | LessonPage | None:
    courses = CoursePage.objects.select_related("course", "picture", "locale")
    lessons = LessonPage.objects.select_related("locale")
    return courses.filter(pk=pk).first() or lessons.filter(pk=pk).first()
