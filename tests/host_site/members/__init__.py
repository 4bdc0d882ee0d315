"""The people of the foreign site."""
