"""A small Wagtail site of somebody else, into which the apps are plugged."""
