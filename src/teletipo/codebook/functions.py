"""The names that conditions and role paths may use, so that a misspelt one is an error and not just never true."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from teletipo.codebook.patterns import unions, words
from teletipo.meant import instead
from teletipo.tags import RELATIONS

#: the functions of a predicate that `grammar` fills; each preposition of `common.yaml` is a function too
FUNCTIONS = frozenset(
    {
        "subject",
        "object",
        "indirect",
        "agent",
        "possessive",
        "adjective",
        "clause",
        "negation",
        "yet",
        "copula",
        "receiver",
    }
    | {"charged", "object con", "object entre", "addressee"}
)
#: further beginnings of a role path
_BEGINNINGS = frozenset({"self", "speaker", "object a"})
#: condition on the tree around the predicate -> its possible values; None if any word is possible
AROUND: Mapping[str, frozenset[str] | None] = {
    "reflexive": frozenset({"present", "absent"}),
    "governor": None,
    "under": None,
    "as": RELATIONS,
    "tense": frozenset({"Pres", "Past", "Imp", "Fut"}),
    "complement": frozenset({"Sub", "Ind", "Cnd"}),
}


def faults_of_condition(name: str, value: str, prepositions: frozenset[str]) -> Iterator[str]:
    """What is wrong with a condition: its name, which may be `con + entre`, and its value."""
    if name in AROUND:
        allowed = AROUND[name]
        for word in words(value):
            if allowed is not None and word not in allowed:
                yield f"`{name}` cannot be `{word}`; {instead(word, sorted(allowed))}"
        return
    for part in name.split("+"):
        yield from _unknown(" ".join(part.split()), FUNCTIONS | prepositions, alone=AROUND)


def faults_of_paths(text: str, prepositions: frozenset[str]) -> Iterator[str]:
    """What is wrong with role paths: `subject + con | object > de`; an empty text has none."""
    if not text.strip():
        return
    for path in (path for union in unions(text) for path in union.paths):
        beginning, goes_on, end = path.partition(" > ")
        yield from _unknown(beginning, FUNCTIONS | _BEGINNINGS | prepositions)
        if goes_on:
            yield from _unknown(end, prepositions | {"subject", "adjective", "possessive"})


def _unknown(name: str, known: frozenset[str], alone: Collection[str] = ()) -> Iterator[str]:
    """The message for an unknown name, or for a known one that may only be used `alone`."""
    if name in alone:
        yield f"`{name}` cannot be joined with others by `+`"
    elif name not in known:
        meant = instead(name, sorted(FUNCTIONS.union(alone)))
        yield f"`{name}` is no function and none of `prepositions` in common.yaml; {meant}"
