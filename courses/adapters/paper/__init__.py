"""What a run needs on paper: attendance sheets, cards, badges, table signs and the poster."""
