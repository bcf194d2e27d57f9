"""The codebook: loads one YAML file per class into a frozen `Codebook` indexed by lemma.

A class file is rule, documentation and test at once. Its schema is closed; every error names file, line and key.

Conditions and role paths name functions of the predicate: one of `functions.FUNCTIONS` ("subject", "object",
"indirect", "agent", "possessive", "adjective", "clause" …) or a preposition of `common.yaml` ("con", "junto a"). Some
need an explanation: "receiver" is what follows "a" next to an object, or the subject of a verb of receiving; "charged"
whoever is accused of the noun ("acusó [al alcalde] de fraude"); "object con" what depends on the object with "con";
"addressee" that of a letter. Role paths may also use "object a" (an object with that preposition), "self" (the
predicate's own phrase: "ayuda alimentaria" is a good) and "speaker" (whoever is quoted with these words); `object > de`
is what depends on the object with "de". `a

b` takes the first that names somebody, `a + b` both.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

import msgspec

from teletipo.codebook.checks import check
from teletipo.codebook.patterns import Pattern, Voice, compiled, values, words
from teletipo.codebook.schema import ClassFile, Common
from teletipo.codebook.triggers import Triggers
from teletipo.morphology.participles import participle
from teletipo.records import EventType
from teletipo.yamlfile import load_marked

DATA = Path(__file__).parent.parent / "data" / "codebook"


class Codebook(msgspec.Struct, frozen=True, dict=True):
    """All classes, and their patterns by triggering lemma."""

    classes: tuple[ClassFile, ...]
    common: Common

    @cached_property
    def verbs(self) -> Mapping[str, tuple[Pattern, ...]]:
        """Patterns by verb lemma; a phrase is listed under its verb."""
        return _index(self, "verb")

    @cached_property
    def nouns(self) -> Mapping[str, tuple[Pattern, ...]]:
        """Patterns by noun lemma."""
        return _index(self, "noun")

    @cached_property
    def adjectives(self) -> Mapping[str, tuple[Pattern, ...]]:
        """Patterns by adjective, masculine singular."""
        return _index(self, "adjective")

    @cached_property
    def participles(self) -> Mapping[str, str]:
        """Masculine singular participle -> verb lemma, for participles that the tagger takes for adjectives."""
        return {participle(lemma): lemma for lemma in self.verbs}

    @cached_property
    def triggering(self) -> frozenset[str]:
        """All lemmas and forms in lower case that may trigger a pattern; other words need no look-up."""
        by_form = {*self.participles, *self.adjectives}
        inflected = {word[:-1] + ending for word in by_form if word.endswith("o") for ending in ("os", "as", "a")}
        return frozenset({*self.verbs, *self.nouns, *by_form, *inflected})

    @cached_property
    def triggers(self) -> Triggers:
        """What a word may trigger, by part of speech, lower-case lemma and form; None for most words."""
        return Triggers(self.verbs, self.participles, self.nouns, self.adjectives)

    def types(self, lemma: str) -> tuple[EventType, ...]:
        """The types of act that a verb or noun of that lemma can express."""
        return tuple(sorted({p.type for p in (*self.verbs.get(lemma, ()), *self.nouns.get(lemma, ()))}))

    @cached_property
    def light(self) -> Mapping[str, tuple[str, ...]]:
        """Light verb -> the functions that its noun may have."""
        found: dict[str, tuple[str, ...]] = {}
        for function, verbs in self.common.light.items():
            found.update({verb: (*found.get(verb, ()), function) for verb in words(verbs)})
        return found

    @cached_property
    def control(self) -> frozenset[str]:
        """Verbs whose object is the subject of their infinitive."""
        return frozenset(words(self.common.control))

    @cached_property
    def receiving(self) -> frozenset[str]:
        """Verbs whose subject receives the act that their noun names."""
        return frozenset(words(self.common.receiving))

    @cached_property
    def unpolitical(self) -> frozenset[str]:
        """Nouns whose verbs tell no act: athletes, works of art, forces of nature, figures of the economy."""
        return frozenset(values(self.common.unpolitical, self.common))

    @cached_property
    def sport(self) -> frozenset[str]:
        """Words that show that an article tells of sport."""
        return frozenset(words(self.common.sport.words))

    @cached_property
    def played(self) -> frozenset[str]:
        """Words that tell of a game, and of none of the acts, where an article tells of sport."""
        return frozenset(words(self.common.sport.acts))

    def class_(self, name: str) -> ClassFile:
        """The class with that id or type, in any case; KeyError if there is none."""
        for class_ in self.classes:
            if name.lower() in (class_.id.lower(), class_.type.lower()):
                return class_
        raise KeyError(name)


def _index(codebook: Codebook, voice: Voice) -> dict[str, tuple[Pattern, ...]]:
    index: dict[str, list[Pattern]] = {}
    for class_ in codebook.classes:
        for source in class_.es.patterns:
            for lemma, pattern in compiled(class_, source, voice, codebook.common):
                index.setdefault(lemma, []).append(pattern)
    return {lemma: tuple(found) for lemma, found in index.items()}


def load(folder: Path = DATA) -> Codebook:
    """The codebook in `folder`. Raises DataError naming file, line and key."""
    common = load_marked(folder / "common.yaml", Common)
    loaded = [load_marked(path, ClassFile) for path in sorted(folder.glob("*.yaml")) if path.name != "common.yaml"]
    check(loaded, common)
    return Codebook(classes=tuple(one.value for one in loaded), common=common.value)
