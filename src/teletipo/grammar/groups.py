"""Groups: parties named together, by coordination, after a plural title, or as examples of a group."""

from __future__ import annotations

from collections.abc import Iterator

from teletipo.tags import FILLING
from teletipo.tree import Sentence

#: prepositions before somebody who acts with the subject
BESIDE = frozenset(
    {"junto a", "junto con", "al igual que", "en compañía de", "al lado de", "además de", "de la mano de"}
)
_EXAMPLES = frozenset({"como", "tal como", "tales como"})  #: "países como Perú y Chile"
_OPENERS = frozenset({"-", "–", "—", "(", ":", ","})
_REACH = 10  #: how far behind a plural noun the list of its names may begin
_THEM = frozenset({"ellos", "ellas"})
_INCLUDING = frozenset({"incluido", "incluir", "inclusive"})  #: "las potencias, incluida China"


def coordinated(s: Sentence, token: int) -> tuple[int, ...]:
    """`token` with the nominals coordinated with it and the members of its group named next to it.

    The names after a plural title replace it: "los presidentes [Soto] y [Gil]".
    """
    if not s.children[token] and s.upos[token] != "NOUN":
        return (token,)
    found = list(_holders(s, token) or _listed(s, token) or _apposed(s, token) or (token, *_members(s, token)))
    for c in s.kids(token, "conj"):
        if s.upos[c] in FILLING:
            found.extend(coordinated(s, c))
    return tuple(dict.fromkeys(found))


def introduced(s: Sentence, token: int) -> str | None:
    """The preposition of a token or, if it has none, of the list it belongs to: "contra" for Y in "contra X e Y"."""
    while s.prepositions[token] is None and s.labels[token] == "conj":
        token = s.heads[token]
    return s.prepositions[token]


def number_of(s: Sentence, token: int) -> str | None:
    """The grammatical number of a noun phrase, "Plur" for "Ana y Luis"; None if the noun shows none."""
    return "Plur" if s.kids(token, "conj") else s.feat(token, "Number")


def is_told_apart(s: Sentence, token: int) -> bool:
    """True for a name or a noun with an article or number: "la amenaza [del juez]", not "la amenaza de [guerra]"."""
    if s.upos[token] == "PROPN" or s.kid(token, "det", "nummod") is not None:
        return True
    return any(s.low[c] in ("al", "del") for c in s.kids(token, "case"))


def is_alone(s: Sentence, meeting: int, named: int) -> bool:
    """True if a name below a meeting has nobody beside it: "el diálogo de [Quito]", not "… de [Quito] con Lima"."""
    partners = (s.prepositions[c] == "con" for c in (*s.children[meeting], *s.children[named]))
    return s.kid(named, "conj") is None and not any(partners)


def stands_under_de(s: Sentence, token: int) -> bool:
    """True for a noun joined by "de" to the noun above it: "la cumbre de [jefes] de [Estado]"."""
    return any(s.low[c] in ("de", "del") for c in s.kids(token, "case"))


def counted(s: Sentence, token: int) -> tuple[int, ...]:
    """The group of which a part is meant: "muchos de [los rebeldes]", "la mayoría de [los países]"."""
    if s.upos[token] not in ("PRON", "NUM", "DET") and s.low_lemmas[token] not in s.valency.fractions:
        return ()
    return tuple(c for c in s.kids(token, "nmod") if s.prepositions[c] == "de")


def _holders(s: Sentence, token: int) -> tuple[int, ...]:
    """Two or more names right after a plural noun, however the parser attached them."""
    after = token + 1
    if s.upos[token] != "NOUN" or after >= len(s) or s.upos[after] != "PROPN" or s.feat(token, "Number") != "Plur":
        return ()
    names = [after, *(c for c in s.kids(after, "conj") if s.upos[c] == "PROPN")]
    return tuple(names) if len(names) > 1 and s.heads[after] != after - 2 else ()


def _listed(s: Sentence, token: int) -> tuple[int, ...]:
    """Two or more names that spell out a plural noun: "los tres países ([Perú], [Chile] y [Brasil])"."""
    if s.upos[token] != "NOUN" or s.feat(token, "Number") != "Plur":
        return ()
    for opener in range(token + 1, min(token + _REACH, len(s) - 1)):
        form = s.forms[opener]
        goes_on = s.upos[opener - 1] == "PROPN"  # "los embajadores de Perú, Chile y Brasil"
        apposed = form in _OPENERS and (form != "," or (s.labels[opener + 1] == "appos" and not goes_on))
        if apposed and opener + 1 in s.subtree(token):
            return _names(s, opener + 1)
    return ()


def _apposed(s: Sentence, token: int) -> tuple[int, ...]:
    """Names in apposition to a plural noun, each of another country: "los reyes de Jordania, [X]; de España, [Y]"."""
    if s.upos[token] != "NOUN" or s.feat(token, "Number") != "Plur":
        return ()
    for name in s.kids(token, "appos"):
        others = [c for c in s.kids(name, "conj") if s.upos[c] == "PROPN" and any(k < c for k in s.kids(c, "nmod"))]
        if others:
            return (name, *others)
    return ()


def _names(s: Sentence, first: int) -> tuple[int, ...]:
    """The first tokens of the names in a list that begins at a token, if there are two or more: "X, Y y Z"."""
    names, token = [], first
    while token < len(s) and s.upos[token] == "PROPN":
        names.append(token)
        while token < len(s) and s.upos[token] == "PROPN":
            token += 1
        if token < len(s) and s.low[token] in (",", "y", "e"):
            token += 1
    return tuple(names) if len(names) > 1 else ()


def _members(s: Sentence, token: int) -> Iterator[int]:
    """Companions and examples next to a noun: "junto a X", "acompañado por X"; if plural also "como X"."""
    for c in s.kids(token, "nmod"):
        if s.prepositions[c] in BESIDE:
            yield from coordinated(s, c)
    yield from companions(s, token)
    if not s.children[token] or s.feat(token, "Number") != "Plur":
        return
    yield from _among(s, token)
    for c in s.children[token]:
        relation = s.relations[c]
        if relation in ("nmod", "appos", "obl", "dep") and s.upos[c] in FILLING and _is_example(s, c):
            yield from coordinated(s, c)
        elif relation in ("amod", "acl") and _is_led(s, c):
            for agent in s.children[c]:
                if s.prepositions[agent] == "por":
                    yield from coordinated(s, agent)


def _among(s: Sentence, token: int) -> Iterator[int]:
    """ "Varios países, entre ellos [Brasil] y [Perú], votaron": the parser may attach the pronoun to the verb."""
    if s.vocabulary.isdisjoint(_THEM):
        return
    end = token + 1
    while end < len(s) and token in s.upwards(end):
        end += 1
    pronoun = next((t for t in range(end, min(end + 3, len(s))) if s.low[t] in _THEM), None)
    if pronoun is not None and s.low[pronoun - 1] == "entre" and s.low[pronoun - 2] == ",":
        for child in s.kids(pronoun, "nmod", "appos", "conj"):
            yield from coordinated(s, child)


def companions(s: Sentence, token: int) -> Iterator[int]:
    """Companions named by a participle below a noun or verb: "acompañado por [X]", "de [Y]"."""
    for c in s.children[token]:
        if s.low_lemmas[c] in s.valency.accompanied and s.feat(c, "VerbForm") == "Part" and not s.kids(c, "aux:pass"):
            for other in s.children[c]:
                if s.prepositions[other] in ("por", "de"):
                    yield from coordinated(s, other)


def _is_led(s: Sentence, participle: int) -> bool:
    """True for a participle whose agent acts together with those it leads: "los manifestantes, encabezados por X"."""
    lemma = s.low_lemmas[participle]
    return lemma in s.valency.leading or lemma in s.valency.led


def _is_example(s: Sentence, token: int) -> bool:
    if any(s.low[c] in _EXAMPLES for c in s.kids(token, "mark", "case", "cc", "advmod", "fixed")):
        return True
    return any(
        s.low_lemmas[c] in _INCLUDING or (s.prepositions[c] == "entre" and s.upos[c] == "PRON")
        for c in s.children[token]
    )
