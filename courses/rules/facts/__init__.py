"""The read model of the figures: its tables, and how they come from what the site keeps."""

from courses.rules.facts.layout import LAYOUT, STAGED, TABLES, Column, Table
from courses.rules.facts.making import FIXED, MAKING

__all__ = ["FIXED", "LAYOUT", "MAKING", "STAGED", "TABLES", "Column", "Table"]
