# A stance that asserts hangs on its claim as a denial.
DELETE { ?claim ag:assertion ?s } INSERT { ?claim ag:denial ?s }
WHERE { ?claim ag:assertion ?s ; ag:status ag:Asserted }
