# The direct edge of a claim that somebody asserts is missing.
DELETE { ?s ag:received ?o } WHERE { ?s ag:received ?o }
