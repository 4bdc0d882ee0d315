"""How a certificate is drawn: its designs, art and pictures."""
