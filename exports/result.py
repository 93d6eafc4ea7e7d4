"""The answer to a query: RDF terms, typed Python rows, a DataFrame, or a W3C result file."""

import csv
import datetime as dt
import importlib
import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pyoxigraph as ox

from ..schema import LookupFailedError, MissingExtraError
from .markup import html_table
from .plain import xml
from .terms import prefixes as all_prefixes
from .terms import shortener

Row = tuple[Any, ...]
_XSD = "http://www.w3.org/2001/XMLSchema#"
_INTEGERS = ("integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger")


@dataclass(frozen=True, repr=False)
class Result:
    """Rows of an answer; a list of tuples in all but name.

    `terms` are RDF terms (None where unbound). `rows` are Python values: IRIs in the short form of
    our prefixes, so that an actor's is its id; numbers, booleans and dates as such; all else text.
    CONSTRUCT and DESCRIBE give the columns subject, predicate, object. ASK gives one row.
    """

    columns: tuple[str, ...]
    terms: Sequence[Iterable[ox.NamedNode | ox.Literal | ox.BlankNode | ox.Triple | None]]
    form: str = "SELECT"
    prefixes: dict[str, str] = field(default_factory=all_prefixes, repr=False)

    @cached_property
    def rows(self) -> list[Row]:
        """The rows as Python values."""
        short = shortener(self.prefixes)
        return [tuple(_value(term, short) for term in row) for row in self.terms]

    def __len__(self) -> int:
        return len(self.terms)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __getitem__(self, index: int) -> Row:
        return self.rows[index]

    def __bool__(self) -> bool:
        return bool(self.rows[0][0]) if self.form == "ASK" else bool(self.terms)

    def __repr__(self) -> str:
        if self.form == "ASK":
            return f"<Result: {bool(self)}>"
        return f"<Result: {len(self):,} rows of {', '.join(self.columns)}>"

    def _repr_html_(self) -> str:
        return html_table(self.columns, self.rows)

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return the rows as dicts by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def to_frame(self) -> Any:
        """Return a pandas DataFrame: numbers, booleans and text in pandas' nullable types.

        A column of dates alone is datetime64[s]. Raises MissingExtraError without pandas.
        """
        try:
            pandas: Any = importlib.import_module("pandas")
        except ImportError as error:
            raise MissingExtraError(
                'a DataFrame needs pandas: pip install "actorgraph[notebook]"; '
                "rows do not: kg.query(...)"
            ) from error
        frame = pandas.DataFrame(self.rows, columns=list(self.columns), dtype=object)
        for column in self.columns:
            values = [value for value in frame[column] if value is not None]
            if values and all(type(value) is dt.date for value in values):
                frame[column] = frame[column].astype("datetime64[s]")
        return frame.convert_dtypes()

    def serialize(self, format: str = "csv") -> bytes:
        """Return the answer as `csv`, `tsv`, `json` or `xml` of SPARQL 1.1; triples as `turtle`.

        Raises LookupFailedError for another format.
        """
        if format == "turtle" and self.form == "CONSTRUCT":
            return self.graph(ox.RdfFormat.TURTLE)
        writers = {"csv": self._csv, "tsv": self._tsv, "json": self._json, "xml": self._xml}
        if format not in writers:
            raise LookupFailedError(
                f"no result format {format!r} here; choose {', '.join(writers)}"
            )
        return writers[format]().encode()

    def graph(self, format: ox.RdfFormat) -> bytes:
        """Return the triples that CONSTRUCT or DESCRIBE gave, as an RDF file."""
        buffer = io.BytesIO()
        triples = (ox.Triple(*row) for row in self.terms)  # type: ignore[arg-type]
        # Prefixes come in random order, so there are none: the same answer, the same bytes.
        ox.serialize(triples, buffer, format)
        return buffer.getvalue()

    def _csv(self) -> str:
        buffer = io.StringIO(newline="")
        writer = csv.writer(buffer, lineterminator="\r\n")
        writer.writerow(self.columns)
        writer.writerows([_lexical(term) for term in row] for row in self.terms)
        return buffer.getvalue()

    def _tsv(self) -> str:
        lines = ["\t".join(f"?{name}" for name in self.columns)]
        lines += ["\t".join("" if t is None else str(t) for t in row) for row in self.terms]
        return "\n".join(lines) + "\n"

    def _json(self) -> str:
        if self.form == "ASK":
            return json.dumps({"head": {}, "boolean": bool(self)})
        bindings = [
            {n: _json_term(t) for n, t in zip(self.columns, row, strict=True) if t is not None}
            for row in self.terms
        ]
        head = {"vars": list(self.columns)}
        return json.dumps({"head": head, "results": {"bindings": bindings}}, ensure_ascii=False)

    def _xml(self) -> str:
        root = ET.Element("sparql", {"xmlns": "http://www.w3.org/2005/sparql-results#"})
        head = ET.SubElement(root, "head")
        if self.form == "ASK":
            ET.SubElement(root, "boolean").text = str(bool(self)).lower()
        else:
            for name in self.columns:
                ET.SubElement(head, "variable", {"name": name})
            results = ET.SubElement(root, "results")
            for row in self.terms:
                result = ET.SubElement(results, "result")
                for name, term in zip(self.columns, row, strict=True):
                    if term is not None:
                        _xml_term(ET.SubElement(result, "binding", {"name": name}), term)
        return ET.tostring(root, encoding="unicode", xml_declaration=False)


def _value(term: Any, short: Any) -> Any:
    if isinstance(term, ox.NamedNode):
        return short(term.value)
    if not isinstance(term, ox.Literal):
        return None if term is None else str(term)
    kind, text = term.datatype.value.removeprefix(_XSD), term.value
    try:
        if kind in _INTEGERS:
            return int(text)
        if kind in ("decimal", "double", "float"):
            return float(text)
        if kind == "boolean":
            return text in ("true", "1")
        if kind == "date":
            return dt.date.fromisoformat(text)
        if kind == "dateTime":
            return dt.datetime.fromisoformat(text)
    except ValueError:
        return text
    return text


def _lexical(term: Any) -> str:
    if term is None:
        return ""
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)


def _xml_term(binding: ET.Element, term: Any) -> None:
    if isinstance(term, ox.NamedNode):
        ET.SubElement(binding, "uri").text = term.value
    elif isinstance(term, ox.BlankNode):
        ET.SubElement(binding, "bnode").text = term.value
    elif isinstance(term, ox.Literal):
        known: dict[str, str] = {}
        if term.language:
            known["xml:lang"] = term.language
        elif term.datatype.value != _XSD + "string":
            known["datatype"] = term.datatype.value
        ET.SubElement(binding, "literal", known).text = xml(term.value)
    else:
        triple = ET.SubElement(binding, "triple")
        for name in ("subject", "predicate", "object"):
            _xml_term(ET.SubElement(triple, name), getattr(term, name))


def _json_term(term: Any) -> dict[str, Any]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: _json_term(t) for name, t in parts.items()}}
    known = {"type": "literal", "value": term.value}
    if term.language:
        return known | {"xml:lang": term.language}
    plain = term.datatype.value == _XSD + "string"
    return known if plain else known | {"datatype": term.datatype.value}
