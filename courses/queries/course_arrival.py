"""What a file with a course would make or change in a branch of the catalogue."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from uuid import UUID

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Model
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, Page

from courses import permissions
from courses.adapters.course_files import (
    COURSE,
    DOCUMENT,
    LESSON,
    PICTURE,
    CourseFacts,
    CourseFile,
    FilePage,
)
from courses.adapters.rich_texts import links_in
from courses.models import CataloguePage, Course, CoursePage, LessonPage
from courses.queries.branches import collection_for
from courses.queries.course_files import facts_of_course
from courses.queries.course_pages import (
    MODELS,
    digest_of,
    file_page,
    fitting,
    media_of,
    names_of,
    numbers_in,
)
from courses.rules.course_arrival import (
    CHANGED,
    ELSEWHERE,
    LOCKED,
    NEW,
    NO_LANGUAGE,
    NO_RIGHT,
    SAME,
    Arrival,
    PageVerdict,
    fact_differences,
)
from courses.rules.page_versions import all_changes


class ArrivalQuery:
    """The file looked at for one branch and one user. Raises UnfitError where no editor of this
    site could have saved what is in it."""

    def __init__(self, file: CourseFile, branch: CataloguePage, user: AbstractBaseUser):
        self.file = file
        self.branch = branch
        self.user = user
        branches = [branch, *branch.get_translations().specific()]
        self.places = {each.locale.language_code: each for each in branches}
        self.here = pages_here(file)
        self.course = self._course()

    def _course(self) -> Course | None:
        """The course that is here: with a page of the file, or one of the same code that has no
        pages at all and that the user may change."""
        for text in self.file.pages:
            page = self.here.get(text.ref)
            if text.kind == COURSE and isinstance(page, CoursePage) and page.course:
                return page.course
        course = Course.objects.filter(code=self.file.facts.code.upper()).first()
        if course is None or course.pages.exists():
            return None
        return course if permissions.courses.may(self.user, "change", course) else None

    @property
    def has_page_here(self) -> bool:
        return any(text.kind == COURSE and text.ref in self.here for text in self.file.pages)

    def arrival(self) -> Arrival:
        states = self._states()
        known = self._known(states)
        pages = {ref: fitting(text, known.__contains__) for ref, text in self._texts().items()}
        verdicts = self._verdicts(pages, states)
        taken = [each.page for each in verdicts if not each.stays_out]
        media = names_in(taken, (f"{PICTURE}:", f"{DOCUMENT}:")) & {
            medium.ref for medium in self.file.media
        }
        return Arrival(
            pages=tuple(verdicts),
            fresh_media=len(media - self.media_here().keys()),
            gone=tuple(self._gone()),
            differences=self._differences(),
            is_moved=self._is_moved(),
        )

    def _texts(self) -> dict[str, FilePage]:
        return {text.ref: text for text in self.file.pages}

    def _states(self) -> dict[str, str]:
        """For each page of the file NEW, SAME where it is here, or why it stays out."""
        above = {text.language: text for text in self.file.pages if text.kind == COURSE}
        states = {
            text.ref: self._state(text, self.places.get(text.language)) for text in above.values()
        }
        if ELSEWHERE in states.values():  # all languages of a course stand in one branch
            states = {ref: ELSEWHERE if state == NEW else state for ref, state in states.items()}
        for text in self.file.pages:
            if text.kind == LESSON:
                states[text.ref] = self._lesson_state(text, above[text.language], states)
        return states

    def _lesson_state(self, text: FilePage, above: FilePage, states: dict[str, str]) -> str:
        state = states[above.ref]
        if state == NEW:
            return self._state(text, None, is_new=True)
        return self._state(text, self.here[above.ref]) if state in (SAME, LOCKED) else state

    def _state(self, text: FilePage, parent: Page | None, *, is_new: bool = False) -> str:
        page = self.here.get(text.ref)
        if page is not None:
            is_there = isinstance(page, MODELS[text.kind]) and parent and page.is_child_of(parent)
            if not is_there:
                return ELSEWHERE if self.places.get(text.language) else NO_LANGUAGE
            may = page.permissions_for_user(self.user)
            return SAME if may.can_edit() and not may.page_locked() else LOCKED
        if is_new:
            return NEW
        if parent is None:
            return NO_LANGUAGE
        return NEW if parent.permissions_for_user(self.user).can_add_subpage() else NO_RIGHT

    def _known(self, states: dict[str, str]) -> set[str]:
        """Names that pages may hold here: media of the file, pages of it that will be here, and
        other pages of this site that it leads to."""
        media = {medium.ref for medium in self.file.media}
        coming = {ref for ref, state in states.items() if state in (NEW, SAME, LOCKED)}
        wanted = names_in(self.file.pages, ("page/",)) - coming
        rows = Page.objects.filter(translation_key__in=keys_in(wanted))
        names = rows.values_list("translation_key", "locale__language_code")
        return media | coming | {f"page/{key}/{language}" for key, language in names}

    def _verdicts(self, pages: dict[str, FilePage], states: dict[str, str]) -> list[PageVerdict]:
        drafts = {
            ref: self.here[ref].get_latest_revision_as_object()
            for ref, state in states.items()
            if state == SAME
        }
        names = names_of(drafts.values())
        return [
            self._verdict(text, pages[ref], states[ref], drafts.get(ref), names)
            for ref, text in self._texts().items()
        ]

    def _verdict(self, text: FilePage, page: FilePage, state: str, draft, names) -> PageVerdict:
        lost = len(text.values.get("body") or ()) - len(page.values.get("body") or ())
        if draft is None:
            return PageVerdict(page, state, lost=lost)
        changes = all_changes(file_page(draft, names).values, page.values)
        return PageVerdict(page, CHANGED if changes else SAME, draft.pk, changes, lost)

    def media_here(self) -> dict[str, int]:
        """Numbers of media by their name: of those that pages of the course show here, then of
        those in the collection of the branch."""
        drafts = [page.get_latest_revision_as_object() for page in self.here.values()]
        shown = media_of(numbers_in(each for each in drafts if type(each) in MODELS.values()))
        found = {f"{kind}:{digest_of(row)}": pk for (kind, pk), row in shown.items()}
        for kind, model in ((PICTURE, get_image_model()), (DOCUMENT, get_document_model())):
            digests = [each.digest for each in self.file.media if each.kind == kind]
            rows = model.objects.filter(file_hash__in=digests, collection=self.collection(model))
            for pk, digest in rows.order_by("-pk").values_list("pk", "file_hash"):
                found.setdefault(f"{kind}:{digest}", pk)
        return found

    def collection(self, model: type[Model]) -> Collection | None:
        """Where media of the course are kept."""
        return collection_for(self.branch, self.user, model)

    def _lessons_here(self, text: FilePage) -> list[LessonPage]:
        page = self.here.get(text.ref)
        if not isinstance(page, CoursePage):
            return []
        return list(LessonPage.objects.child_of(page).order_by("path"))

    def _gone(self) -> Iterable[str]:
        """Titles of lessons below the pages of the course that the file does not have."""
        keys = {text.key for text in self.file.pages}
        for text in self.file.pages:
            if text.kind == COURSE:
                rows = self._lessons_here(text)
                yield from (row.draft_title for row in rows if str(row.translation_key) not in keys)

    def _is_moved(self) -> bool:
        """Whether lessons that are here stand in another order in the file."""
        for text in (each for each in self.file.pages if each.kind == COURSE):
            here = [str(row.translation_key) for row in self._lessons_here(text)]
            there = [
                each.key
                for each in self.file.pages
                if each.kind == LESSON and each.language == text.language
            ]
            if [key for key in here if key in there] != [key for key in there if key in here]:
                return True
        return False

    def _differences(self):
        if self.course is None:
            return ()
        here = facts_of_course(self.course)
        return fact_differences(here, _as_here(self.file.facts, here))


def _as_here(there: CourseFacts, here: CourseFacts) -> CourseFacts:
    """Topics and outcomes are the same where their slugs are, whatever they are called; lists in
    the order of this site."""
    changed = {}
    for name in ("topics", "outcomes"):
        ours, theirs = getattr(here, name), getattr(there, name)
        is_same = {each.slug for each in ours} == {each.slug for each in theirs}
        changed[name] = ours if is_same else theirs
    for name in ("audience", "gender_pillars"):
        ours, theirs = getattr(here, name), getattr(there, name)
        changed[name] = ours if sorted(ours) == sorted(theirs) else theirs
    return replace(there, **changed)


def pages_here(file: CourseFile) -> dict[str, Page]:
    """The pages of this site that are pages of the file, by their name."""
    keys = {text.key for text in file.pages}
    rows = Page.objects.filter(translation_key__in=keys).select_related("locale")
    found = {
        f"page/{row.translation_key}/{row.locale.language_code}": row for row in rows.specific()
    }
    return {text.ref: found[text.ref] for text in file.pages if text.ref in found}


def names_in(pages: Iterable[FilePage], starts: tuple[str, ...]) -> set[str]:
    """The names that begin so and stand in the pages of a file."""
    return {
        name
        for page in pages
        for text in _texts_in(page.values)
        for name in (text, *links_in(text))
        if name.startswith(starts)
    }


def _texts_in(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts_in(each)


def keys_in(names: Iterable[str]) -> list[UUID]:
    """The translation keys in names of pages."""
    found = []
    for name in names:
        with suppress(ValueError):
            found.append(UUID(name.split("/")[1]))
    return found
