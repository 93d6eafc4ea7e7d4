"""Claims: what a predicate states, between whom, in which mode, about what."""
