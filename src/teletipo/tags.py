"""The tags of Universal Dependencies, and those of them that stand for one thing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

#: the universal relations; a label may add a subtype, "nsubj:pass"
RELATIONS = frozenset(
    "acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl "
    "fixed flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative "
    "xcomp".split()
)
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
AT_VERB = SUBJECTS | {"obj", "iobj", "obl"}  #: nouns that belong to a verb
AT_WORD = AT_VERB | {"nmod", "obl:agent"}  #: nouns that belong to any word

NOUNS = frozenset({"NOUN", "PROPN"})
NAMING = NOUNS | {"PRON"}  #: may head a noun phrase that means somebody
NOMINAL = NOUNS | {"ADJ"}  #: ends a noun phrase
PHRASAL = NAMING | {"ADJ", "DET", "NUM"}  #: may open a noun phrase, or belong to one
WITHIN = NOMINAL | {"DET", "ADP", "NUM", "CCONJ"}  #: may stand in a noun phrase with its complements
FILLING = NAMING | {"NUM", "ADJ", "DET", "SYM", "X"}  #: may fill a function of a predicate
VERBAL = frozenset({"VERB", "AUX"})
PREDICATES = VERBAL | {"ADJ", "NOUN"}  #: may have a subject


@cache
def features_of(text: str) -> Mapping[str, str]:
    """Morphological features by name; cached, as there are only some hundred different strings."""
    return dict(pair.split("=", 1) for pair in text.split("|") if "=" in pair)
