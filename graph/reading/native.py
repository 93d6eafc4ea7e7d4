"""Which reader is loaded: the Python, or what `build.native` has compiled from just this Python.

Compiled modules lie in a folder of their own with the hash of every source that they depend on.
If one source differs, or the Python that runs, none of them is loaded.
"""

import json
import os
import sys
import warnings
from collections.abc import Sequence
from hashlib import sha256
from importlib.machinery import EXTENSION_SUFFIXES, ModuleSpec
from importlib.util import spec_from_file_location
from pathlib import Path
from types import ModuleType

READING = Path(__file__).parent
SCHEMA = READING.parent.parent / "schema"
FOLDER = READING / ".native"
SUFFIX = EXTENSION_SUFFIXES[0]  # tells the version of Python and the machine
SWITCH = "ACTORGRAPH_NATIVE"  # 0 in the environment: read with the Python, whatever is compiled
_PACKAGE = "actorgraph.graph.reading."


def sources() -> dict[str, str]:
    """Return the hashes of all that compiled modules depend on, and for which Python they are."""
    files = [*SCHEMA.rglob("*.py"), *READING.rglob("*.py")]
    hashes = {
        file.relative_to(SCHEMA.parent).as_posix(): sha256(file.read_bytes()).hexdigest()
        for file in sorted(files)
    }
    return {"python": SUFFIX, **hashes}


def changed(folder: Path = FOLDER) -> list[str]:
    """Return which sources are other ones than those that the folder was made from."""
    made: dict[str, str] = json.loads((folder / "sources.json").read_text("utf-8"))
    now = sources()
    return sorted(name for name in {*made, *now} if made.get(name) != now.get(name))


class Finder:
    """Finds the compiled modules before the Python that they are made from."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return where a module of the reader lies compiled, if it does."""
        if not name.startswith(_PACKAGE):
            return None
        *folders, module = name.removeprefix(_PACKAGE).split(".")
        file = self._folder.joinpath(*folders, module + SUFFIX)
        return spec_from_file_location(name, file) if file.is_file() else None


def use_compiled(folder: Path = FOLDER) -> bool:
    """Let the compiled modules in a folder be loaded, if there are any and they are up to date."""
    if not (folder / "sources.json").is_file() or os.environ.get(SWITCH) == "0":
        return False
    if differ := changed(folder):
        more = f" and {len(differ) - 1} more" if differ[1:] else ""
        warnings.warn(
            f"The compiled reader is not used: {differ[0]}{more} changed since it was made. "
            "`python -m actorgraph.graph.reading.build.native` makes it again; with `--clean` "
            "it is removed.",
            RuntimeWarning,
            stacklevel=2,
        )
        return False
    sys.meta_path.insert(0, Finder(folder))
    return True
