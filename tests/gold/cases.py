"""Gold cases: texts and the claims that a careful reader finds in them, in YAML.

Absent fields have the commonest value, so that a row shows what is special about it. `optional`
marks a claim on which careful readers differ: neither missed nor false.
"""

import re
import unicodedata
from pathlib import Path
from typing import Annotated, Literal, Self

import yaml
from actorgraph.graph.reading.words.rowfile import parse_yaml
from actorgraph.schema import Modality, PartialDate, Record, StanceKind, vocabulary
from pydantic import BeforeValidator, Field, ValidationError, field_validator, model_validator

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SETS = {"dev": "dev-*.yaml", "heldout": "heldout*.yaml", "seed": "seed.yaml"}

Tag = Literal[
    "vso",
    "svo",
    "passive",
    "masdar",
    "participle",
    "relative",
    "clitic-object",
    "dropped-subject",
    "coordination",
    "light-verb",
    "headline",
    "nested",
    "denial",
    "hedge",
    "direct-quote",
    "indirect-speech",
    "negation",
    "modality",
    "goal",
    "relay",
    "coreference",
    "descriptor",
    "metonymy",
    "nisba-body",
    "unlisted-actor",
    "date",
    "structural",
    "article",
    "nothing",
]


class GoldFileError(ValueError):
    """A gold file or case that is broken: which file, which case, and what is wrong."""


def _edtf(value: object) -> object:
    """Return YAML's own dates and bare years as the text they were written as."""
    return None if value is None else str(value)


Edtf = Annotated[str | None, BeforeValidator(_edtf)]


class GoldClaim(Record):
    """One row: a claim, who takes which position on it, and the words that carry it."""

    subject: str
    predicate: str
    object: str
    speaker: str | None = None
    via: str | None = None
    kind: StanceKind = StanceKind.ASSERTS
    modality: Modality = Modality.ACTUAL
    topic: str | None = None
    time: Edtf = None
    words: str
    levels: tuple[str, ...] = ()
    optional: bool = False
    row: int | None = None  # the number of a row of the seed article

    @field_validator("predicate")
    @classmethod
    def _known(cls, value: str) -> str:
        if value not in vocabulary():
            raise ValueError(f"no relation {value!r} in the vocabulary")
        return value

    @field_validator("time")
    @classmethod
    def _dated(cls, value: str | None) -> str | None:
        return None if value is None else PartialDate(edtf=value).edtf

    @property
    def pieces(self) -> list[str]:
        """The verbatim pieces of `words`, in order."""
        return self.words.split(" ... ")

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where the pieces stand in `text`, close together; empty when they do not."""
        gap = r".{0,600}?"
        pattern = gap.join(f"({re.escape(piece)})" for piece in self.pieces)
        match = re.search(pattern, text, re.DOTALL)
        return [] if match is None else [match.span(i + 1) for i in range(len(self.pieces))]


class Case(Record):
    """One text with its claims; `file` is where it was read from."""

    id: str
    note: str
    date: Edtf = None
    text: str
    source_file: str | None = None
    tags: Annotated[tuple[Tag, ...], Field(min_length=1)]
    claims: tuple[GoldClaim, ...] = ()
    file: str = ""

    @model_validator(mode="before")
    @classmethod
    def _read_text(cls, data: dict[str, object]) -> dict[str, object]:
        path = data.get("source_file")
        if data.get("text") is None and isinstance(path, str):
            data = {**data, "text": (ROOT / path).read_text("utf-8")}
        if isinstance(data.get("text"), str):
            data = {**data, "text": unicodedata.normalize("NFC", str(data["text"]))}
        return data

    @model_validator(mode="after")
    def _words_stand(self) -> Self:
        for claim in self.claims:
            if not claim.spans(self.text):
                raise ValueError(f"the words {claim.words!r} do not stand in the text, in order")
        if "nothing" in self.tags and any(not claim.optional for claim in self.claims):
            raise ValueError("a case tagged `nothing` has claims")
        return self


def load(name: str) -> list[Case]:
    """Return the cases of a set: dev, heldout, seed or all; raise GoldFileError when broken."""
    patterns = list(SETS.values()) if name == "all" else [SETS[name]]
    paths = sorted(path for pattern in patterns for path in HERE.glob(pattern))
    cases = [case for path in paths for case in load_file(path)]
    seen: dict[str, str] = {}
    for case in cases:
        if case.id in seen:
            raise GoldFileError(f"{case.file}: the id {case.id} stands in {seen[case.id]} too")
        seen[case.id] = case.file
    return cases


def load_file(path: Path) -> list[Case]:
    """Return the cases of one file; raise GoldFileError that names the file and the case."""
    try:
        raw = parse_yaml(path.read_text("utf-8"))
    except yaml.YAMLError as error:
        raise GoldFileError(f"{path.name}: not YAML: {error}") from error
    if not isinstance(raw, list):
        raise GoldFileError(f"{path.name}: not a list of cases")
    cases: list[Case] = []
    for number, item in enumerate(raw, 1):
        label = item.get("id", f"number {number}") if isinstance(item, dict) else f"number {number}"
        try:
            case = Case.model_validate(item)
        except ValidationError as error:
            wrong = "; ".join(
                f"{'.'.join(str(part) for part in e['loc'])}: {e['msg']}" for e in error.errors()
            )
            raise GoldFileError(f"{path.name}: case {label}: {wrong}") from error
        cases.append(case.model_copy(update={"file": path.name}))
    return cases
