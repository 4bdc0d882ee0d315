"""Draws the artwork of the certificates as SVG: guilloche line work and Khmer kbach ornament."""
