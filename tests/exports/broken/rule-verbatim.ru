# One letter of a quote is changed.
DELETE { ?q oa:exact ?words } INSERT { ?q oa:exact ?other }
WHERE { ?q oa:exact ?words BIND(CONCAT("ـ", SUBSTR(?words, 2)) AS ?other) }
