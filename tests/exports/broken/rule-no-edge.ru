# Nobody asserts that they met, and an edge says so.
INSERT { ?s ?p ?o } WHERE { ?claim ag:status ag:Tentative ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o }
