"""How a certificate is laid out and drawn."""
