"""StreamField blocks: the parts of a lesson, and the questions of its quiz."""

from courses.blocks.lesson import LessonBody

__all__ = ["LessonBody"]
