"""Cues of certainty: words that say how sure an act is, loaded from the lexicon and indexed by lemma."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Literal

import msgspec

from teletipo import yamlfile
from teletipo.authoring import Blanked
from teletipo.records import Certainty, EventType
from teletipo.tags import RELATIONS

Scope = Literal["complement", "modifier", "form", "author", "own"]
Source = Literal["first_author", "last_author", "purpose"]
#: conditions that are more than a feature; see `stages.conditions.HOLDS`
Condition = Literal[
    "impersonal",
    "personal",
    "unrealised",
    "obligation",
    "open_act",
    "not_pronominal",
    "perfect",
    "not_past",
    "future_form",
    "infinitive",
    "unknown",
    "not_so",
    "lacking",
    "perfect_subjunctive",
    "not_perfect",
    "charged",
    "supposed",
    "yes_or_no",
    "going_to",
    "present",
    "preterite",
    "with_de",
    "with_por",
    "bare",
    "relative",
    "conditioned",
    "direct",
]

_LINKS = ("ccomp", "xcomp", "obj", "csubj", "nsubj:pass", "acl", "nmod", "obl")


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence with its act in asterisks, and the certainty that it must get from this cue."""

    text: str
    certainty: Certainty


class Cue(msgspec.Struct, frozen=True, dict=True, forbid_unknown_fields=True):
    """Words, how they take an act into their scope, and the label that they give it."""

    id: str
    label: Certainty
    scope: Scope
    examples: tuple[Example, ...]
    words: Blanked = ""
    links: tuple[str, ...] = _LINKS
    feats: str = ""
    when: tuple[Condition, ...] = ()
    act: Literal["NOUN", "VERB"] | None = None
    types: tuple[EventType, ...] = ()
    reported: Certainty | None = None  #: the label inside reported speech, where it differs
    not_before: Blanked = ""  #: the cue is something else before these words ("sin embargo")
    negated: Certainty | None = None  #: the label when the cue itself is negated, where it differs
    asked: Certainty | None = None  #: the label of an act that somebody wants, where it differs
    decides: bool = False  #: too rare for the judge to learn from: its label stands
    overrules: str = ""  #: id of a cue that says nothing right below this one
    source: Source | None = None  #: on whose word the act rests, where the label does not tell

    @cached_property
    def phrases(self) -> tuple[tuple[str, ...], ...]:
        """The words of more than one part, each as a tuple of forms."""
        return tuple(tuple(w.split("_")) for w in self.words.split() if "_" in w)

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """The single words."""
        return frozenset(w for w in self.words.split() if "_" not in w)


class Cues(msgspec.Struct, frozen=True, dict=True, forbid_unknown_fields=True):
    """The certainty lexicon of a language."""

    cues: tuple[Cue, ...]
    carriers: Blanked
    saying: Blanked
    passing_nouns: Blanked
    promises: Blanked
    cites: Blanked

    @cached_property
    def _by_lemma(self) -> dict[tuple[Scope, str], tuple[Cue, ...]]:
        index: dict[tuple[Scope, str], tuple[Cue, ...]] = {}
        for cue in self.cues:
            for lemma in cue.lemmas:
                index[cue.scope, lemma] = (*index.get((cue.scope, lemma), ()), cue)
        return index

    def of(self, scope: Scope, lemma: str) -> tuple[Cue, ...]:
        """The cues with that scope and that single word."""
        return self._by_lemma.get((scope, lemma), ())

    @cached_property
    def forms(self) -> tuple[Cue, ...]:
        """The cues that are a verb form."""
        return tuple(c for c in self.cues if c.scope == "form")

    @cached_property
    def phrases(self) -> dict[str, tuple[tuple[tuple[str, ...], Cue], ...]]:
        """First form of a multiword cue -> (its forms, the cue), the longest first."""
        index: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
        for cue in self.cues:
            for phrase in cue.phrases:
                index.setdefault(phrase[0], []).append((phrase, cue))
        return {first: tuple(sorted(found, key=lambda p: -len(p[0]))) for first, found in index.items()}

    @cached_property
    def carrying(self) -> frozenset[str]:
        """Lemmas of verbs whose tense, mood and negation are those of the act that they carry."""
        return frozenset(self.carriers.split())

    @cached_property
    def passing(self) -> frozenset[str]:
        """Lemmas of nouns that pass their certainty on to what depends on them ("inicio de")."""
        return frozenset(self.passing_nouns.split())

    @cached_property
    def promising(self) -> frozenset[str]:
        """Lemmas of verbs and nouns of promising: what is promised rests on the word of who promises."""
        return frozenset(self.promises.split())

    @cached_property
    def citing(self) -> frozenset[str]:
        """Lemmas of verbs whose object is the source of what the speaker says."""
        return frozenset(self.cites.split())

    @cached_property
    def reporting(self) -> frozenset[str]:
        """Lemmas of verbs of saying."""
        return frozenset(self.saying.split())


def load(path: Path) -> Cues:
    """The lexicon of a file; DataError if it breaks the schema, repeats an id, or has a faulty cue."""
    loaded = yamlfile.load_marked(path, Cues)
    seen: set[str] = set()
    ids = frozenset(cue.id for cue in loaded.value.cues)
    for number, cue in enumerate(loaded.value.cues):
        for fault in _faults(cue, seen, ids):
            raise loaded.error(f"cue {cue.id} {fault}", "cues", number)
        seen.add(cue.id)
    return loaded.value


def _faults(cue: Cue, seen: set[str], ids: frozenset[str]) -> Iterator[str]:
    """What is wrong with a cue, in words."""
    if cue.id in seen:
        yield "is given twice"
    if cue.overrules and cue.overrules not in ids:
        yield f"overrules `{cue.overrules}`, which is no cue"
    if not cue.examples:
        yield "has no example"
    if any(example.text.count("*") != 2 for example in cue.examples):
        yield "has an example whose act does not stand in asterisks"
    for link in cue.links:
        if link.partition(":")[0] not in RELATIONS:
            yield f"has a link `{link}` that is no relation of Universal Dependencies"
