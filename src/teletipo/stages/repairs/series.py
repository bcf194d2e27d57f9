"""Series: lists of names after a plural noun, which the parser chains to one another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from teletipo.morphology import Verbs
from teletipo.stages.repairs.change import Change, cases
from teletipo.tree import Sentence

_REACH = 8  #: tokens of what a post is called at most: "ministros de Relaciones Exteriores de"
_CALLING = frozenset({"ADP", "ADJ", "CCONJ", "DET", "NOUN", "PROPN"})
_BETWEEN = (",", ";", "y", "e", "de", "del")  #: what may stand between two of the series, in this order


def holders_by_country(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "Los reyes de Jordania, Abdalá Segundo; de España, Felipe Sexto": each name is one of the kings."""
    if sentence.forms.count(",") < 2:
        return
    for noun, tag in enumerate(sentence.upos):
        if tag != "NOUN" or sentence.feat(noun, "Number") != "Plur":
            continue
        pairs = _pairs(sentence, noun)
        if len(pairs) > 1 and _are_holders(sentence, pairs):
            first = pairs[0][1]
            yield Change(first, noun, "appos")
            for country, name in pairs[1:]:
                yield Change(name, first, "conj")
                yield Change(country, name, "nmod")


def _pairs(sentence: Sentence, noun: int) -> list[tuple[int, int]]:
    """Pairs of names joined by a comma after a noun and its complements, each name by its first token."""
    comma = next((t for t in range(noun + 2, min(noun + _REACH, len(sentence))) if sentence.forms[t] == ","), None)
    if comma is None or any(sentence.upos[t] not in _CALLING for t in range(noun + 1, comma)):
        return []
    start = comma
    while sentence.upos[start - 1] == "PROPN":
        start -= 1
    pairs: list[tuple[int, int]] = []
    while (comma := _name_end(sentence, start)) > start and sentence.forms[comma : comma + 1] == (",",):
        end = _name_end(sentence, comma + 1)
        if end < comma + 3:
            break
        pairs.append((start, comma + 1))
        start = end
        for word in _BETWEEN:
            start += sentence.low[start : start + 1] == (word,)
    return pairs


def _name_end(sentence: Sentence, start: int) -> int:
    """The token after the run of name tokens that begins there."""
    while start < len(sentence) and sentence.upos[start] == "PROPN":
        start += 1
    return start


def _are_holders(sentence: Sentence, pairs: list[tuple[int, int]]) -> bool:
    """True if the second names are persons and the first are not; with semicolons one known person is enough."""
    kinds = {t: name.kind for name in sentence.names for t in range(name.first, name.last)}
    persons = [kinds.get(name) == "PER" for _, name in pairs]
    divided = any(";" in sentence.forms[name:country] for (_, name), (country, _) in pairwise(pairs))
    return any(persons) if divided else all(persons) and all(kinds.get(c) != "PER" for c, _ in pairs)


def listed_countries(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "Los gobiernos de Chad, Níger y Malí": the countries after the comma continue the list after "de"."""
    places = {name.first: name.last for name in sentence.names if name.kind == "LOC"}
    for token, label in enumerate(sentence.labels):
        noun = sentence.heads[token]
        if label != "appos" or token not in places or sentence.feat(noun, "Number") != "Plur":
            continue
        more = [c for head in (noun, token) for c in sentence.kids(head, "conj") if c > token]
        if not more or any(c not in places for c in more):
            continue
        for first in sentence.kids(noun, "nmod"):
            if cases(sentence, first)[:1] in (("de",), ("del",)) and places.get(first) == token - 1:
                yield from (Change(c, first, "conj") for c in (token, *more))
