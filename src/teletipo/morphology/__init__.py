"""Verb morphology from data: the infinitive of a form, and classes of verbs and nouns.

There are three ways between a verb and its forms: from any form to its known infinitive (`Verbs.infinitive`, for trees
with wrong lemmas); from an infinitive to its participle and its agreement (`participles`, for the codebook); from an
infinitive to everything that may be a form of it (`conjugation`, to find reporting verbs by form alone). The parser's
own lemmas are those of `runtime.lemmatizer`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

import msgspec

from teletipo import yamlfile

_ENCLITIC = re.compile(r"(?P<host>.+(?:[aeiáéí]r|ndo))(?:(?:me|te|se|nos|os)?(?:l[aoe]s?)|me|te|se|nos|os)")
PRONOUNS = ("me", "te", "se", "nos", "os", "la", "las", "lo", "los", "le", "les")  #: what `_ENCLITIC` may end in
_KEPT_FORMS = 20_000  #: verb forms whose infinitive is cached
_PARTICIPLE = re.compile(r"(?P<stem>.+)[oa]s?")


class Verbs(msgspec.Struct, frozen=True, dict=True, forbid_unknown_fields=True):
    """The verb data of a language; lists are words separated by blanks, which keeps the file readable."""

    infinitives: str  #: besides the verbs of the codebook
    homographs: str
    endings: dict[str, str]
    spelling: dict[str, list[tuple[str, str]]]
    vowels: list[tuple[str, str]]
    strong: dict[str, str]
    strong_endings: str
    futures: dict[str, str]
    irregular: dict[str, str]
    fossils: str
    pronominal: str
    aspectual: str
    relational: str
    act_nouns: str
    act_endings: list[str]

    @cached_property
    def known(self) -> frozenset[str]:
        """All infinitives of the data."""
        return frozenset(self.infinitives.split())

    @cached_property
    def _sets(self) -> dict[str, frozenset[str]]:
        names = ("fossils", "pronominal", "aspectual", "relational", "act_nouns")
        return {name: frozenset(getattr(self, name).split()) for name in names}

    @cached_property
    def _endings(self) -> list[tuple[str, str]]:
        """(ending, conjugation), the longest ending first."""
        pairs = [(e, c) for c, text in self.endings.items() for e in text.split()]
        return sorted(pairs, key=lambda p: (-len(p[0]), p))

    def is_fossil(self, participle: str) -> bool:
        """True for a participle (masculine singular) that has become an adjective or noun."""
        return participle in self._sets["fossils"]

    def is_pronominal(self, infinitive: str) -> bool:
        """True if "se" with that verb does not make a passive."""
        return infinitive in self._sets["pronominal"]

    @property
    def aspectuals(self) -> frozenset[str]:
        """Verbs that say how the act after them goes on ("seguir enviando")."""
        return self._sets["aspectual"]

    def is_relational(self, noun: str) -> bool:
        """True for a noun between parties ("acuerdo")."""
        return noun in self._sets["relational"]

    def is_act(self, noun: str) -> bool:
        """True for a noun that names an act and so has an agent ("venta", "retirada")."""
        return noun in self._sets["act_nouns"] or self.is_relational(noun) or noun.endswith(tuple(self.act_endings))

    def infinitive(self, form: str) -> str | None:
        """The known infinitive of a verb form, clitics stripped; None if no known verb has it."""
        if form not in self._infinitives:
            if len(self._infinitives) >= _KEPT_FORMS:
                self._infinitives.clear()
            words = dict.fromkeys((self._host(form.lower()), form.lower()))
            self._infinitives[form] = next((found for word in words if (found := self._of(word))), None)
        return self._infinitives[form]

    @cached_property
    def _infinitives(self) -> dict[str, str | None]:
        """The answers given so far."""
        return {}

    def future(self, form: str) -> str | None:
        """The known infinitive of a first person plural in the future ("enviaremos", "haremos"); else None."""
        stem = form.lower().removesuffix("emos")
        undone = (stem.removesuffix(there) + back for there, back in self.futures.items() if stem.endswith(there))
        found = next((verb for verb in (stem, *undone) if verb in self.known), None)
        return found if form.lower().endswith("remos") else None

    def _of(self, word: str) -> str | None:
        participle = _PARTICIPLE.fullmatch(word)
        for key in (word, f"{participle['stem']}o" if participle else word):
            if key in self.irregular:
                return self.irregular[key]
        candidates = (word, *self._strong(word), *self._candidates(word))
        return next((c for c in candidates if c in self.known), None)

    def fused(self, form: str) -> str | None:
        """The known infinitive in front of enclitic pronouns ("pedirles" -> "pedir"); None for any other form."""
        low = form.lower()
        host = self._host(low) if low.endswith(PRONOUNS) else low
        return host if host != low and host in self.known else None

    def _strong(self, word: str) -> Iterator[str]:
        """Infinitives of a strong preterite: "propusieran" -> "proponer"."""
        for ending in self.strong_endings.split():
            stem = word.removesuffix(ending)
            if stem != word:
                yield from (stem.removesuffix(s) + verb for s, verb in self.strong.items() if stem.endswith(s))

    @staticmethod
    def _host(word: str) -> str:
        """The form without enclitic pronouns and without the accent that they cause ("reuniéndose" -> "reuniendo")."""
        fused = _ENCLITIC.fullmatch(word)
        if not fused:
            return word
        return unicodedata.normalize("NFD", fused["host"]).replace("\u0301", "")

    def _candidates(self, word: str) -> Iterator[str]:
        """Infinitives that the form may belong to: plain stems first, then stems with one change."""
        cuts = [(word[: -len(e)], c) for e, c in self._endings if word.endswith(e) and len(word) > len(e)]
        for stem, conjugation in cuts:
            yield stem + conjugation
        for stem, conjugation in cuts:
            yield from (changed + conjugation for changed in self._undone(stem, conjugation))

    def _undone(self, stem: str, conjugation: str) -> Iterator[str]:
        """Stems of infinitives from which `stem` may come by a change of spelling, of the last vowel, or of both."""
        spelled = [
            stem.removesuffix(there) + back for there, back in self.spelling[conjugation] if stem.endswith(there)
        ]
        yield from spelled
        for base in (stem, *spelled):
            for there, back in self.vowels:
                before, found, after = base.rpartition(there)
                if found:
                    yield before + back + after


def load(path: Path, more: Iterable[str] = ()) -> Verbs:
    """The verb data of a file, with `more` infinitives added; DataError if it breaks the schema."""
    verbs = yamlfile.load(path, Verbs)
    added = sorted(set(more) - set(verbs.homographs.split()) - verbs.known)
    return msgspec.structs.replace(verbs, infinitives=" ".join([verbs.infinitives, *added]))
