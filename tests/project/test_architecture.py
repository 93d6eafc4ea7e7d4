"""The house: which package may import which, and what travels with them."""

import ast
import importlib.metadata
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("schema", "graph", "exports", "cli")
READING = ("words", "dates", "page", "records", "actors", "ends", "syntax", "speech", "claims")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
MODULES = sorted(file for package in PACKAGES for file in (ROOT / package).rglob("*.py"))


def imports(file: Path) -> Iterator[tuple[int, str]]:
    """Yield (line, dotted name) of everything of ours that a module imports, names included."""
    package = ["actorgraph", *file.relative_to(ROOT).parent.parts]
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            for alias in node.names:
                yield node.lineno, f"{module}.{alias.name}"


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(ROOT)))
def test_imports_run_one_way_and_touch_nothing_private(file: Path):
    own = file.relative_to(ROOT).parts[0]
    may = PACKAGES[: PACKAGES.index(own) + 1]
    for line, name in imports(file):
        if not name.startswith("actorgraph"):
            continue
        parts = name.split(".")
        assert len(parts) < 2 or parts[1] in may, f"{file}:{line} imports {name}"
        if len(parts) > 1 and parts[1] != own:
            private = [part for part in parts[2:] if part.startswith("_") and part != "__init__"]
            assert not private, f"{file}:{line} imports the private {name}"


@pytest.mark.parametrize("layer", READING)
def test_the_layers_of_the_reader_import_one_way(layer: str):
    reading = ["actorgraph", "graph", "reading"]
    above = {*READING[READING.index(layer) + 1 :], "build", "reader", "own", "explain", "seen"}
    for file in (ROOT / "graph" / "reading" / layer).glob("*.py"):
        for line, name in imports(file):
            parts = name.split(".")
            if parts[:3] == reading:
                assert parts[3] not in above, f"{file}:{line} imports {name}"


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(ROOT)))
def test_imports_of_our_own_are_relative(file: Path):
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and not node.level:
            assert not (node.module or "").startswith("actorgraph"), f"{file}:{node.lineno}"


def test_every_package_folder_is_listed():
    listed = set(PROJECT["tool"]["setuptools"]["packages"])
    found = {".".join(["actorgraph", *file.parent.relative_to(ROOT).parts]) for file in MODULES}
    assert found <= listed
    for package in listed:  # a folder of data needs no module
        assert ROOT.joinpath(*package.split(".")[1:]).is_dir()


def test_no_dependency_is_under_the_gpl():
    wanted = [*PROJECT["project"]["dependencies"]]
    for extra in PROJECT["project"]["optional-dependencies"].values():
        wanted += extra
    seen: set[str] = set()
    while wanted:
        name = re.split(r"[^A-Za-z0-9._-]", wanted.pop(), maxsplit=1)[0].lower().replace("_", "-")
        if name in seen:
            continue
        seen.add(name)
        try:
            meta = importlib.metadata.metadata(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # an extra that is not installed
        wanted += [
            need for need in importlib.metadata.requires(name) or [] if "extra ==" not in need
        ]
        said = " ".join(
            [meta.get("License-Expression") or (meta.get("License") or "").split("\n")[0]]
            + [c for c in meta.get_all("Classifier") or [] if c.startswith("License")]
        )
        assert not re.search(r"\b[AL]?GPL|GNU", said), f"{name}: {said}"
