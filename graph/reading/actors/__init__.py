"""Actors: noun phrases that name or describe a person, a body or a state, listed or not."""
