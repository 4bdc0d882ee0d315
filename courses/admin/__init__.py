"""Wagtail admin screens, one noun a file."""
