"""Triggers: the patterns that a word of a text can trigger, looked up once for each word."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from teletipo.codebook.patterns import Pattern
from teletipo.morphology.participles import masculine_singular
from teletipo.tags import NOMINAL, VERBAL

Index = Mapping[str, tuple[Pattern, ...]]  #: patterns by lemma

_KEPT_WORDS = 20_000  #: words whose triggers are cached


class Patterns(msgspec.Struct, frozen=True):
    """The patterns of one verb. Most are phrases, few of which have all their words in a given sentence."""

    every: tuple[Pattern, ...]
    plain: tuple[Pattern, ...]  #: those of one word
    openers: frozenset[str]  #: the first words after the verb in the phrases

    def within(self, vocabulary: frozenset[str]) -> tuple[Pattern, ...]:
        """The patterns whose words are all in a vocabulary, in the order of the codebook."""
        if vocabulary.isdisjoint(self.openers):
            return self.plain
        return tuple([p for p in self.every if vocabulary.issuperset(p.words)])


class Trigger(msgspec.Struct, frozen=True):
    """The patterns that a word can trigger by its part of speech, lemma and form."""

    verb: Patterns | None = None
    participle: bool = False  #: whether `verb` was found by a participle, which the tree may rule out
    nouns: tuple[Pattern, ...] = ()
    adjectives: tuple[Pattern, ...] = ()


class Triggers(dict[tuple[str, str, str], Trigger | None]):
    """Word -> what it can trigger, looked up when first met."""

    def __init__(self, verbs: Index, participles: Mapping[str, str], nouns: Index, adjectives: Index) -> None:
        """Nothing looked up yet; `participles` lead to the lemmas of `verbs`."""
        super().__init__()
        self._verbs, self._participles, self._nouns, self._adjectives = verbs, participles, nouns, adjectives

    def __missing__(self, word: tuple[str, str, str]) -> Trigger | None:
        if len(self) >= _KEPT_WORDS:
            self.clear()
        found = self[word] = self._looked_up(*word)
        return found

    def _looked_up(self, upos: str, lemma: str, form: str) -> Trigger | None:
        singular = masculine_singular(form)
        verbs = self._verbs.get(lemma, ()) if upos in VERBAL else ()
        by_participle = not verbs and upos in ("VERB", "ADJ", "NOUN")
        if by_participle and singular in self._participles:
            verbs = self._verbs[self._participles[singular]]
        nouns = self._nouns.get(lemma, ()) if upos in NOMINAL else ()
        adjectives = self._adjectives.get(singular, ()) if upos in ("ADJ", "VERB") else ()
        if upos == "ADJ" and not adjectives:
            adjectives = self._adjectives.get(lemma, ())
        verb = _patterns_of_verb(verbs) if verbs else None
        return Trigger(verb, by_participle, nouns, adjectives) if verb or nouns or adjectives else None


def _patterns_of_verb(every: tuple[Pattern, ...]) -> Patterns:
    openers = frozenset(p.words[0] for p in every if p.words)
    return Patterns(every, tuple(p for p in every if not p.words), openers)
