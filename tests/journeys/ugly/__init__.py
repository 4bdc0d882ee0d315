"""Ugly spreadsheets as they really arrive, each with what must come of it, row by row."""
