"""Merging: which acts describe the same occurrence.

In reading order: the `likeness` of two acts, words that put them in `sequence`, their `occasions` in time, and the
`occurrence` that several acts make.
"""
