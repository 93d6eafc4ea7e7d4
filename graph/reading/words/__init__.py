"""Words: spelling, clitics, stems, what the lexicon knows of a word, and the lexicon itself."""
