"""Sharing: the time that an act takes from a clause it belongs to, continues or is joined to."""

from __future__ import annotations

from teletipo.clauses import Place, clause, is_clause
from teletipo.records import Event
from teletipo.stages.timing.clocks import Clocks
from teletipo.stages.timing.mainline import goes_with, meets
from teletipo.stages.timing.reach import (
    above,
    first,
    in_which,
    is_apart,
    is_when,
    of_occasion,
    on_noun,
    stands_aside,
    turns,
)
from teletipo.tags import AT_VERB
from teletipo.timex.expression import Timex
from teletipo.tree import Sentence

#: Labels over which an act shares the time of the verb above it.
_SHARES = frozenset(["conj", "xcomp", "advcl", "acl"])
#: Acts that many do together in one place.
_GATHERINGS = frozenset(["CONSULT", "PROTEST"])
#: Tokens from a verb to one that is joined to it and shares its time.
_JOINED = 4


class Sharing:
    """Looks up the times of clauses and of what belongs to them."""

    def __init__(self, clocks: Clocks) -> None:
        """`clocks`: the times and acts of one article."""
        self._clocks, self._words = clocks, clocks.words

    def of_verb(self, sentence: Sentence, verb: int) -> Timex | None:
        """The time of a verb, or of a clause simultaneous with it ("al firmar el 3 de mayo")."""
        for time in self._clocks.of(sentence):
            hangs = clause(sentence, time.place.token) == verb and not on_noun(time, verb, self._words)
            if hangs or of_occasion(time, verb, self._words):
                return time.timex
        for time in self._clocks.of(sentence):
            under = clause(sentence, time.place.token)
            while sentence.labels[under] == "xcomp":
                under = sentence.heads[under]
            if sentence.heads[under] == verb and sentence.labels[under] == "advcl" and is_when(sentence, under):
                return time.timex
        return None

    def of_act(self, event: Event, place: Place) -> Timex | None:
        """The time of the clause that the act is an argument of, or that it continues."""
        sentence, node = place
        if not is_clause(sentence, node):
            top = first(sentence, node, self._words)
            left = (
                event.type == "CONSULT" and top == node and meets(sentence, node, clause(sentence, node), self._words)
            )
            return self._of_clause(event, place) if left or not stands_aside(sentence, top, self._words) else None
        return (
            self._of_antecedent(sentence, node)
            or self.of_verb(sentence, node)
            or self._continued(sentence, node)
            or self._of_joined(sentence, node)
        )

    def _of_clause(self, event: Event, place: Place) -> Timex | None:
        """The time of the clause that a noun is an argument of; for "para cubrir la huida" of the one above.

        If that clause is itself an act, only if the noun happens with it, or gathers and speaks ("la cumbre exigió
        ayer").
        """
        sentence, noun = place
        verb = clause(sentence, noun)
        if self._clocks.is_act(sentence, verb):
            speaks = sentence.labels[noun] == "nsubj" and sentence.feat(verb, "VerbForm") == "Fin"
            with_ = (event.type in _GATHERINGS and speaks) or goes_with(sentence, noun, verb, self._words)
            return self.of_verb(sentence, verb) if with_ else None
        recalled = sentence.low_lemmas[verb] in self._words["anniversary"]
        if recalled or sentence.labels[first(sentence, noun, self._words)] not in AT_VERB:
            return None
        aside = sentence.labels[verb] == "advcl" and sentence.feat(verb, "VerbForm") == "Inf"
        return self.of_verb(sentence, verb) or (self._continued(sentence, verb) if aside else None)

    def _continued(self, sentence: Sentence, node: int) -> Timex | None:
        """The time of the clause that this one continues; not across "pero", "antes de" or into the present."""
        while sentence.labels[node] in _SHARES and sentence.heads[node] >= 0:
            if is_apart(sentence, node) or turns(sentence, node, self._words):
                return None
            node = sentence.heads[node]
            if is_clause(sentence, node) and (found := self.of_verb(sentence, node)):
                return found
        return None

    def _of_joined(self, sentence: Sentence, verb: int) -> Timex | None:
        """The time after a verb coordinated with this one: "fue detenido y expulsado en julio"."""
        near = (token for token in sentence.kids(verb, "conj") if 0 < token - verb <= _JOINED)
        return next((found for token in near if (found := self.of_verb(sentence, token))), None)

    def _of_antecedent(self, sentence: Sentence, verb: int) -> Timex | None:
        """For "la visita del 3 de mayo, en la que firmaron": the time of the noun, else of the clause it stands in."""
        head = sentence.heads[verb]
        if not sentence.labels[verb].startswith("acl") or head < 0 or not in_which(sentence, verb, self._words):
            return None
        times = self._clocks.of(sentence)
        if found := next((t.timex for t in times if head == t.place.token or head in above(t, self._words)), None):
            return found
        return self.of_verb(sentence, clause(sentence, head))
