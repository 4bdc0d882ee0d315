"""Tags of quizzes: the sheet of a lesson for its reader, its form and its pictures."""

from django import template
from wagtail.images import get_image_model

from courses.forms.page_check_words import language_name
from courses.forms.quiz import QuizForm
from courses.queries.quizzes import sheet_for
from courses.templatetags.courses_pages import reader

register = template.Library()
register.filter("language_words", language_name)


@register.simple_tag(takes_context=True)
def quiz_sheet(context, lesson):
    """Where the reader stands with the questions of a lesson, or None without questions."""
    return sheet_for(lesson, reader(context))


@register.simple_tag
def quiz_form(sheet):
    """The questions of a sheet with the answers that were kept."""
    return QuizForm(
        sheet.questions, attempt=sheet.attempt, answers=sheet.answers, version=sheet.version
    )


@register.simple_tag
def quiz_pictures(questions):
    """The images that can be chosen, by number; no query where there are none."""
    numbers = {part.picture for each in questions for part in each.parts if part.picture}
    return get_image_model().objects.in_bulk(numbers) if numbers else {}


@register.simple_tag
def picture_for(pictures, question, choice):
    """The image of a choice, or None."""
    return pictures.get(question.parts[int(choice.data["value"])].picture)


@register.filter
def points_of(share):
    """0.6667 of a point as 67, for the words in per cent."""
    return round(100 * share)
