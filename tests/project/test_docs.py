"""The documents: every command is told of, and what they name exists."""

import re
from pathlib import Path

import pytest
import typer.main
from actorgraph.cli.app import app

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = sorted(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented_and_has_help(command: str):
    assert f"actorgraph {command}" in README
    assert typer.main.get_command(app).commands[command].help  # type: ignore[attr-defined]


def test_the_tour_in_python_runs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    monkeypatch.chdir(tmp_path)
    pytest.importorskip("pandas")
    known: dict[str, object] = {}
    for block in re.findall(r"```python\n(.*?)```", README, re.DOTALL):
        exec(compile(block, "README.md", "exec"), known)
    assert (tmp_path / "out" / "graph.json").exists()


def test_only_commands_that_exist_are_documented():
    named = set(re.findall(r"(?:^|[`/ ])actorgraph ([a-z]+)", README, re.MULTILINE))
    assert named <= set(COMMANDS)


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "seeds/README.md"])
def test_links_within_the_repository_lead_somewhere(name: str):
    page = ROOT / name
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def test_every_make_target_is_documented():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    documented = set(re.findall(r"^# make (\w+)", makefile, re.MULTILINE))
    assert {"demo", "test", "check", "score", "bench"} <= documented
    for target in documented:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)
