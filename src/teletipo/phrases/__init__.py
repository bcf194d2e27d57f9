"""Closed-class phrases (times, numbers, units, cues): words to classes, classes to rules, in microseconds.

In reading order: `tokens` of a text, `numbers` (what figures and number words are worth), `pattern` (a rule as
written), `grammar` (rules run over tokens), `lexicon` (the files that rules and classes come from), `words` (what a
match captured).
"""
