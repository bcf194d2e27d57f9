"""The codebook: one YAML file a class in, a frozen `Codebook` indexed by lemma out.

A class file is rule, documentation and test at once. Its schema is closed; every error names file, line and key.

Role paths name grammatical functions ("subject", "object", "indirect", "agent", "possessive", "adjective", "clause"),
"object a" (an object that has the preposition), "receiver" (with "a" beside an object; the subject of a verb of
getting), "self" (the predicate's own phrase: "ayuda alimentaria" is a good), or Spanish prepositions ("con", "por parte
de"); `object > de` is what hangs on the object with "de". `a | b` takes the first that names somebody, `a + b` both.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal

import msgspec

from teletipo.authoring import Bilingual, Counterexample
from teletipo.errors import DataError
from teletipo.participles import masculine_singular, participle
from teletipo.records import EventType, RoleName
from teletipo.yamlfile import Loaded, load_marked

Voice = Literal["verb", "noun", "adjective"]
DATA = Path(__file__).parent / "data" / "codebook"
_KEPT_WORDS = 20_000  #: words of which is kept what they trigger


class Maps(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Codes of the class in other ontologies."""

    plover: str
    cameo: tuple[str, ...] = ()


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence with its roles marked: `[Putin]{actor} [visitó]{anchor} [Pekín]{place}.`"""

    text: str
    certainty: str | None = None
    mode: str | None = None


class PatternSource(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A pattern as it is written: predicates as `a | b`, role paths as text."""

    id: str
    verbs: str = ""
    nouns: str = ""
    adjectives: str = ""  #: said of the actor, or of what the actor judges: "dispuesto", "inaceptable"
    phrases: str = ""  #: a verb and the words that must hang on it: "poner fin", "llegar a un acuerdo"
    light: str = ""  #: verbs that carry the nouns, besides the common ones
    roles: dict[RoleName, str] = {}
    noun_roles: dict[RoleName, str] = {}
    when: dict[str, str] = {}  #: conditions without which it is only a candidate
    unless: dict[str, str] = {}  #: conditions any of which excludes it
    mode: str | None = None


class RolesSource(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the class's roles stand by default, with a verb and with a noun."""

    verb: dict[RoleName, str]
    noun: dict[RoleName, str]


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The patterns of a class in one language, with the sentences that test them."""

    roles: RolesSource
    patterns: tuple[PatternSource, ...]
    examples: tuple[Example | str, ...]
    counterexamples: tuple[Counterexample, ...]


class ClassFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One class of the codebook as its file has it."""

    id: str
    type: EventType
    label: Bilingual
    definition: Bilingual
    maps: Maps
    es: Rules
    modes: dict[str, Bilingual] = {}


class Common(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What all classes share: light verbs and named lists of lemmas for conditions."""

    light: dict[str, str]  #: light verb -> the function of its noun ("object", "subject", a preposition)
    control: str  #: verbs whose object is the subject of their infinitive ("instar a alguien a")
    receiving: str  #: verbs whose subject gets the act that their noun tells ("recibir críticas")
    lists: dict[str, str] = {}


class Union(msgspec.Struct, frozen=True):
    """Role paths of which all count."""

    paths: tuple[str, ...]
    starts: frozenset[str]  #: functions of which one must be filled for any of the paths to lead somewhere


class Condition(msgspec.Struct, frozen=True):
    """A condition of a pattern: one of `values` must hold; what they mean is told in `stages.events`."""

    name: str
    functions: tuple[str, ...]  #: those that the name asks for: "object + con"
    values: frozenset[str]
    negated: bool = False  #: written "not NAME": none of `values` may hold; under `unless` it tells what must be there


class Pattern(msgspec.Struct, frozen=True):
    """One rule, compiled: how an act is expressed and where its roles stand."""

    id: str
    type: EventType
    voice: Voice
    words: tuple[str, ...]  #: of a phrase, after the verb; of a compound noun, directly after its first word
    reflexive: bool
    roles: dict[RoleName, tuple[Union, ...]]  #: alternatives: the first that names somebody counts
    when: tuple[Condition, ...]
    unless: tuple[Condition, ...]
    light: frozenset[str]
    mode: str | None


class Patterns(msgspec.Struct, frozen=True):
    """The patterns of one verb. Most are phrases, and few phrases have their words in a sentence."""

    every: tuple[Pattern, ...]
    plain: tuple[Pattern, ...]  #: those of one word
    openers: frozenset[str]  #: the first words after the verb in the phrases

    def within(self, vocabulary: frozenset[str]) -> tuple[Pattern, ...]:
        """Those whose words are in a vocabulary, in the order of the codebook."""
        if vocabulary.isdisjoint(self.openers):
            return self.plain
        return tuple([p for p in self.every if vocabulary.issuperset(p.words)])


class Trigger(msgspec.Struct, frozen=True):
    """What a word can express by its class, lemma and form."""

    verb: Patterns | None = None
    participle: bool = False  #: whether `verb` was found by a participle, which the tree may rule out
    nouns: tuple[Pattern, ...] = ()
    adjectives: tuple[Pattern, ...] = ()


class Codebook(msgspec.Struct, frozen=True, dict=True):
    """All classes, and their patterns by the lemma that triggers them."""

    classes: tuple[ClassFile, ...]
    common: Common
    digest: str

    @cached_property
    def verbs(self) -> Mapping[str, tuple[Pattern, ...]]:
        """Patterns by verb lemma; a phrase stands under its verb."""
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
        """All lemmas and forms in lower case that may trigger a pattern; for most words nothing else need be asked."""
        by_form = {*self.participles, *self.adjectives}
        inflected = {word[:-1] + ending for word in by_form if word.endswith("o") for ending in ("os", "as", "a")}
        return frozenset({*self.verbs, *self.nouns, *by_form, *inflected})

    @cached_property
    def triggers(self) -> _Triggers:
        """What the codebook has for a word, by its class, lemma in lower case and form; None for most words."""
        return _Triggers(self)

    @cached_property
    def types(self) -> Mapping[str, tuple[EventType, ...]]:
        """Lemma of a verb or noun -> the types of act that it can express."""
        lemmas = {*self.verbs, *self.nouns}
        return {
            lemma: tuple(sorted({p.type for p in (*self.verbs.get(lemma, ()), *self.nouns.get(lemma, ()))}))
            for lemma in lemmas
        }

    @cached_property
    def control(self) -> frozenset[str]:
        """Verbs whose object is the subject of their infinitive."""
        return frozenset(words(self.common.control))

    @cached_property
    def receiving(self) -> frozenset[str]:
        """Verbs whose subject gets the act that their noun tells."""
        return frozenset(words(self.common.receiving))

    def class_(self, name: str) -> ClassFile:
        """The class with that id or type, in any case; KeyError if there is none."""
        for class_ in self.classes:
            if name.lower() in (class_.id.lower(), class_.type.lower()):
                return class_
        raise KeyError(name)


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The alternatives of `a | b | c`."""
    return tuple(w for part in text.split("|") if (w := " ".join(part.split())))


def unions(text: str) -> tuple[Union, ...]:
    """The alternatives of role paths: `a + b | c` is `a + b`, or else `c`."""
    return tuple(_union(tuple(" ".join(path.split()) for path in part.split("+"))) for part in text.split("|"))


def _union(paths: tuple[str, ...]) -> Union:
    starts = {path.partition(" > ")[0] for path in paths}
    return Union(paths, frozenset(starts | {"object"} if starts & {"receiver", "object a"} else starts))


def load(folder: Path = DATA) -> Codebook:
    """The codebook in `folder`. Raises DataError naming file, line and key."""
    common = load_marked(folder / "common.yaml", Common).value
    loaded = [load_marked(path, ClassFile) for path in sorted(folder.glob("*.yaml")) if path.name != "common.yaml"]
    for one in loaded:
        _check(one)
    _check_ids(loaded)
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.yaml")):
        digest.update(path.read_bytes())
    return Codebook(classes=tuple(one.value for one in loaded), common=common, digest=digest.hexdigest()[:12])


def _check(loaded: Loaded[ClassFile]) -> None:
    rules = loaded.value.es
    if len(rules.examples) < 2:
        raise loaded.error("key `es.examples`: at least two examples are needed", "es", "examples")
    if not rules.counterexamples:
        raise loaded.error("key `es.counterexamples`: at least one is needed, with its reason", "es", "counterexamples")
    for number, pattern in enumerate(rules.patterns):
        if not (pattern.verbs or pattern.nouns or pattern.adjectives or pattern.phrases):
            raise loaded.error(
                f"pattern `{pattern.id}` has no verbs, nouns, adjectives or phrases", "es", "patterns", number
            )
        if pattern.mode and pattern.mode not in loaded.value.modes:
            raise loaded.error(
                f"pattern `{pattern.id}`: mode `{pattern.mode}` is not in `modes`", "es", "patterns", number
            )


def _check_ids(loaded: list[Loaded[ClassFile]]) -> None:
    counts = Counter(p.id for one in loaded for p in one.value.es.patterns)
    for one in loaded:
        for number, pattern in enumerate(one.value.es.patterns):
            if counts[pattern.id] > 1:
                raise one.error(f"pattern id `{pattern.id}` is used twice", "es", "patterns", number, "id")


class _Triggers(dict[tuple[str, str, str], Trigger | None]):
    """Word -> what it can express, looked up when it is first met."""

    def __init__(self, codebook: Codebook) -> None:
        super().__init__()
        self._codebook = codebook
        self._verbs = {lemma: _patterns_of_verb(found) for lemma, found in codebook.verbs.items()}

    def __missing__(self, word: tuple[str, str, str]) -> Trigger | None:
        if len(self) >= _KEPT_WORDS:
            self.clear()
        found = self[word] = self._looked_up(*word)
        return found

    def _looked_up(self, upos: str, lemma: str, form: str) -> Trigger | None:
        known, singular = self._codebook, masculine_singular(form)
        verb = self._verbs.get(lemma) if upos in ("VERB", "AUX") else None
        by_participle = verb is None and upos in ("VERB", "ADJ", "NOUN")
        if by_participle and singular in known.participles:
            verb = self._verbs[known.participles[singular]]
        nouns = known.nouns.get(lemma, ()) if upos in ("NOUN", "PROPN", "ADJ") else ()
        adjectives = known.adjectives.get(singular, ()) if upos in ("ADJ", "VERB") else ()
        if upos == "ADJ" and not adjectives:
            adjectives = known.adjectives.get(lemma, ())
        return Trigger(verb, by_participle, nouns, adjectives) if verb or nouns or adjectives else None


def _patterns_of_verb(every: tuple[Pattern, ...]) -> Patterns:
    openers = frozenset(p.words[0] for p in every if p.words)
    return Patterns(every, tuple(p for p in every if not p.words), openers)


def _index(codebook: Codebook, voice: Voice) -> dict[str, tuple[Pattern, ...]]:
    index: dict[str, list[Pattern]] = {}
    for class_ in codebook.classes:
        for source in class_.es.patterns:
            for lemma, pattern in _patterns(codebook, class_, source, voice):
                index.setdefault(lemma, []).append(pattern)
    return {lemma: tuple(found) for lemma, found in index.items()}


def _patterns(codebook: Codebook, class_: ClassFile, source: PatternSource, voice: Voice) -> list[tuple[str, Pattern]]:
    roles = class_.es.roles.noun | source.noun_roles if voice == "noun" else class_.es.roles.verb | source.roles
    texts = {"verb": f"{source.verbs} | {source.phrases}", "noun": source.nouns, "adjective": source.adjectives}
    predicates = words(texts[voice])
    if not predicates:
        return []
    compiled_roles = {role: unions(text) for role, text in roles.items() if text}
    when, unless = _conditions(codebook, source.when), _conditions(codebook, source.unless)
    light = frozenset(words(source.light))
    compiled = []
    for predicate in predicates:
        head, *rest = predicate.split()
        reflexive = voice == "verb" and head.endswith("se") and len(head) > 4
        pattern = Pattern(
            id=source.id,
            type=class_.type,
            voice=voice,
            words=tuple(rest),
            reflexive=reflexive,
            roles=compiled_roles,
            when=when,
            unless=unless,
            light=light,
            mode=source.mode,
        )
        compiled.append((head[:-2] if reflexive else head, pattern))
    return compiled


def _conditions(codebook: Codebook, texts: Mapping[str, str]) -> tuple[Condition, ...]:
    """The conditions of a pattern, from the texts of its values by name."""
    compiled = []
    for written, text in texts.items():
        name = written.removeprefix("not ")
        functions = tuple(" ".join(part.split()) for part in name.split("+"))
        compiled.append(Condition(name, functions, frozenset(_values(codebook, text)), name != written))
    return tuple(compiled)


def _values(codebook: Codebook, text: str) -> tuple[str, ...]:
    """The values of a condition, named lists (`@armas`) written out."""
    found: list[str] = []
    for word in words(text):
        if word.startswith("@"):
            if word[1:] not in codebook.common.lists:
                raise DataError(f"common.yaml:1: list `{word}` is not in `lists`")
            found.extend(words(codebook.common.lists[word[1:]]))
        else:
            found.append(word)
    return tuple(found)
