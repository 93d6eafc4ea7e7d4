"""Dates: what an expression of time means, as precisely as it says."""
