"""Files that carry a course from one site to another, values in and out."""

from courses.adapters.course_files.contents import (
    COURSE,
    DOCUMENT,
    FILE_BYTES,
    LESSON,
    PICTURE,
    CourseFacts,
    CourseFile,
    CourseFileError,
    FilePage,
    Medium,
    Tag,
)
from courses.adapters.course_files.reading import read_course_file
from courses.adapters.course_files.writing import write_course_file

__all__ = [
    "COURSE",
    "DOCUMENT",
    "FILE_BYTES",
    "LESSON",
    "PICTURE",
    "CourseFacts",
    "CourseFile",
    "CourseFileError",
    "FilePage",
    "Medium",
    "Tag",
    "read_course_file",
    "write_course_file",
]
