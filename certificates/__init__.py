"""Certificates that anyone can check: a pluggable app on top of `courses`."""
