"""Naming: finds the expressions that may refer to somebody, before we know to whom.

In reading order: `reference` is what is found. `names` are runs of tokens, partly from the model's `guesses`, those of
`bodies` with all their words; `phrases`
begin with a head noun (`nouns`), reach as far as `extents` says and may give a nationality (`nations`); `titles` join
phrases and names at some distance (`appositions`) unless the name is `another`'s, `called` those of bodies,
`predicates` find titles that somebody is said to have. `demonyms` find states by other words, `silent` finds pronouns
and elided subjects. `metonymy` distinguishes polity and place.
"""
