"""Results of learning for staff alone: by course, by trainer and question by question."""

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy

from courses.admin.learning_words import (
    headlines,
    learning_table,
    opinion_table,
    question_table,
)
from courses.admin.reach_base import BelowReach, told_filters
from courses.admin.reach_words import TRAINER
from courses.forms.reach import ReachForm
from courses.queries.figures import figures
from courses.queries.item_analysis import before_and_after
from courses.queries.learning_results import learned_by, learning

LEARNING = "courses_reach_learning"


class LearningView(BelowReach):
    """Names trainers and shows questions of tests, so there is no file of it."""

    template_name = "courses/admin/reach/learning_page.html"
    page_title = gettext_lazy("Learning results")

    @cached_property
    def form(self):
        return ReachForm(self.request.GET, today=timezone.localdate())

    def get_context_data(self, **kwargs):
        return super().get_context_data(own_url=reverse(LEARNING), **kwargs)

    def answer(self):
        words = self.words
        with figures(self.filters) as answers:
            found = learning(answers)
            trainers = learned_by(answers, "trainer")
            has_course = "course" in self.filters.only
            questions = before_and_after(answers, words.language[:2]) if has_course else []
        tables = [learning_table(found, words)]
        if trainers:
            tables.append(learning_table(found, words, TRAINER, trainers))
        if found.opinions:
            tables.append(opinion_table(found, words))
        if questions:
            tables.append(question_table(questions, words))
        return {
            "is_empty": found.is_empty,
            "headlines": headlines(found, words.language),
            "tables": tables,
            "has_course": has_course,
            "has_questions": bool(questions),
            "filters": self.filters,
            "told": told_filters(self.filters, words),
            "as_at": timezone.localtime(answers.as_at),
        }
