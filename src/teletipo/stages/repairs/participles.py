"""Participles attached to the wrong word: which noun "acusado de fraude" or "convocada por Soto" modifies."""

from __future__ import annotations

from collections.abc import Iterator

from teletipo.morphology import Verbs
from teletipo.stages.repairs.change import Change, cases, is_participle
from teletipo.tags import NAMING, NOUNS
from teletipo.tree import Sentence

_PHRASE = 16  #: tokens from a noun to a participle of it at most
_LOOSE = frozenset({"advmod", "advcl", "dep", "obj", "xcomp"})


def loose_participles(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "La abogada defendió a su cliente, acusado de fraude": it modifies the object it agrees with."""
    for token in range(3, len(sentence)):
        verb = sentence.heads[token]
        if sentence.forms[token - 1] != "," or not 0 <= verb < token - 1 or sentence.upos[verb] != "VERB":
            continue
        if sentence.relations[token] not in _LOOSE or not is_participle(sentence, token):
            continue
        subject = sentence.kid(verb, "nsubj")
        for noun in _ending_before(sentence, token - 1, verb):
            person = sentence.labels[noun] in ("obj", "iobj") and cases(sentence, noun)[:1] in (("a",), ("al",))
            told_apart = subject is not None and _differ(sentence, token, subject)
            if not sentence.kids(token, "aux", "cop") and not _differ(sentence, token, noun) and (person or told_apart):
                yield Change(token, head=noun, label="acl")
                break


def _ending_before(sentence: Sentence, comma: int, verb: int) -> Iterator[int]:
    """The nominals below a verb that end right before a comma, innermost first."""
    node = comma - 1
    while node >= 0 and node != verb and sentence.subtree(node)[-1] in (comma - 1, comma):
        if sentence.upos[node] in NAMING:
            yield node
        node = sentence.heads[node]


def agreeing_participles(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "Una protesta en las calles, convocada por Soto": it modifies the noun above that it agrees with."""
    for token, noun in enumerate(sentence.heads):
        beside = sentence.labels[token] in ("amod", "acl") and is_participle(sentence, token)
        if not beside or not 0 <= noun < token or sentence.upos[noun] not in NOUNS:
            continue
        if not sentence.feat(noun, "Gender") or not _differ(sentence, token, noun):
            continue
        if sentence.kids(token, "aux", "cop", "det", "case", "obj", "nsubj"):  # "lo sabido", "incluido el precio"
            continue
        above = next((t for t in _nouns_above(sentence, noun) if not _differ(sentence, token, t)), None)
        if above is not None and token - above <= _PHRASE and "(" not in sentence.forms[above:token]:
            yield Change(token, head=above)


def _nouns_above(sentence: Sentence, noun: int) -> Iterator[int]:
    """The nouns above, through complements only, whose gender is known: "protesta" for "la protesta en las calles"."""
    while sentence.labels[noun] in ("nmod", "flat", "appos", "conj"):
        noun = sentence.heads[noun]
        if sentence.upos[noun] == "NOUN" and sentence.feat(noun, "Gender"):
            yield noun


def _differ(sentence: Sentence, one: int, other: int) -> bool:
    """True if gender or number differ, where both words show it."""
    pairs = ((sentence.feat(one, name), sentence.feat(other, name)) for name in ("Gender", "Number"))
    return any(a and b and a != b for a, b in pairs)
