"""The wheel: it builds, and works in an empty environment with nothing of the repository near."""

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DATA = {".yaml", ".gz", ".js", ".css", ".html", ".ttl", ".rq", ".typed"}


def run(*command: str | Path, cwd: Path) -> str:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "COV"))}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def sources() -> list[str]:
    """Return the files that a wheel is made from."""
    files = [
        file.relative_to(ROOT)
        for package in ("schema", "graph", "exports", "cli")
        for file in sorted((ROOT / package).rglob("*"))
        if file.is_file() and "__pycache__" not in file.parts
    ]
    return ["pyproject.toml", "README.md", "LICENSE", *map(str, files)]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("source")
    for name in sources():
        target = copy / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((ROOT / name).read_bytes())
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--wheel", "--outdir", out, copy, cwd=copy)
    return next(out.glob("*.whl"))


def test_all_package_data_travels(wheel: Path):
    packed = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        f"actorgraph/{name}"
        for name in sources()
        if Path(name).suffix in {".py", *DATA} and "/" in name
    }
    assert wanted <= packed
    strangers = {n for n in packed if not n.startswith("actorgraph")}
    assert not strangers
    assert wheel.name.endswith("-py3-none-any.whl")  # whatever is compiled where it is made
    assert not {n for n in packed if ".native" in n or n.endswith((".so", ".pyd"))}


def test_the_command_runs_in_an_empty_environment(wheel: Path, tmp_path: Path):
    venv.create(tmp_path / "env", with_pip=True)
    scripts = tmp_path / "env" / "bin"
    run(scripts / "python", "-m", "pip", "install", "--quiet", wheel, cwd=tmp_path)
    text = tmp_path / "texts" / "a.txt"
    text.parent.mkdir()
    text.write_text("زار الرئيس المصري أنور السادات إسرائيل عام 1977.", "utf-8")
    assert "build" in run(scripts / "actorgraph", "--help", cwd=tmp_path)
    run(scripts / "actorgraph", "build", "texts", "-o", "out", cwd=tmp_path)
    graph = json.loads((tmp_path / "out" / "graph.json").read_text("utf-8"))
    assert len(graph["sources"]) == 1
    assert run(scripts / "actorgraph", "schema", cwd=tmp_path).startswith("{")
