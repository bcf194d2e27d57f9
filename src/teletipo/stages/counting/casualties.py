"""Casualties: what happened to the people that a number counts (dead, wounded …), by noun, participle or verb."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from teletipo.phrases.lexicon import Lexicon
from teletipo.phrases.tokens import fold_vowels
from teletipo.tags import AT_VERB
from teletipo.tree import Sentence

Words = Mapping[str, str]  #: folded word -> what it says
#: Under what a predicate hangs on "resultar" or "seguir" ("siguen desaparecidas").
_PREDICATES = ("xcomp", "obj", "amod", "advcl")


class Casualties:
    """Reads casualties with the words and tables of quantities.yaml."""

    def __init__(self, rules: Lexicon) -> None:
        """`rules`: the lexicon of quantities."""
        self._words = cast(Words, rules.grammar.values["casualty"])
        self._people = cast(Words, rules.grammar.values["people"])
        self._verbs, self._nouns = rules.tables["casualty_verbs"], rules.tables["casualty_nouns"]
        self._objects, self._tallies = rules.tables["casualty_objects"], rules.tables["tallies"]

    def unit(self, sentence: Sentence, noun: int, bearer: int) -> str | None:
        """The unit: dead, wounded, detained …, people, else the noun's lemma; None for a pronoun.

        `bearer` is the top of the amount with its noun. Of a part ("tres de los heridos murieron") the verb tells.
        """
        word = fold_vowels(sentence.forms[noun])
        own, person = self._words.get(word), self._people.get(word)
        part = bearer != noun
        if own and not part:
            return own
        somebody = own or person or (part and sentence.upos[noun] == "PRON") or _personal(sentence, bearer)
        told = self._participle(sentence, noun) or self.told(sentence, bearer) if somebody else None
        lemma = None if sentence.upos[noun] == "PRON" else sentence.low_lemmas[noun]
        return told or own or person or lemma

    def told(self, sentence: Sentence, bearer: int) -> str | None:
        """What the governing word says about those counted: "hirió a 20", "la muerte de 20"."""
        above, label = sentence.heads[bearer], sentence.labels[bearer]
        if above < 0:
            return None
        if label == "nmod":
            lost = self._objects.get(sentence.lemmas[max(0, sentence.heads[above])]) == sentence.low_lemmas[above]
            return "muerto" if lost else self._nouns.get(sentence.low_lemmas[above])
        if label not in AT_VERB and not (label == "advmod" and bearer < above):  # "más de 60 resultaron heridos"
            return None
        verb = sentence.lemmas[above]
        objects = sentence.kids(above, "obj")
        if any(sentence.low_lemmas[t] == self._objects.get(verb) for t in objects):
            return "muerto"
        if sentence.prepositions[bearer] == "a" and (done := self._done(sentence, bearer, objects)):
            return done
        if tally := self._tallied(sentence, above, bearer):
            return tally
        found: str | None = self._verbs.get(verb)
        if found == "":
            return self._participle(sentence, above)
        acts = label == "nsubj" and (found != "muerto" or any(t != bearer for t in objects))
        return None if acts else found

    def _tallied(self, sentence: Sentence, verb: int, bearer: int) -> str | None:
        """What a tally counts: "el número de muertos subió a 120"."""
        tallies = (t for t in sentence.kids(verb, "nsubj") if t != bearer and sentence.low_lemmas[t] in self._tallies)
        words = (fold_vowels(sentence.forms[c]) for t in tallies for c in sentence.kids(t, "nmod"))
        return next((found for word in words if (found := self._words.get(word))), None)

    def _done(self, sentence: Sentence, bearer: int, objects: Sequence[int]) -> str | None:
        """What happened to those after "a": "causó la muerte a 14", "dejó heridos a cinco"."""
        others = [t for t in objects if t != bearer]
        words = (
            self._nouns.get(sentence.low_lemmas[t]) or self._words.get(fold_vowels(sentence.forms[t])) for t in others
        )
        return next((word for word in words if word), None)

    def _participle(self, sentence: Sentence, token: int) -> str | None:
        """The casualty that an adjective or predicate names: "personas muertas", "siguen desaparecidas"."""
        words = (fold_vowels(sentence.forms[t]) for t in sentence.kids(token, *_PREDICATES) if t > token)
        return next((found for word in words if (found := self._words.get(word))), None)


def _personal(sentence: Sentence, token: int) -> bool:
    """True for an object with "a", which must be people: "mató a 30 ucranianos"."""
    return sentence.labels[token] == "obj" and sentence.prepositions[token] == "a"
