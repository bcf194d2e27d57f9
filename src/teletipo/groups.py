"""Groups: who is named together by coordination, by a plural title before names, or as an example of a group."""

from __future__ import annotations

from collections.abc import Iterator

from teletipo import referring
from teletipo.tree import Sentence

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "SYM", "X"})
_EXAMPLES = frozenset({"como", "tal como", "tales como"})  #: "países como Perú y Chile"
_INCLUDING = frozenset({"incluido", "incluir", "inclusive"})  #: "las potencias, incluida China"


def coordinated(s: Sentence, token: int) -> tuple[int, ...]:
    """`token` with the nominals coordinated with it and the members of its group that are named beside it.

    The names after a plural title stand for it: "los presidentes [Soto] y [Gil]".
    """
    found = list(_holders(s, token) or (token, *_members(s, token)))
    for c in s.kids(token, "conj"):
        if s.upos[c] in NOMINAL:
            found.extend(coordinated(s, c))
    return tuple(dict.fromkeys(found))


def counted(s: Sentence, token: int) -> tuple[int, ...]:
    """Those of whom a part is meant: "muchos de [los rebeldes]", "la mayoría de [los países]"."""
    if s.upos[token] not in ("PRON", "NUM", "DET") and s.low_lemmas[token] not in referring.load().fractions:
        return ()
    return tuple(c for c in s.kids(token, "nmod") if s.prepositions[c] == "de")


def _holders(s: Sentence, token: int) -> tuple[int, ...]:
    """Two or more names right after a plural noun, however the parser hangs them."""
    after = token + 1
    if s.upos[token] != "NOUN" or after >= len(s) or s.upos[after] != "PROPN" or s.feat(token, "Number") != "Plur":
        return ()
    names = [after, *(c for c in s.kids(after, "conj") if s.upos[c] == "PROPN")]
    return tuple(names) if len(names) > 1 and s.heads[after] != after - 2 else ()


def _members(s: Sentence, token: int) -> Iterator[int]:
    """Those whom a plural noun includes: "como X e Y", "entre ellos X", "incluido X", "encabezados por X"."""
    if not s.children[token] or s.feat(token, "Number") != "Plur":
        return
    for c in s.children[token]:
        relation = s.relations[c]
        if relation in ("nmod", "appos", "obl", "dep") and s.upos[c] in NOMINAL and _is_example(s, c):
            yield from coordinated(s, c)
        elif relation in ("amod", "acl") and _is_led(s, c):
            for agent in s.children[c]:
                if s.prepositions[agent] == "por":
                    yield from coordinated(s, agent)


def _is_led(s: Sentence, participle: int) -> bool:
    """True for a participle whose agent acts with those whom it leads: "los manifestantes, encabezados por X"."""
    words = referring.load()
    return s.low_lemmas[participle] in words.leading or s.low_lemmas[participle] in words.led


def _is_example(s: Sentence, token: int) -> bool:
    if any(s.low[c] in _EXAMPLES for c in s.kids(token, "mark", "case", "cc", "advmod", "fixed")):
        return True
    return any(
        s.low_lemmas[c] in _INCLUDING or (s.prepositions[c] == "entre" and s.upos[c] == "PRON")
        for c in s.children[token]
    )
