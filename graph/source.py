"""Texts and files on their way in: what becomes a Source, and with which metadata."""

import datetime as dt
import hashlib
import os
import re
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import cast

import yaml
from pydantic import ValidationError, field_validator

from ..schema import PartialDate, Record, Source, SourceError
from .files import read_whole_text, shown
from .reading.page.layout import layout

_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\u06d5\u06ee-\u06ff]+")
_PERSIAN_URDU = re.compile("[پچژگٹڈڑےں]+")
_LETTER = re.compile(r"[^\W\d_]+")
_SAMPLE = 100_000  # characters that the language is told from


class Sidecar(Record):
    """What the file NAME.yaml beside NAME.txt may say about it; it wins over the text."""

    title: str | None = None
    author: str | None = None
    author_note: str | None = None
    publisher: str | None = None
    date: str | None = None  # EDTF: 2018, 2018-02, 2018-02-23, an interval, ~ and ?
    language: str | None = None
    url: str | None = None
    rights: str | None = None

    @field_validator("date", mode="before")
    @classmethod
    def _date_as_text(cls, value: object) -> object:
        """YAML reads an unquoted 2018-02-23 as a date and 2018 as a number."""
        if isinstance(value, dt.datetime):
            return value.date().isoformat()
        if isinstance(value, dt.date):
            return value.isoformat()
        return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def source_from_text(
    text: str,
    *,
    name: str = "text",
    title: str | None = None,
    author: str | None = None,
    author_note: str | None = None,
    publisher: str | None = None,
    date: str | None = None,
    language: str | None = None,
    url: str | None = None,
    rights: str | None = None,
) -> Source:
    """Return the source of a text: NFC, hashed, its id made from the text alone.

    What is not given is taken from the text's layout where it shows; the title falls back on
    `name`. `date` is EDTF; `language` is told from the letters (ar, fa for Persian or Urdu, else
    und). Raises SourceError for an empty text, lone surrogates, and metadata of no known form.
    """
    text = unicodedata.normalize("NFC", text)
    if not text.strip():
        raise SourceError(f"{name} is empty: there is nothing to read.")
    try:
        digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    except UnicodeEncodeError as error:
        raise SourceError(
            f"{name} has half a character (a lone surrogate) at {error.start}: decode it as UTF-8 "
            "or UTF-16 before you pass it on."
        ) from error
    page = layout(text)
    try:
        return Source(
            id=f"source:{digest[:16]}",
            title=title or page.title or name,
            author=author or page.author,
            author_note=author_note or page.author_note,
            publisher=publisher or page.publisher,
            date=_date(date, name) if date else page.date,
            language=language or language_of(text),
            url=url or None,
            rights=rights or None,
            sha256=digest,
            text=text,
        )
    except ValidationError as error:
        raise SourceError(f"{name}: {_first_problem(error)}") from error


def source_from_file(path: str | os.PathLike[str]) -> Source:
    """Return the source of a UTF-8 text file, with the metadata of NAME.yaml where it exists."""
    file = Path(path)
    text = read_whole_text(file)
    beside = file.with_suffix(".yaml")
    given = _sidecar(beside) if beside != file and beside.is_file() else Sidecar()
    stem = shown(file.stem)
    return source_from_text(text, name=stem or "text", **given.model_dump())


def sources_from(
    paths: Iterable[str | os.PathLike[str]],
    on_error: Callable[[SourceError], None] | None = None,
) -> list[Source]:
    """Return the sources of files, and of all .txt files in folders, sorted by id.

    Hidden files and folders are passed over. The same text twice is one source: the one with the
    most metadata, whatever the order. With `on_error`, a bad file is reported to it and left out;
    without, the first one raises SourceError. So does finding nothing at all.
    """
    asked: list[str | os.PathLike[str]] = (
        [paths] if isinstance(paths, (str, os.PathLike)) else list(paths)
    )
    found: dict[str, Source] = {}
    for file in _files(asked):
        try:
            source = source_from_file(file)
        except SourceError as error:
            if on_error is None:
                raise
            on_error(error)
            continue
        rival = found.get(source.id)
        if rival is None or _rank(source) < _rank(rival):
            found[source.id] = source
    if not found:
        where = ", ".join(shown(path) for path in asked) or "an empty list of paths"
        raise SourceError(f"no text found in {where}: name .txt files, or folders that hold some.")
    return [found[key] for key in sorted(found)]


def language_of(text: str) -> str:
    """Return ar when Arabic letters dominate, fa when they are Persian or Urdu, else und."""
    sample = text[:_SAMPLE]
    letters = _count(_LETTER, sample)
    arabic = _count(_ARABIC, sample)
    if arabic * 2 <= letters or not letters:
        return "und"
    return "fa" if _count(_PERSIAN_URDU, sample) * 50 > arabic else "ar"


def _count(letters: re.Pattern[str], text: str) -> int:
    """Return how many letters the runs of such letters have."""
    return sum(map(len, letters.findall(text)))


def _files(paths: Iterable[str | os.PathLike[str]]) -> list[Path]:
    files: set[Path] = set()
    for path in paths:
        if not Path(path).is_dir():
            files.add(Path(path))
            continue
        for folder, inner, names in os.walk(path, onerror=_unreadable):
            inner[:] = [name for name in inner if not name.startswith(".")]
            texts = (n for n in names if n.lower().endswith(".txt") and not n.startswith("."))
            files.update(Path(folder, name) for name in texts)
    return sorted(files)


def _unreadable(error: OSError) -> None:
    where = shown(error.filename) if error.filename else "a folder"
    raise SourceError(f"{where} cannot be read ({error.strerror}): check its permissions.")


def _sidecar(path: Path) -> Sidecar:
    where = shown(path)
    try:
        raw: object = yaml.safe_load(read_whole_text(path))
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f" in line {mark.line + 1}" if mark else ""
        raise SourceError(f"{where} is no valid YAML{line}: repair or remove it.") from error
    if not isinstance(raw, dict):
        raise SourceError(f"{where} must be a list of `key: value` lines, such as `title: …`.")
    try:
        sidecar = Sidecar.model_validate(cast("dict[object, object]", raw))
    except ValidationError as error:
        raise SourceError(f"{where}: {_first_problem(error)}") from error
    if sidecar.date:
        _date(sidecar.date, where)
    return sidecar


def _date(text: str, where: str) -> PartialDate:
    try:
        return PartialDate(edtf=text)
    except ValidationError as error:
        raise SourceError(
            f"{where}: {text!r} is no date; write 2018, 2018-02 or 2018-02-23."
        ) from error


def _first_problem(error: ValidationError) -> str:
    problem = error.errors(include_url=False)[0]
    field = ".".join(str(part) for part in problem["loc"])
    if problem["type"] == "extra_forbidden":
        known = ", ".join(Sidecar.model_fields)
        return f"unknown key {field!r}; known are {known}."
    if problem["type"] == "invalid_key":
        return f"unknown key {problem['input']!r}; keys are words such as title."
    message = problem["msg"].removeprefix("Value error, ")
    return f"{field or 'metadata'}: {message}; given was {problem['input']!r}."


def _rank(source: Source) -> tuple[int, str]:
    record = source.model_dump_json(exclude_none=True, exclude={"text"})
    return -len(source.model_dump(exclude_none=True, exclude={"text"})), record
