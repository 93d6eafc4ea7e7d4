"""Speech: who says so, via whom, over which words, and who denies it."""
