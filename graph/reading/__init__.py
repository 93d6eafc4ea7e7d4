"""The reader: from Arabic text to claims, offline and deterministic."""
