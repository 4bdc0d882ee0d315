"""An environment with what a wheel asks for and nothing else, linked from the one that runs."""

import sys
from collections import defaultdict
from collections.abc import Iterable
from importlib.metadata import Distribution, distributions
from pathlib import Path, PurePath

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


class NotAnswered(AssertionError):
    """A requirement that the running environment does not meet."""


def asked_for(requirements: Iterable[str], extras: Iterable[str] = ()) -> dict[str, Distribution]:
    """The installed distributions that the requirements name, and those that these name, by name.

    Raises NotAnswered where one is missing or has a version that is not allowed.
    """
    here = installed()
    found: dict[str, Distribution] = {}
    seen = set()
    waiting = [(line, tuple(extras)) for line in requirements]
    while waiting:
        line, of = waiting.pop()
        wanted = Requirement(line)
        if not _applies(wanted, of) or (str(wanted), of) in seen:
            continue
        seen.add((str(wanted), of))
        held = _answer(wanted, here)
        found[canonicalize_name(wanted.name)] = held
        waiting += [(each, tuple(wanted.extras)) for each in held.requires or ()]
    return found


def _applies(wanted: Requirement, extras: tuple[str, ...]) -> bool:
    return wanted.marker is None or any(
        wanted.marker.evaluate({"extra": extra}) for extra in extras or ("",)
    )


def installed(folders: Iterable[Path] | None = None) -> dict[str, Distribution]:
    """The distributions of the running environment, or of these folders, by name."""
    found = distributions() if folders is None else distributions(path=[*map(str, folders)])
    return {canonicalize_name(each.name): each for each in found}


def _answer(wanted: Requirement, here: dict[str, Distribution]) -> Distribution:
    held = here.get(canonicalize_name(wanted.name))
    if held is None:
        raise NotAnswered(f"{wanted} is not installed")
    if not wanted.specifier.contains(held.version, prereleases=True):
        raise NotAnswered(f"{wanted} is asked for, {held.version} is installed")
    return held


def link(held: Iterable[Distribution], into: Path) -> None:
    """Link the files of the distributions into a folder of site packages.

    A folder that belongs to one distribution alone is linked whole, with its compiled files; what
    several share is linked file by file, so that nothing comes along that was not named.
    """
    owners = defaultdict(set)
    for name, each in installed().items():
        for top in _files_by_top(each):
            owners[top].add(name)
    for each in held:
        for top, files in _files_by_top(each).items():
            places = [PurePath(top)] if len(owners[top]) == 1 else files
            for place in places:
                (into / place).parent.mkdir(parents=True, exist_ok=True)
                (into / place).symlink_to(Path(each.locate_file(place)).resolve())


def _files_by_top(held: Distribution) -> dict[str, list[PurePath]]:
    """Files below the site packages by their first folder; commands and manuals lie elsewhere."""
    found = defaultdict(list)
    for file in held.files or ():
        if ".." not in file.parts and "__pycache__" not in file.parts[:1]:
            found[file.parts[0]].append(file)
    return found


def site_packages(folder: Path) -> Path:
    """Where a virtual environment of the running Python keeps its packages."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    return folder / "lib" / version / "site-packages"
