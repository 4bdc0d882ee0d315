"""The demo story: an invented programme, told from seeds and text files."""
