"""Whoever: relative pronouns that are nobody known ("criticó a quienes dicen") or no subject ("de quien dijo")."""

from __future__ import annotations

from teletipo.grammar.finiteness import finite_feat
from teletipo.grammar.relatives import RELATIVES
from teletipo.tree import Sentence

_ARTICLES = frozenset("el la los las".split())
_PREPOSITIONS = frozenset("a al ante con contra de del en entre hacia para por sobre tras".split())
_WHO = {"quien": "Sing", "quienes": "Plur"}


def is_free(sentence: Sentence, verb: int, relative: int) -> bool:
    """True for the subject of a relative clause about nobody before it: "a quienes dicen", "los que dicen".

    Somebody is known in "Paz, quien dice" and "es Paz quien dice".
    """
    low, clause = sentence.low[relative], sentence.labels[verb].startswith("acl")
    article = relative - 1 if relative and sentence.low[relative - 1] in _ARTICLES else None
    case = _case(sentence, relative)
    first = next(n for n in (case, article, relative) if n is not None)
    apart = first > 0 and not sentence.forms[first - 1][:1].isalnum()
    if apart or (case is None and "ser" in sentence.low_lemmas[:first]):
        return False
    if low not in _WHO:
        return article is not None and not clause
    agrees = finite_feat(sentence, verb, "Number") == _WHO[low]
    return agrees and (not clause or (case is not None and sentence.low[case] not in ("a", "al")))


def is_governed(sentence: Sentence, verb: int, relative: int) -> bool:
    """True for a relative pronoun behind a preposition ("Paz, de quien destacó que …"), which is no subject.

    In "detuvo a quien dijo llamarse Paz" the preposition is that of the verb before.
    """
    case = _case(sentence, relative) if sentence.low[relative] in RELATIVES else None
    clause = sentence.labels[verb].startswith("acl")
    return case is not None and clause and not is_free(sentence, verb, relative)


def _case(sentence: Sentence, relative: int) -> int | None:
    """The preposition before a relative pronoun and its article."""
    case = relative - 1 - (relative > 1 and sentence.low[relative - 1] in _ARTICLES)
    return case if case >= 0 and sentence.low[case] in _PREPOSITIONS else None
