"""Relatives: whom the pronoun of a relative clause refers to, by the position of the clause in the tree."""

from __future__ import annotations

from teletipo.grammar.finiteness import finite_feat
from teletipo.grammar.groups import coordinated
from teletipo.tags import FILLING
from teletipo.tree import Sentence

RELATIVES = frozenset({"que", "quien", "quienes", "cual", "cuales"})


def is_relative(s: Sentence, token: int) -> bool:
    """Whether the token is a relative pronoun."""
    return s.upos[token] == "PRON" and s.low[token] in RELATIVES


def free_relative(s: Sentence, clause: int) -> tuple[int, str | None] | None:
    """The pronoun of a free relative clause ("quienes", "los que") and its preposition.

    "Criticó a [quienes] protestan", "contra los [que] huyen"; not "a los soldados, quienes huyen", "los que eligió".
    """
    if s.relations[clause] not in ("ccomp", "csubj", "advcl", "acl"):
        return None
    for pronoun in s.kids(clause, "nsubj"):
        if pronoun < clause and _is_free(s, pronoun, clause):
            opening = (s.low[c] for c in s.kids(clause, "mark", "case") if c < pronoun and s.upos[c] == "ADP")
            return pronoun, next(opening, None)
    return None


def _is_free(s: Sentence, pronoun: int, clause: int) -> bool:
    before = pronoun - 1
    if s.low[pronoun] == "que":
        return before >= 0 and s.low[before] in ("los", "las") and s.heads[before] == clause
    if s.low[pronoun] != "quienes":
        return False
    prepositional = before >= 0 and s.upos[before] == "ADP"
    apposed = before >= 0 and s.upos[before] == "PUNCT" and s.relations[clause] != "csubj"
    return prepositional or not (apposed or s.relations[clause] == "acl")


def antecedents(s: Sentence, verb: int, tokens: tuple[int, ...]) -> list[int]:
    """The tokens, each relative pronoun replaced by the nouns its clause modifies."""
    found: list[int] = []
    for token in tokens:
        if is_relative(s, token) and s.labels[verb].startswith("acl"):
            found.extend(_antecedent(s, verb))
        found.append(token)
    return found


def _antecedent(s: Sentence, verb: int) -> tuple[int, ...]:
    """The nouns a relative clause modifies: with a plural verb after a list, all its members ("X y Y, quienes").

    Also those that an apposition describes: "[Francia] y [Suecia], países que".
    """
    noun = s.heads[verb]
    if s.labels[noun] == "appos" and s.heads[noun] >= 0:
        said = _described(s, noun)
        return said if s.feat(noun, "Number") == "Plur" else (*coordinated(s, noun), *said)
    if s.labels[noun] != "conj":
        return coordinated(s, noun)
    if finite_feat(s, verb, "Number") != "Plur" or s.feat(noun, "Number") == "Plur":
        return (noun,)
    while s.labels[noun] == "conj" and s.upos[s.heads[noun]] in FILLING:
        noun = s.heads[noun]
    return coordinated(s, noun)


def _described(s: Sentence, noun: int) -> tuple[int, ...]:
    """The nouns that an apposition describes; for a plural one the whole list."""
    named = s.heads[noun]
    while s.feat(noun, "Number") == "Plur" and s.labels[named] == "conj" and s.upos[s.heads[named]] in FILLING:
        named = s.heads[named]
    return coordinated(s, named)
