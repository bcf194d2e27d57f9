"""Valency: the words whose complements have another part in an act than the tree alone says."""

from __future__ import annotations

import msgspec

Words = frozenset[str]


class Valency(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words by lemma; without any, trees are read as they are."""

    fractions: Words = frozenset()  #: nouns for a part: in "la mayoría de los países votó" the countries act
    leading: Words = frozenset()  #: verbs of leading, whose agent acts with the led: "los obreros, dirigidos por Soto"
    led: Words = frozenset()  #: the same as adjectives
    ascribed: Words = frozenset()  #: participles after which "a" names the doer: "los ataques atribuidos a X"
    charging: Words = frozenset()  #: with their preposition; their object does what follows: "acusó a X de fraude"
