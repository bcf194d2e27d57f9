"""Merging: which acts tell one occurrence.

In reading order: the `likeness` of two acts, what puts them in `sequence`, their `occasions` in time, and the
`occurrence` that several tell.
"""
