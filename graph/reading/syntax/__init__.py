"""Syntax: the sentence as items, how each word reads, and where clauses begin and end."""
