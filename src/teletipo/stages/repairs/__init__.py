"""The repairs of parsed trees, by what they repair: words, names, attachment, functions, the pronoun "se"."""
