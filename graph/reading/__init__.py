"""The reader: from Arabic text to claims, offline and deterministic."""

from .native import use_compiled

COMPILED = use_compiled()
