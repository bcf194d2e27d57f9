"""Matching: does a pattern of the codebook fit a word in the tree, and who fills its roles?

In reading order: `wording` checks that the words are there, `restrictions` that the pattern's conditions hold, and
`roles` collects the arguments. `sport` tells articles about games, where some words never are acts.
"""
