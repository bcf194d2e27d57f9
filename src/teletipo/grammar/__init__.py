"""Grammar over dependency trees: which words are the subject, object and so on of a predicate.

In reading order: `finiteness` (what the form of a verb group says), `negation` (the word that denies a predicate),
`asides` (clauses about accompanying circumstances), `groups` (several parties named together), `relatives` (whom a
relative pronoun refers to), `conjuncts` (what coordinated predicates share), `functions` (what a word is to the
predicate it depends on), `voice` (active, passive, reflexive), `recipients` (to whom it is given), `datives` (whom the
"le" of "darle" means), `frames` (which words fill which function of a predicate), `mediating` (between whom somebody
mediates), `reactions` (what somebody answers), `governing` (what the verb above a noun tells of its parties) and
`bearing` (a noun with its light verb); `datelines` stands apart. The stages ask for frames; nothing here knows what an
act is.
"""
