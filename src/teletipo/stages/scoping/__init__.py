"""Scoping: which cues of certainty have an act in their scope.

In reading order: the `spine` is the act and the words above it; along it stand the cues in `scope`, if their
`conditions` hold; `certainty_features` are what the judge weighs beside them.
"""
