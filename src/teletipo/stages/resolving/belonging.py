"""Belonging: the country of those described by the body they belong to ("una fuente del Ministerio ruso")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from teletipo.lexicon.referring import Referring
from teletipo.stages.naming.reference import Reference
from teletipo.stages.resolving.figures import Figure
from teletipo.tree import Sentence

_OF = frozenset({"de", "del"})
_OFFICES = frozenset({"state", "organisation"})
_PARTIES = frozenset({"state", "organisation", "person"})
#: Whose complement tells the country of what: a person is of the body served, followers are of the person followed.
_BY = {"person": _OFFICES, "organisation": _OFFICES, "group": _PARTIES}

Placed = tuple[Reference, Figure, str]


def belong(sentences: tuple[Sentence, ...], placed: Sequence[Placed], words: Referring) -> None:
    """Give figures without a country that of the state, body or leader named after "de" in their description."""
    by_sentence: dict[int, list[Placed]] = {}
    for one in placed:
        by_sentence.setdefault(one[0].sentence, []).append(one)
    for reference, figure, _ in reversed(placed):  # "el portavoz del jefe de la CIA": the inner one first
        if figure.country is None and figure.likely is None and figure.kind in _BY:
            figure.country = _of(
                sentences[reference.sentence], reference, figure, by_sentence[reference.sentence], words
            )


def _of(
    sentence: Sentence, reference: Reference, figure: Figure, beside: Iterable[Placed], words: Referring
) -> str | None:
    """The one country of those inside a description, if its noun's own complement has it."""
    phrase = reference.phrase
    if phrase is None or phrase.compound or phrase.lemma in words.related:
        return None
    within = (one for one in beside if phrase.noun < one[0].first and one[0].last <= phrase.last)
    inside = [(r, f) for r, f, _ in within if not r.silent and sentence.low[r.first - 1] not in words.abroad]
    owners = (f for r, f in inside if sentence.heads[r.head] == phrase.noun and sentence.low[r.first - 1] in _OF)
    found = next((c for f in owners if f.kind in _BY[figure.kind] and (c := f.country or f.likely)), None)
    return found if {f.country or f.likely or found for _, f in inside} == {found} else None
