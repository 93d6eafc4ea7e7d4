"""The compiled reader: mypyc takes the modules, and what is out of date is never used."""

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from actorgraph.graph.reading.build import native
from actorgraph.graph.reading.build.nativecopy import spelled_out
from actorgraph.graph.reading.native import SUFFIX, SWITCH, Finder, changed, sources, use_compiled
from actorgraph.schema import ActorKind, MissingExtraError

TEXT = "graph/reading/words/text.py"


MODULE = '''"""A module as the reader has them."""

from dataclasses import dataclass, field

from ....schema import ActorKind

_MOST = 12  # a constant
NONE: dict[str, int] = {}  # with letters: ليبيا


@dataclass(frozen=True, slots=True)
class Whole:
    """A record."""

    name: str
    kinds: list[ActorKind] = field(default_factory=list[ActorKind])
    many: bool = False

    def counts(self) -> bool:
        return self.many or len(self.kinds) > _MOST or ActorKind.STATE in self.kinds


def last() -> int:
    return NONE.get("", _MOST)
'''


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder as the compiler leaves it, with one module."""
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path])
    monkeypatch.delenv(SWITCH, raising=False)
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / f"text{SUFFIX}").touch()
    (tmp_path / "sources.json").write_text(json.dumps(sources()), "utf-8")
    return tmp_path


def test_mypyc_takes_every_module():
    native.check()  # its message says which line it does not take


def test_what_it_is_given_has_constants_and_constructors_spelled_out():
    written = spelled_out(MODULE).split("\n")
    assert "_MOST: Final = 12  # a constant" in written
    assert "NONE: Final[dict[str, int]] = {}  # with letters: ليبيا" in written
    assert any("_STATE_KIND in self.kinds" in line for line in written)
    for number, line in enumerate(MODULE.split("\n")):
        assert (
            not line.strip().startswith("return") or "ActorKind" in line or written[number] == line
        )
    scope: dict[str, Any] = {"__name__": "actorgraph.graph.reading.words.made"}
    scope["__package__"] = "actorgraph.graph.reading.words"
    exec("\n".join(written), scope)
    whole = scope["Whole"]
    state = ActorKind.STATE
    assert whole("a") == whole("a", [], False)
    assert hash(whole("a", ())) == hash(whole("a", ()))
    assert whole("a", [state]).counts()
    assert not whole("a").counts()
    assert replace(whole("a"), many=True).counts()
    assert scope["last"]() == 12


def test_what_stays_python_is_there():
    assert all((native.READING / name).is_file() for name in native.PLAIN)
    assert native.PLAIN.isdisjoint(native.modules())


def test_compiled_modules_are_found_before_their_source(made: Path):
    assert use_compiled(made)
    finder = sys.meta_path[0]
    assert isinstance(finder, Finder)
    found = finder.find_spec("actorgraph.graph.reading.words.text", None)
    assert found is not None
    assert found.origin == str(made / "words" / f"text{SUFFIX}")
    for other in ("actorgraph.graph.reading.words.names", "words.text", "text"):
        assert finder.find_spec(other, None) is None


@pytest.mark.parametrize(
    "other", [{TEXT: "another"}, {"graph/reading/gone.py": "1"}, {"python": ""}]
)
def test_what_was_compiled_from_other_source_is_not_used(made: Path, other: dict[str, str]):
    (made / "sources.json").write_text(json.dumps(sources() | other), "utf-8")
    before = [*sys.meta_path]
    with pytest.warns(RuntimeWarning, match=rf"not used: {next(iter(other))} changed .*--clean"):
        assert not use_compiled(made)
    assert sys.meta_path == before


def test_a_new_module_counts_as_a_change(made: Path):
    (made / "sources.json").write_text(
        json.dumps({name: hash_ for name, hash_ in sources().items() if name != TEXT}), "utf-8"
    )
    assert changed(made) == [TEXT]


def test_it_can_be_switched_off(made: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(SWITCH, "0")
    assert not use_compiled(made)


def test_nothing_compiled_is_nothing_to_say(tmp_path: Path):
    assert not use_compiled(tmp_path)


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("CC", "no-such-compiler -O1")
    with pytest.raises(native.NativeError, match=r"no C compiler \(no-such-compiler\)"):
        native.compile_reader()
    monkeypatch.setattr(native, "find_spec", lambda _: None)
    with pytest.raises(MissingExtraError, match=r"actorgraph\[native\]"):
        native.check()


def test_clean_removes_it(made: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(native, "FOLDER", made)
    native.clean()
    native.clean()
    assert not made.exists()
