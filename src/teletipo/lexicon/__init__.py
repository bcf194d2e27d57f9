"""The lexicon of a language: for each YAML file of data/lexicon its schema, loading and `lookup`.

Verbs are read by `morphology`; times, quantities, numbers, links and what dates an act by `phrases`.
"""
