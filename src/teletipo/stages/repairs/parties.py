"""Parties named by "entre X e Y": which they are, and the noun that they belong to."""

from __future__ import annotations

from collections.abc import Iterator

from teletipo.morphology import Verbs
from teletipo.stages.repairs.change import Change, cases
from teletipo.tags import NOUNS, VERBAL
from teletipo.tree import Sentence

_OF = (("de",), ("del",))


def second_parties(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "entre los seguidores del rey y [el ejército]": with its own article and no "de", it is the second party."""
    if "entre" not in sentence.low:
        return
    for token in range(len(sentence)):
        pronoun = sentence.upos[token] not in NOUNS  # "entre otras"
        if pronoun or cases(sentence, token)[:1] != ("entre",) or sentence.kids(token, "conj"):
            continue
        for node in _where_second_hangs(sentence, token):
            for other in sentence.kids(node, "conj"):
                joined = any(sentence.low[c] in ("y", "e") for c in sentence.kids(other, "cc"))
                if joined and other > token and sentence.kids(other, "det") and not cases(sentence, other):
                    yield Change(other, head=token)


def _where_second_hangs(sentence: Sentence, first: int) -> Iterator[int]:
    """Where the parser may attach the second party: a complement of the first, or the noun above it."""
    node: int | None = first
    while node is not None:
        node = next((c for c in reversed(sentence.kids(node, "nmod")) if cases(sentence, c)[:1] in _OF), None)
        if node is not None:
            yield node
    if sentence.feat(first, "Number") == "Sing" and sentence.heads[first] >= 0:
        yield sentence.heads[first]


def misplaced_parties(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "entre X e Y" moves from a noun without parties ("el ámbito militar") up to one with them ("el diálogo")."""
    if "entre" not in sentence.low:
        return
    for token in range(len(sentence)):
        if cases(sentence, token)[:1] != ("entre",) or not _are_parties(sentence, token):
            continue
        head = sentence.heads[token]
        if head < 0 or _relates(sentence, head, verbs):
            continue
        if (noun := _relation(sentence, token, verbs)) is not None:
            yield Change(token, head=noun, label="nmod")


def _are_parties(sentence: Sentence, token: int) -> bool:
    """True if "entre" may introduce parties: two of them, or a plural noun; not years, shares or "entre otros"."""
    joined = bool(sentence.kids(token, "conj"))
    if sentence.upos[token] == "NOUN":
        return joined or sentence.feat(token, "Number") == "Plur"
    return joined and sentence.upos[token] == "PROPN"


def _relates(sentence: Sentence, token: int, verbs: Verbs) -> bool:
    return sentence.upos[token] == "NOUN" and verbs.is_relational(sentence.lemmas[token])


def _relation(sentence: Sentence, token: int, verbs: Verbs) -> int | None:
    """The noun above `token` that takes parties, within the clause, or the object before it of its verb."""
    for above in sentence.ancestors(token):
        if _relates(sentence, above, verbs):
            return above
        if sentence.upos[above] in VERBAL:
            before = [c for c in sentence.children[above] if c < token and _relates(sentence, c, verbs)]
            return before[-1] if before else None
    return None
