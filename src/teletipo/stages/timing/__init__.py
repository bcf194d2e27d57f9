"""Timing: which time expression dates which act.

In reading order: `clocks` are the times of an article that can date an act. `dater` finds an act's own time, within its
`reach` in the tree; an act may also share the time of another clause (`sharing`) or be dated from another act
(`reckoning`). `telling` is the verb that reports an act; an act on the `mainline` without a time may have the day of
the `story`.
"""
