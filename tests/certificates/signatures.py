"""What poppler says about the signature in a PDF file."""

import os
import subprocess
from pathlib import Path


def signature_of(pdf: bytes, folder: Path) -> dict[str, str]:
    """The lines of pdfsig as a table; empty where the file has no signature. The certificate is
    not looked at: nobody but the test knows it."""
    (folder / "signed.pdf").write_bytes(pdf)
    command = ["pdfsig", "-nocert", "signed.pdf"]
    env = os.environ | {"HOME": str(folder)}  # where certificates of a browser might be
    told = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True).stdout
    lines = [line.removeprefix("  - ") for line in told.splitlines() if line.startswith("  - ")]
    return {what: said for what, _colon, said in (line.partition(": ") for line in lines)}
