"""Rules in plain Python: facts in, verdict out."""
