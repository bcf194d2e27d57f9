"""The schema of a codebook file as the linguist writes it; unknown keys are errors."""

from __future__ import annotations

import msgspec

from teletipo.authoring import Bilingual, Counterexample
from teletipo.records import Certainty, EventType, RoleName


class Maps(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Codes of the class in other ontologies."""

    plover: str
    cameo: tuple[str, ...] = ()


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence with its roles marked: `[Putin]{actor} [visitó]{anchor} [Pekín]{place}.`"""

    text: str
    certainty: Certainty | None = None
    mode: str | None = None


class PatternSource(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A pattern as it stands in the file: predicates as `a | b`, role paths as text."""

    id: str
    verbs: str = ""
    nouns: str = ""
    adjectives: str = ""  #: said of the actor, or of what the actor judges: "dispuesto", "inaceptable"
    phrases: str = ""  #: a verb and the words that must hang on it: "poner fin", "llegar a un acuerdo"
    light: str = ""  #: verbs that carry the nouns, besides the common ones
    roles: dict[RoleName, str] = {}
    noun_roles: dict[RoleName, str] = {}
    when: dict[str, str] = {}  #: conditions without which it is only a candidate
    only: dict[str, str] = {}  #: conditions without which it is excluded
    unless: dict[str, str] = {}  #: conditions any of which excludes it
    mode: str | None = None


class RolesSource(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the class's roles are by default, with a verb and with a noun."""

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


class Sport(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of sport, and the triggers that are no acts in an article full of them."""

    words: str
    acts: str


class Common(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What all classes share: prepositions, verbs of several kinds and named lists of lemmas for conditions."""

    prepositions: str  #: those that conditions and role paths may name, as functions of their own
    light: dict[str, str]  #: function that a noun has under light verbs ("object", a preposition) -> those verbs
    control: str  #: verbs whose object is the subject of their infinitive ("instar a alguien a")
    receiving: str  #: verbs whose subject gets the act that their noun tells ("recibir críticas")
    unpolitical: str  #: what does none of the acts, whatever its verb ("el delantero atacó", "el virus invade")
    sport: Sport
    lists: dict[str, str] = {}
