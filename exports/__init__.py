"""Graph out: RDF and its ontology, SPARQL, the page, tables, Gephi.

Importing this package also gives KnowledgeGraph the methods that it declares and that live here.
"""

from . import frames as frames
from . import notebook as notebook
from .ontology import ontology_ttl
from .records import from_rdf, read_rdf
from .result import Result
from .shapes import shapes_ttl
from .sparql import query
from .validate import Report, Violation, validate
from .write import DEFAULT, FORMATS, write, write_all

__all__ = [
    "DEFAULT",
    "FORMATS",
    "Report",
    "Result",
    "Violation",
    "from_rdf",
    "ontology_ttl",
    "query",
    "read_rdf",
    "shapes_ttl",
    "validate",
    "write",
    "write_all",
]
