# The words of the evidence are gone.
DELETE { ?q oa:exact ?words } WHERE { ?q oa:exact ?words }
