"""The read model of the figures: its tables, and how they come from what the site keeps."""

from courses.rules.facts.layout import Column, Table
from courses.rules.facts.making import FIXED, MAKING
from courses.rules.facts.staged import STAGED
from courses.rules.facts.tables import LAYOUT, TABLES

__all__ = ["FIXED", "LAYOUT", "MAKING", "STAGED", "TABLES", "Column", "Table"]
