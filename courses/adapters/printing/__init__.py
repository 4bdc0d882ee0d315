"""What is printed: shipped fonts, Khmer shaping, lines that fit, QR codes, pictures and typst."""
