# A claim with an assertion and a denial is called asserted.
DELETE { ?claim ag:status ag:Contested } INSERT { ?claim ag:status ag:Asserted }
WHERE { ?claim ag:status ag:Contested }
