"""Repairs of parsed trees, grouped by what they repair.

Each repair yields `change`s: of `words` tagged or lemmatised wrongly and their `moods`, of `names` and `series` of
names, of the `attachment` of dependents and of `participles`, of `subjects` lost in an adjunct, of `clauses` that lost
their verb, of `standpoints` ("de acuerdo", "a favor"), of `functions` in the clause, of the `parties` of "entre X e Y"
and of the pronoun "se" (`reflexive`).
"""
