"""Compile the reader to machine code with mypyc: it reads the same, about twice as fast.

`python -m actorgraph.graph.reading.build.native` makes it, `--clean` removes it. Nothing needs it;
it takes the extra `native`, a C compiler and some minutes, and has to be made again after every
change to the source.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from importlib.util import find_spec
from pathlib import Path

from ....schema import ActorGraphError, MissingExtraError
from ..native import FOLDER, READING, SCHEMA, SUFFIX, sources
from .nativecopy import spelled_out

LAYERS = ("words", "dates", "page", "records", "actors", "ends", "syntax", "speech", "claims")
# Records of pydantic's and what is made of them stay Python; so does what copies itself or looks
# for files beside it.
PLAIN = frozenset(
    {"words/rows.py", "words/lexicon.py", "words/morphology.py", "words/respelling.py",
     "words/rowfile.py", "dates/calendar.py", "page/layout.py", "page/furniture.py"}
)  # fmt: skip
# Run in the folder of the copy: makes C of the modules that come in; with arguments compiles it.
_SETUP = """
import sys
from mypyc.build import mypycify
from setuptools import setup

options = ["--follow-imports=silent", "--ignore-missing-imports", "--allow-redefinition"]
modules = mypycify(
    [*options, *sys.stdin.read().split()], opt_level="1", debug_level="0", multi_file=True,
    group_name="actorgraph.graph.reading.library",
)
for module in modules:
    module.include_dirs.append("build/actorgraph/graph/reading")  # the headers of a dotted group
if sys.argv[1:]:
    setup(name="actorgraph", packages=[], ext_modules=modules)
"""


class NativeError(ActorGraphError):
    """A reader that cannot be compiled."""


def modules() -> list[str]:
    """Return the modules to compile, by their paths in the reader."""
    files = [file for layer in LAYERS for file in sorted((READING / layer).glob("*.py"))]
    names = [file.relative_to(READING).as_posix() for file in files if file.stem != "__init__"]
    return [*(name for name in names if name not in PLAIN), "reader.py"]


def check() -> None:
    """See whether mypyc takes the modules; no C is compiled. Raises NativeError if it does not."""
    with tempfile.TemporaryDirectory() as folder:
        _run_mypyc(Path(folder))


def compile_reader() -> int:
    """Compile the reader, in place of what was compiled before; return how many modules it has."""
    _find_compiler()
    with tempfile.TemporaryDirectory() as folder:
        made_from = sources()
        copy = _run_mypyc(Path(folder), "-q", "build_ext", "--inplace")
        clean()
        made = sorted(copy.rglob(f"*{SUFFIX}"))
        for file in made:
            target = FOLDER / file.relative_to(copy)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, target)
        # Last of all: without it nothing in the folder is used.
        (FOLDER / "sources.json").write_text(json.dumps(made_from, indent=1), "utf-8")
    return len(made) - 1  # one holds the code of them all


def clean() -> None:
    """Remove what was compiled; the Python is read again."""
    if FOLDER.exists():
        shutil.rmtree(FOLDER)


def _run_mypyc(folder: Path, *arguments: str) -> Path:
    """Copy the packages to a folder and run mypyc there; return the reader's folder in the copy."""
    if find_spec("mypyc") is None:
        raise MissingExtraError('mypyc compiles the reader: pip install "actorgraph[native]"')
    packages = folder / "actorgraph"
    for package in (SCHEMA, READING.parent):
        no_code = shutil.ignore_patterns("__pycache__", FOLDER.name)
        shutil.copytree(package, packages / package.name, ignore=no_code)
    (packages / "__init__.py").touch()
    reading = packages / "graph" / "reading"
    files = [reading / name for name in modules()]
    for file in files:
        file.write_text(spelled_out(file.read_text("utf-8")), "utf-8")
    paths = [file.relative_to(folder).as_posix() for file in files]
    done = subprocess.run(
        [sys.executable, "-c", _SETUP, *arguments],
        cwd=folder, input="\n".join(paths), capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        said = [line for line in (done.stdout + done.stderr).splitlines() if "warning:" not in line]
        raise NativeError("The reader cannot be compiled:\n" + "\n".join(said[-20:]))
    return reading


def _find_compiler() -> None:
    """Raise NativeError if there is no C compiler, or there are no headers of Python's."""
    command = os.environ.get("CC") or sysconfig.get_config_var("CC")
    if command and shutil.which(command.split()[0]) is None:
        raise NativeError(
            f"There is no C compiler ({command.split()[0]}): install one, on Debian with "
            "`apt-get install gcc`, or name it in CC."
        )
    headers = Path(sysconfig.get_path("include"), "Python.h")
    if not headers.is_file():
        raise NativeError(
            f"There are no headers of Python's ({headers}): install them, on Debian with "
            "`apt-get install python3-dev`."
        )


def main() -> None:
    """Compile the reader, or remove what was compiled."""
    parser = argparse.ArgumentParser(description="Compile the reader to machine code.")
    parser.add_argument("--clean", action="store_true", help="go back to the Python")
    if parser.parse_args().clean:
        clean()
        return
    try:
        sys.stdout.write(f"{compile_reader()} modules compiled\n")
    except ActorGraphError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
