"""Ends: who a subject, an object, a pronoun or a thing stands for."""
