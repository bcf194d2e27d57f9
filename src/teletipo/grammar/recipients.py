"""Recipients: to whom something is given or written, though the tree calls them objects or hangs them elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

from teletipo.grammar.groups import coordinated
from teletipo.tree import Sentence


def tell_indirect(functions: dict[str, list[int]], marked: list[int], beside: bool) -> None:
    """Turn objects with "a" into indirect ones if there is a direct one: "vendió misiles a Irán e Irak".

    The same for a participle `beside` the noun that is its object: "las sanciones impuestas a Irán".
    """
    objects = functions.get("object", [])
    if marked and (len(marked) < len(objects) or "clause" in functions or beside):
        functions["object"] = [t for t in objects if t not in marked]
        functions.setdefault("indirect", []).extend(marked)


def receivers(s: Sentence, objects: Iterable[int]) -> tuple[int, ...]:
    """Recipients that the parser attached to `objects`: "vendió cazas a Perú"."""
    bare = (t for t in objects if s.prepositions[t] != "a")
    given = (c for t in bare for c in s.kids(t, "nmod", "obl") if s.prepositions[c] == "a")
    return tuple(t for c in given for t in coordinated(s, c))


def written_to(s: Sentence, functions: dict[str, list[int]]) -> list[int]:
    """The addressees of a letter that says something: "en una carta [a X] pide", "envió [a X] una nota en la que"."""
    found: list[int] = []
    for name in ("en", "mediante", "a través de"):
        for letter in functions.get(name, ()):
            if s.low_lemmas[letter] in s.valency.letters:
                sent = s.kids(s.heads[letter], "obj", "iobj", "obl") if s.relations[letter] == "obj" else ()
                to = (c for c in (*s.kids(letter, "nmod", "obl"), *sent) if s.prepositions[c] == "a")
                found.extend(t for c in to for t in coordinated(s, c))
    return found
