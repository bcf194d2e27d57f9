"""Phrase rules: fast patterns over words for times, numbers, units and links.

In reading order: `tokens` of a text, `numbers` (what figures and number words are worth), `pattern` (a rule as
written), `grammar` (rules run over tokens), `lexicon` (the files that rules and classes come from), `words` (what a
match captured).
"""
