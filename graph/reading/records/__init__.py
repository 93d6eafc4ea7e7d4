"""Records: what is known of a document and of a sentence while it is read."""
