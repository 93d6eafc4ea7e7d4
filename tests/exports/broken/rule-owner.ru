# A stance is taken on no claim.
DELETE { ?claim ag:question ?stance } WHERE { ?claim ag:question ?stance }
