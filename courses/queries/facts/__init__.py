"""The read model behind the figures: what it is made of, and where it is."""

from courses.queries.facts.now import everything, facts_now, facts_store, of_runs

__all__ = ["everything", "facts_now", "facts_store", "of_runs"]
