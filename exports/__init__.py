"""Graph out: RDF and its ontology, SPARQL, the page, tables, Gephi.

Importing this package also gives KnowledgeGraph the methods that it declares and that live here.
"""

from .records import from_rdf, read_rdf
from .result import Result
from .sparql import query
from .write import DEFAULT, FORMATS, write, write_all

__all__ = ["DEFAULT", "FORMATS", "Result", "from_rdf", "query", "read_rdf", "write", "write_all"]
