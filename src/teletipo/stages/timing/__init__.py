"""Timing: which time expression dates which act.

In reading order: the `clocks` are the times of an article that can date an act. The `dater` gives an act its own,
whose `reach` in the tree is bounded; there may be a `sharing` with other clauses, or a `reckoning` from another act.
`telling` is the verb by which an act is told; without a time of its own an act may have the day of the `story`, if it
is on its `mainline`.
"""
