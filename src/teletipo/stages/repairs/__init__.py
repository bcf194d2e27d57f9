"""The repairs of parsed trees, by what they repair: words, names, functions in the clause, the pronoun "se"."""
