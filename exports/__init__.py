"""Graph out: RDF and its ontology, SPARQL, the page, tables, Gephi."""
