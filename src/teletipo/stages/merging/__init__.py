"""Merging: which acts describe the same occurrence.

In reading order: the `likeness` of two acts, words that put them in `sequence`, their `occasions` in time, the `groups`
that an act may join, and the `occurrence` that the acts of one make.
"""
