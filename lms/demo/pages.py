"""Builds the demo catalogue from the text files: topics, courses, pages and lessons, twice."""

import tomllib
from functools import cache
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from django.core.files import File
from django.core.files.images import ImageFile
from django.utils import timezone
from wagtail.blocks import StreamValue
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Locale, Page, Site

from courses.models import CataloguePage, Course, CoursePage, LessonPage, Outcome, Topic
from courses.rules.starting_rubrics import rubric_of
from lms.demo.small_pictures import give_small

CONTENT = Path(__file__).parent / "content"
LANGUAGES = ("en", "km")
#: Teams of trainers with a branch of their own: English and Khmer title, courses.
BRANCHES = {
    "dialogue": ("Unions and dialogue", "សហជីព និងការសន្ទនា",
                 ("tul", "cba", "prod", "picc", "tucg")),
    "safety": ("Safety and health", "សុវត្ថិភាព និងសុខភាព", ("oshc", "oshi", "heat")),
    "skills": ("Skills for work and life", "ជំនាញសម្រាប់ការងារ និងជីវិត",
               ("digw", "ess", "sst", "gen", "tot")),
}  # fmt: skip
HOME = {
    "en": ("Courses", "Training for people who work in garment, footwear and bag factories, for "
           "their unions, their managers and the labour offices."),
    "km": ("វគ្គបណ្តុះបណ្តាល", "ការបណ្តុះបណ្តាលសម្រាប់អ្នកធ្វើការនៅរោងចក្រកាត់ដេរ ស្បែកជើង និងកាបូប "
           "សម្រាប់សហជីព អ្នកគ្រប់គ្រង និងការិយាល័យការងារ។"),
}  # fmt: skip
NO_CERTIFICATE = {"TUCG"}
QUIZ_SETTINGS = ("shuffle", "pass_percent", "attempts", "minutes", "notes")
QUESTION_FIELDS = (
    *("is_true", "items", "pairs", "extra"),
    *("number", "tolerance", "unit", "guide", "pool"),
)


def read(path: Path) -> dict:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def part_id(course: str, lesson: str, number: int) -> str:
    """The same for a part in all languages, as when a page is copied for translation."""
    return str(uuid5(NAMESPACE_URL, f"{course}/{lesson}/{number}"))


def write_topics() -> None:
    table = read(CONTENT / "topics.toml")
    for position, row in enumerate(table["topics"]):
        Topic.objects.update_or_create(slug=row["slug"], defaults={**row, "position": position})
    for row in table["outcomes"]:
        Outcome.objects.update_or_create(slug=row["slug"], defaults=row)


def write_courses() -> None:
    """The thirteen courses, without their pages."""
    for folder in sorted(path for path in CONTENT.iterdir() if path.is_dir()):
        data = read(folder / "course.toml")
        rule = data.get("rule", {})
        rule["task_rubric"] = rubric_of(**data["rubric"]) if "rubric" in data else []
        rule["min_attendance_percent"] = rule.get("min_attendance_percent") or 80
        course, _is_new = Course.objects.update_or_create(
            code=data["code"],
            defaults={
                "title_en": data["title_en"],
                "title_km": data["title_km"],
                "audience": data["audience"],
                "gender_pillars": data.get("gender_pillars", []),
                "planned_minutes": data["minutes"],
                "validity_months": data.get("validity_months"),
                "gives_certificate": data["code"] not in NO_CERTIFICATE,
                **rule,
            },
        )
        course.topics.set(Topic.objects.filter(slug__in=data["topics"]))
        course.outcomes.set(Outcome.objects.filter(slug__in=data["outcomes"]))


def write_home(site_name: str) -> dict[str, CataloguePage]:
    """The catalogue as the home page of each language; Wagtail's welcome page goes."""
    root = Page.get_first_root_node()
    locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code in LANGUAGES}
    title, intro = HOME["en"]
    english = CataloguePage(title=title, intro=intro, slug="courses", locale=locales["en"])
    root.add_child(instance=english)
    pages = {"en": english, "km": english.copy_for_translation(locales["km"])}
    pages["km"].title, pages["km"].intro = HOME["km"]
    for page in pages.values():
        page.save_revision().publish()
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "root_page": english, "site_name": site_name},
    )
    Page.objects.filter(depth=2).exclude(pk__in=[page.pk for page in pages.values()]).delete()
    return pages


class CourseWriter:
    """Writes the pages of one course below its branch, with pictures in the team's collection."""

    def __init__(self, folder: Path, branches: dict[str, CataloguePage], collection):
        self.folder = folder
        self.branches = branches
        self.collection = collection
        self.course = Course.objects.get(code=read(folder / "course.toml")["code"])
        now = timezone.now()
        self.published = {"first_published_at": now, "last_published_at": now}
        self.pictures = {}
        self.lesson = ""
        self.document = cache(self._document)

    def write(self) -> None:
        pages = {language: self._course_page(language) for language in LANGUAGES}
        for path in sorted(self.folder.glob("[0-9]*.en.toml")):
            slug = path.name.removesuffix(".en.toml")
            key = None
            for language in LANGUAGES:
                lesson = self._lesson_page(slug, language, key)
                pages[language].add_child(instance=lesson)
                key = lesson.translation_key

    def _course_page(self, language: str) -> CoursePage:
        text = read(self.folder / f"course.{language}.toml")
        page = CoursePage(
            course=self.course,
            title=text["title"],
            slug=self.course.code.lower(),
            locale=self.branches[language].locale,
            summary=text["summary"],
            picture=self.picture("cover.png", text["picture_alt"]),
            picture_alt=text["picture_alt"],
            outcomes=[("outcome", outcome) for outcome in text["outcomes"]],
            audience=text["audience"],
            certificate=text["certificate"],
            about=text["about"],
            search_words=text.get("search_words", ""),
            search_description=text["summary"],
            **self.published,
        )
        if language != "en":
            page.translation_key = self.english.translation_key
        self.branches[language].add_child(instance=page)
        if language == "en":
            self.english = page
        return page

    def _lesson_page(self, slug: str, language: str, key) -> LessonPage:
        text = read(self.folder / f"{slug}.{language}.toml")
        self.lesson = slug
        page = LessonPage(
            title=text["title"],
            slug=slug[3:],
            locale=self.branches[language].locale,
            summary=text["summary"],
            minutes=text["minutes"],
            body=self._body(slug, text["blocks"]),
            **self.published,
        )
        if key is not None:
            page.translation_key = key
        return page

    def _body(self, slug: str, blocks: list[dict]) -> StreamValue:
        parts = [
            (*self._block(block), part_id(self.folder.name, slug, number))
            for number, block in enumerate(blocks)
        ]
        return StreamValue(LessonPage._meta.get_field("body").stream_block, parts)

    def _block(self, block: dict) -> tuple[str, object]:
        return block["type"], getattr(self, f"_{block['type']}_value")(block)

    def _text_value(self, block):
        recording = block.get("recording")
        title = f"{self.course.code} {recording}"
        return {
            "text": block["html"],
            "recording": self.document(recording, title) if recording else None,
        }

    def _picture_value(self, block):
        return {
            "image": self.picture(block["file"], block["alt"]),
            "alt": block["alt"],
            "caption": block.get("caption", ""),
        }

    def _picture_steps_value(self, block):
        return {
            "title": block["title"],
            "steps": [
                {"image": self.picture(step["file"], step["alt"]), "alt": step["alt"],
                 "text": step["text"]}
                for step in block["steps"]
            ],
        }  # fmt: skip

    def _callout_value(self, block):
        return {"kind": block["kind"], "title": block["title"], "text": block["html"]}

    def _download_value(self, block):
        return {"title": block["title"], "file": self.document(block["file"], block["title"])}

    def _quiz_value(self, block):
        settings = {name: block[name] for name in QUIZ_SETTINGS if name in block}
        questions = [self._question(*each) for each in enumerate(block["questions"])]
        return {"title": block["title"], "questions": questions} | settings

    def _question(self, number: int, question: dict) -> dict:
        """As pages store it, with ids that are the same in both languages: so the figures of a
        question are of one question."""
        kind, place = question.get("kind", "choice"), f"{self.lesson}/{number}"
        value = {"question": question["question"], "feedback": question.get("feedback", "")}
        value |= {name: question[name] for name in QUESTION_FIELDS if name in question}
        if "choices" in question:
            value["choices"] = [self._choice(each) for each in question["choices"]]
        for name in {"choices", "items", "pairs"} & value.keys():
            value[name] = [
                {"type": "item", "id": self._id(f"{place}/{n}"), "value": each}
                for n, each in enumerate(value[name])
            ]
        return {"type": kind, "id": self._id(place), "value": value}

    def _choice(self, choice: dict) -> dict:
        if "file" not in choice:
            return {"text": choice["text"], "is_correct": choice["correct"]}
        image = self.picture(choice["file"], choice["alt"]).pk
        return {"image": image, "alt": choice["alt"], "is_correct": choice["correct"]}

    def _id(self, place: str) -> str:
        return str(uuid5(NAMESPACE_URL, f"{self.course.code}/{place}"))

    def picture(self, name: str, alt: str):
        """One for all languages; each page says in its own words what it shows."""
        if name not in self.pictures:
            self.pictures[name] = self._picture(name, alt)
        return self.pictures[name]

    def _picture(self, name: str, alt: str):
        path = self.folder / name
        with path.open("rb") as file:
            image = get_image_model().objects.create(
                title=f"{self.course.code} {path.stem}",
                file=ImageFile(file, name=f"{self.folder.name}-{name}"),
                description=alt,
                collection=self.collection,
            )
        give_small(image, path.read_bytes())
        return image

    def _document(self, name: str, title: str):
        with (self.folder / name).open("rb") as file:
            return get_document_model().objects.create(
                title=title,
                file=File(file, name=f"{self.folder.name}-{name}"),
                collection=self.collection,
            )
