"""Naming: expressions that may mean somebody, found in the trees before it is known whom they mean.

In reading order: a `reference` is what is found. `names` are runs of tokens, with the model's `guesses`; `phrases`
begin with a head noun (`nouns`), reach as far as their `extents` and say whose somebody is (`nations`); `titles` join
both, `predicates` tell what title somebody named has. `silent` are pronouns and the subjects that verbs leave out.
`metonymy` tells a polity from a place.
"""
