"""The page: what of it is the article, its title, date line and byline, sentences and tokens."""
