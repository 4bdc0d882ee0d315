"""Runs the benchmarks, prints a table and writes build/bench.json.

Usage: python -m tests.benchmarks [NAME …]. Its database lies in var/bench (SALA_VAR) and holds the
demo story, set S.
"""

import importlib
import json
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
os.environ.setdefault("SALA_VAR", str(ROOT / "var" / "bench"))
os.environ["SALA_MODE"] = "demo"
os.environ["DJANGO_SETTINGS_MODULE"] = "lms.settings"

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402

from tests.benchmarks.measure import BENCHMARKS  # noqa: E402

RESULT = ROOT / "build" / "bench.json"


def announced():
    """Every benchmark of the bench_ modules."""
    for path in sorted(Path(__file__).parent.glob("bench_*.py")):
        importlib.import_module(f"tests.benchmarks.{path.stem}")
    return BENCHMARKS


def chosen(names):
    """The benchmarks that give one of the names; all without a name. Leaves on an unknown one."""
    everything = announced()
    known = {name for benchmark in everything for name in benchmark.names}
    unknown = sorted(set(names) - known)
    if unknown:
        sys.exit(
            f"No benchmark is called {', '.join(unknown)}. There are: {', '.join(sorted(known))}."
        )
    return [one for one in everything if not names or set(names) & set(one.names)]


def prepare(benchmarks):
    """Database and static files, and the story where one of the benchmarks needs it."""
    Path(os.environ["SALA_VAR"]).mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False)
    if any(one.needs == "story" for one in benchmarks):
        call_command("make_signing_key", "--if-none", verbosity=0)
        call_command("load_demo")


def figures(benchmarks, names):
    """The figures one after the other."""
    for one in benchmarks:
        yield from (figure for figure in one.run() if not names or figure.name in names)


def row(figure):
    bar = "" if figure.bar is None else f"{'≥' if figure.higher_is_better else '≤'} {figure.bar:g}"
    verdict = {None: "", True: "reached", False: "MISSED"}[figure.is_met]
    ratio = "" if figure.ratio is None else f"{figure.ratio:g} ×"
    value = f"{figure.value:.4g} {figure.unit}"
    return f"{figure.name:32} {value:>16}  {bar:>9}  {verdict:8} {ratio:>9}  {figure.data_size}"


def written_before():
    return json.loads(RESULT.read_text()) if RESULT.exists() else []


def main(names):
    benchmarks = chosen(names)
    prepare(benchmarks)
    found = []
    print(f"{'name':32} {'value':>16}  {'bar':>9}  {'':8} {'ratio':>9}  data")
    for figure in figures(benchmarks, names):
        print(row(figure), flush=True)
        found.append(figure.as_json())
    kept = [old for old in written_before() if old["name"] not in {new["name"] for new in found}]
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps((kept if names else []) + found, indent=1) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
