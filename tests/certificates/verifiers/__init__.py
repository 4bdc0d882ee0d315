"""Programs that others wrote, to check what we sign."""

import json
import subprocess
from pathlib import Path

HERE = Path(__file__).parent


def asked(script: str, question: dict) -> list:
    """The answer of a script of this folder. It runs with Node and reads no network."""
    done = subprocess.run(
        ["node", HERE / script], input=json.dumps(question), capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
