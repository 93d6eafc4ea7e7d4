# A contested claim has an edge that says that nobody denies it.
INSERT { ?s undisputed:visited ?o } WHERE { ?s ag:visited ?o }
