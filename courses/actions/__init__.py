"""Verbs: the only place that writes."""
