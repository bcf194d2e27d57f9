"""The lexicon of a language: one module per YAML file of data/lexicon, with its schema, and `lookup`.

Verbs are read by `morphology`; times, quantities, numbers, links and words that date an act by `phrases`.
"""
