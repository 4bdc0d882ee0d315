"""Outside things behind a small interface: typst, HarfBuzz, QR codes."""
