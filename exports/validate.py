"""Whether an RDF file keeps the shapes: first its syntax, then SHACL."""

from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from ..schema import GraphFileError
from .store import rdf_file


@dataclass(frozen=True)
class Violation:
    """One broken shape, in the short names of our prefixes."""

    focus: str
    shape: str
    path: str
    value: str
    message: str

    def __str__(self) -> str:
        about = f" {self.path}" if self.path else ""
        value = f" (found {self.value})" if self.value else ""
        return f"{self.focus}{about}: {self.message}{value} [{self.shape}]"


@dataclass(frozen=True)
class Report:
    """What a validation found; true when nothing is wrong."""

    file: str
    triples: int
    violations: tuple[Violation, ...]

    def __bool__(self) -> bool:
        return not self.violations

    def __str__(self) -> str:
        if not self.violations:
            return f"{self.file}: {self.triples} triples keep all shapes"
        count = len(self.violations)
        head = f"{self.file}: {count} violation{'s' if count > 1 else ''}"
        return "\n".join([head, *(f"  {violation}" for violation in self.violations)])


def validate(path: str | Path) -> Report:
    """Check an RDF file, or the `graph.ttl` of a folder, against the shapes.

    The syntax is read strictly. Raises GraphFileError for broken RDF and MissingExtraError without
    the extra `rdf`.
    """
    file = rdf_file(path)
    store = ox.Store()
    try:
        store.bulk_load(path=str(file))
    except (SyntaxError, ValueError) as error:
        raise GraphFileError(f"{file}: not sound RDF ({error})") from error
    except OSError as error:
        raise GraphFileError(f"{file}: cannot be read ({error.strerror or error})") from error
    from .shacl import check  # rdflib and pyshacl are slow to import

    return Report(file.name, len(store), check(store))
