"""Scoping: which cues of certainty apply to an act.

In reading order: the `spine` is the act and the words above it; cues along it are in `scope` if their `conditions`
hold; `certainty_features` are what the judge weighs besides; `sources` are those on whose word the act rests.
"""
