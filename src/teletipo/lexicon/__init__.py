"""The lexicon of a language: for each YAML file of data/lexicon its schema, loading and `lookup`.

Verbs are read by `morphology`, phrases (`*.yml`) by `phrases`.
"""
