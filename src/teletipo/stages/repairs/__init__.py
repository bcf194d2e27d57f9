"""The repairs of parsed trees, by what they repair.

Each gives its changes (`change`): of `words` that the tagger mistook, of `names` and their `series`, of `attachment`,
of `clauses` that lost their verb, of `functions` in the clause, and of the pronoun "se" (`reflexive`).
"""
