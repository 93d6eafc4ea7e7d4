"""Graph out: RDF and its ontology, SPARQL, the page, tables, Gephi.

Importing this package also gives KnowledgeGraph the methods that it declares and that live here.
"""

from . import frames as frames
from . import notebook as notebook
from .result import Result
from .sparql import query
from .write import DEFAULT, FORMATS, write, write_all

__all__ = ["DEFAULT", "FORMATS", "Result", "query", "write", "write_all"]
