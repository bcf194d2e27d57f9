"""Matching: a pattern of the codebook and a word in the tree.

In reading order: its `wording` stands there, its `restrictions` hold, and its `roles` have arguments.
"""
