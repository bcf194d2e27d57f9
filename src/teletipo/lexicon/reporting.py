"""The lexicon of reporting verbs, nouns and phrases: schema, loading, and look-up by inflected form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import product
from pathlib import Path
from typing import Literal, get_args

import msgspec

from teletipo import yamlfile
from teletipo.lexicon.wordlists import Lists
from teletipo.morphology.conjugation import Mode, verb_forms

Kind = Literal["say", "think", "ask", "request", "accuse", "support", "reject", "threaten", "agree", "deny", "judge"]
#: que: finite clause; free: may follow or interrupt the words said; noun: a bare noun phrase is reported content;
#: object: it is what the verb acts on, and no report; inf: infinitive; si: indirect question; adj: a judgement
#: ("consideró insuficientes las disculpas"); thought: a noun for a thought ("mostró su preocupación por …");
#: felt: the indirect object feels or thinks it ("le preocupa que …"); itself: the clause is the subject, so that nobody
#: speaks ("trascendió que …"); the others are the prepositions that may open the content.
Frame = Literal[
    "que",
    "free",
    "noun",
    "object",
    "inf",
    "si",
    "adj",
    "thought",
    "felt",
    "itself",
    "de",
    "como",
    "sobre",
    "en",
    "a",
    "para",
    "con",
    "por",
    "number",
]


class Verb(msgspec.Struct, frozen=True, dict=True, forbid_unknown_fields=True):
    """A reporting verb; several words ("dejar claro") where only the whole reports."""

    verb: str
    kind: Kind
    takes: tuple[Frame, ...]
    example: str  #: `<speaker> {cue} [content]`, run as a test
    stems: tuple[str, ...] = ()  #: irregular stems, combined with all regular endings
    forms: tuple[str, ...] = ()  #: finite forms that no stem gives
    unless: tuple[str, ...] = ()  #: words after which it is another verb ("cuenta con", not "cuenta que")

    @cached_property
    def lemma(self) -> str:
        """The inflected word of the entry, without a reflexive "se"."""
        return self.verb.split(" ")[0].removesuffix("se")

    @cached_property
    def rest(self) -> tuple[str, ...]:
        """The words that must follow the verb."""
        return tuple(self.verb.split(" ")[1:])

    @cached_property
    def reflexive(self) -> bool:
        """True if it reports only with "se"."""
        return self.verb.split(" ")[0].endswith("se")


class Inflected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A verb of the attitudes, with the forms that the regular endings do not give."""

    verb: str
    stems: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()


class Attitude(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What somebody is that shows or declares himself so, with the preposition before "que" ("convencido de")."""

    kind: Kind
    phrases: tuple[str, ...]
    example: str  #: of one verb with one phrase


class Attitudes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Every verb here reports with every phrase ("se mostró convencido de que", "está a favor de que")."""

    verbs: tuple[Inflected, ...]
    phrases: tuple[Attitude, ...]

    def entries(self) -> Iterator[Verb]:
        """The verbs with their phrases, as entries."""
        for verb, attitude in product(self.verbs, self.phrases):
            for phrase in attitude.phrases:
                yield Verb(
                    verb=f"{verb.verb} {phrase}",
                    kind=attitude.kind,
                    takes=("que",),
                    example=attitude.example,
                    stems=verb.stems,
                    forms=verb.forms,
                )


class Noun(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A noun that reports with "de que" ("la advertencia de que"), with its plural if that is used."""

    noun: str
    example: str
    plural: str | None = None
    asks: bool = False  #: also with "para que" ("el pedido de la ONU para que …")


class Phrase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words before a speaker that report the rest of the sentence ("según", "a juicio de")."""

    phrase: str
    example: str


class Ending(msgspec.Struct, frozen=True, dict=True, forbid_unknown_fields=True):
    """Phrases that begin an addition of the writer, before which the words said end."""

    phrases: tuple[str, ...]
    example: str  #: `<speaker> {cue} [content]`, run as a test

    def stands_at(self, text: str, offset: int) -> bool:
        """True if one of the phrases is at `offset`, in whole words; a last "a" may be "al"."""
        return self._pattern.match(text, offset) is not None

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        spelt = "|".join(re.escape(p) + ("l?" if p.endswith(" a") else "") for p in self.phrases)
        return re.compile(rf"(?:{spelt})(?![^\W\d_])", re.IGNORECASE)


class Endings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases that end the words said within a sentence, by where they may stand; explained in the file."""

    circumstances: Ending
    meanwhile: Ending
    asked: Ending
    occasions: Ending
    comments: Ending


#: prepositions as they are before "el"
CONTRACTED = {"de": "del", "a": "al"}


class File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lexicon file."""

    verbs: tuple[Verb, ...]
    attitudes: Attitudes
    nouns: tuple[Noun, ...]
    phrases: tuple[Phrase, ...]
    lists: Lists
    endings: Endings
    connectors: tuple[str, ...]  #: words that open a sentence and are not part of what is said


class Reporting(msgspec.Struct, frozen=True, dict=True):
    """Verbs, nouns and phrases that report speech, found by lower-case form."""

    file: File

    @cached_property
    def verb_forms(self) -> dict[str, tuple[tuple[Verb, Mode], ...]]:
        """Lower-case form -> the verbs it may belong to, the longest entries first."""
        index: dict[str, tuple[tuple[Verb, Mode], ...]] = {}
        shared: set[str] = set()
        for verb in (*self.file.verbs, *self.file.attitudes.entries()):
            alone: dict[Mode, tuple[tuple[Verb, Mode]]] = {mode: ((verb, mode),) for mode in get_args(Mode)}
            for form, mode in verb_forms(verb.lemma, verb.stems, verb.forms).items():
                known = index.setdefault(form, alone[mode])
                if known is not alone[mode]:
                    index[form] = (*known, (verb, mode))
                    shared.add(form)
        return index | {form: tuple(sorted(index[form], key=_longest)) for form in shared}

    @cached_property
    def nouns(self) -> dict[str, Noun]:
        """Lower-case singular and plural -> the noun."""
        return {form: n for n in self.file.nouns for form in (n.noun, n.plural) if form}

    @cached_property
    def phrases(self) -> tuple[tuple[str, ...], ...]:
        """The phrases as word tuples, longest first."""
        return tuple(sorted((tuple(p.phrase.split(" ")) for p in self.file.phrases), key=len, reverse=True))

    @cached_property
    def phrases_by_first(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """First word (also contracted, where the phrase is that word alone) -> phrases, longest first."""
        index: dict[str, list[tuple[str, ...]]] = {}
        for phrase in self.phrases:
            index.setdefault(phrase[0], []).append(phrase)
            if len(phrase) == 1 and phrase[0] in CONTRACTED:
                index.setdefault(CONTRACTED[phrase[0]], []).append(phrase)
        return {first: tuple(phrases) for first, phrases in index.items()}

    @property
    def lists(self) -> Lists:
        """Words by what they are for."""
        return self.file.lists

    @property
    def endings(self) -> Endings:
        """Phrases that end the words said."""
        return self.file.endings

    @cached_property
    def connectors(self) -> tuple[str, ...]:
        """The connectors, longest first."""
        return tuple(sorted(self.file.connectors, key=lambda c: c.count(" "), reverse=True))


def _longest(found: tuple[Verb, Mode]) -> tuple[int, bool]:
    """Order of the verbs of a form: the longest entry first, of equals the reflexive one."""
    verb, _ = found
    return -len(verb.rest), not verb.reflexive


def load(path: Path) -> Reporting:
    """The lexicon of that file; DataError with file and line if it breaks the schema."""
    return Reporting(yamlfile.load(path, File))
