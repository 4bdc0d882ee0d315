"""Courses, runs, people, registers, completion and reach: a pluggable Wagtail app."""
