"""Grammar over dependency trees: who is what to a predicate.

In reading order: `finiteness` (what a verb group says by its form), `negation` (the word that denies a predicate),
`asides` (clauses that tell what happened beside it), `groups` (who is named together), `relatives` (whom a relative
pronoun means), `conjuncts` (what coordinated predicates share), `functions` (what a word does for the predicate that it
hangs on), `frames` (which words fill which function of a predicate), `mediating` (between whom one mediates) and
`bearing` (a noun with its light verb); `datelines` are no part of it. The stages ask for frames; nothing here knows
acts.
"""
