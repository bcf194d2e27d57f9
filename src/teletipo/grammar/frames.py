"""Frames: which words fill which function of a predicate, read from Spanish Universal Dependencies.

`functions` decides what a single word does. Complements of a verb's object are listed under "object" plus the
preposition ("object con" in "rompió relaciones con Perú"); a missing subject is taken from the governing predicate.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Concatenate, ParamSpec

import msgspec

from teletipo.grammar.asides import is_aside
from teletipo.grammar.conjuncts import shared_by_noun, shared_by_verb
from teletipo.grammar.datives import dative, fused
from teletipo.grammar.finiteness import agree, is_finite
from teletipo.grammar.functions import noun_functions, verb_functions
from teletipo.grammar.groups import BESIDE, companions, coordinated, is_told_apart
from teletipo.grammar.negation import negation
from teletipo.grammar.recipients import tell_indirect, written_to
from teletipo.grammar.relatives import antecedents, free_relative
from teletipo.grammar.voice import is_passive, modifies
from teletipo.tags import VERBAL
from teletipo.tree import Sentence

P = ParamSpec("P")
#: before an infinitive that tells why or when, done by the subject: "pidió asilo a Perú por [ser perseguido]"
_CIRCUMSTANTIAL = frozenset({"por", "tras", "al", "sin"})
_RULED = frozenset({"xcomp", "ccomp", "advcl", "obl", "obj"})
_DEPTH = 4  #: predicates above one another that a subject is sought through


class Frame(msgspec.Struct, frozen=True, gc=False):
    """A predicate and the head tokens that fill its functions, in text order."""

    token: int
    functions: dict[str, tuple[int, ...]]
    passive: bool = False
    elided: int | None = None  #: verb whose unexpressed subject is this predicate's subject
    receives: bool = False  #: whether the subject undergoes the act: "recibió críticas"; it stands under "receiver"

    @property
    def silent(self) -> str:
        """The function of the unexpressed subject."""
        return "receiver" if self.receives else "object" if self.passive else "subject"

    def get(self, name: str) -> tuple[int, ...]:
        """The tokens that fill a function; empty if none does."""
        return self.functions.get(name, ())

    def having(self, **given: tuple[int, ...]) -> Frame:
        """The frame with these functions filled so; those given no tokens stay as they were."""
        new = {name: tokens for name, tokens in given.items() if tokens}
        return msgspec.structs.replace(self, functions={**self.functions, **new}) if new else self


def _once(make: Callable[Concatenate[Sentence, P], Frame]) -> Callable[Concatenate[Sentence, P], Frame]:
    """The same function, but each frame is built only once a sentence; callers must not change it."""

    @wraps(make)
    def frame(s: Sentence, /, *args: P.args, **kwargs: P.kwargs) -> Frame:
        key = (make, args, *kwargs.items())
        found: Frame | None = s.frames.get(key)
        if found is None:
            found = s.frames[key] = make(s, *args, **kwargs)
        return found

    return frame


@_once
def adjective_frame(s: Sentence, adjective: int, control: frozenset[str]) -> Frame:
    """The functions of an adjective: its subject is that of the copula, or the noun it modifies."""
    functions: dict[str, list[int]] = {}
    for child in s.children[adjective]:
        for name in verb_functions(s, child, False):
            functions.setdefault(name, []).extend(coordinated(s, child))
    if (denied := negation(s, adjective)) is not None:  # "no se mostró dispuesto"
        functions.setdefault("negation", [denied])
    elided = None
    if "subject" not in functions:
        if s.labels[adjective] == "amod":
            functions["subject"] = [s.heads[adjective]]
        elif (cop := s.kid(adjective, "cop", "aux")) is not None:
            elided = cop
        elif s.heads[adjective] >= 0 and s.upos[s.heads[adjective]] in VERBAL:
            governing = verb_frame(s, s.heads[adjective], control, 1)
            functions["subject"], elided = list(governing.get("subject")), governing.elided
    return Frame(adjective, _once_each(functions), False, elided)


@_once
def verb_frame(s: Sentence, verb: int, control: frozenset[str], depth: int = 0) -> Frame:
    """The functions of a verb (or participle), the subject found through control, coordination and relatives."""
    functions: dict[str, list[int]] = {}
    marked: list[int] = []
    passive = is_passive(s, verb)
    for child in (*s.children[verb], *shared_by_verb(s, verb)):
        free = free_relative(s, child)
        for name in verb_functions(s, child, passive):
            tokens = [free[0]] if free else antecedents(s, verb, coordinated(s, child))
            functions.setdefault(name, []).extend(tokens)
            if name == "object" and "a" in (s.prepositions[child], free and free[1]):
                marked.extend(tokens)
    beside = passive and modifies(s, verb)
    tell_indirect(functions, marked, beside)
    if beside and not functions.get("object"):
        functions["object"] = list(coordinated(s, s.heads[verb]))
    for name, token in _complements_of(s, functions.get("object", ())):
        functions.setdefault(name, []).extend(coordinated(s, token))
    if written := written_to(s, functions):
        functions["addressee"] = written
    elided, lacking = None, "object" if passive else "subject"  # the grammatical subject
    if lacking not in functions and depth < _DEPTH:
        inherited, elided = _inherited_subject(s, verb, control, depth)
        if inherited:
            functions[lacking] = list(inherited)
        if fused(s, verb) and "indirect" not in functions and s.upos[s.heads[verb]] == "VERB":
            above = verb_frame(s, s.heads[verb], control, depth + 1).functions
            functions.setdefault("indirect", []).extend(dative(s, verb, inherited, above))
    if "subject" in functions and not passive:
        functions["subject"].extend(t for name in BESIDE for t in functions.pop(name, ()))
        functions["subject"].extend(companions(s, verb))
    return Frame(verb, _once_each(functions), passive, elided)


def _once_each(functions: dict[str, list[int]]) -> dict[str, tuple[int, ...]]:
    """The functions that some token fills, each token named once."""
    return {name: tuple(dict.fromkeys(tokens)) for name, tokens in functions.items() if tokens}


def _complements_of(s: Sentence, objects: Iterable[int]) -> Iterable[tuple[str, int]]:
    """Complements of a verb's objects that may be parties to the act: "firmó un tratado con Perú"."""
    for noun in objects:
        for child in s.kids(noun, "nmod"):
            if (case := s.prepositions[child]) in ("con", "entre"):
                yield f"object {case}", child


def _inherited_subject(
    s: Sentence, verb: int, control: frozenset[str], depth: int
) -> tuple[tuple[int, ...], int | None]:
    """The subject of the governing predicate, or the verb whose subject is elided."""
    head, label = s.heads[verb], s.relations[verb]
    if head >= 0 and s.upos[head] == "ADV":  # "después de haber convocado"
        head = s.heads[head]
    finite = is_finite(s, verb)
    if head < 0 or (finite and label != "conj"):
        return (), verb
    if s.upos[head] not in ("VERB", "AUX", "ADJ"):
        return _subject_of_noun(s, head, control, depth)
    if label == "conj" and finite and not agree(s, verb, head):
        return (), verb
    governing = verb_frame(s, head, control, depth + 1)
    if (told := _told(s, verb, governing, control)) is not None:
        return told, None
    if governing.passive and (label == "conj" or not governing.get("subject")):
        return (governing.get("object") if label != "advcl" else ()), governing.elided
    return governing.get("subject"), governing.elided


def _told(s: Sentence, verb: int, governing: Frame, control: frozenset[str]) -> tuple[int, ...] | None:
    """Whom the governing verb tells or charges to do it: "pidió [a X] retirarse"; None where its subject does.

    If it names none, nobody ("pidió evacuar la zona"); but who orders it has it done ("ordenó evacuar la zona").
    """
    head, marks = s.low_lemmas[governing.token], {s.low[c] for c in s.kids(verb, "mark", "case")}
    charged = any(f"{head} {mark}" in s.valency.charging for mark in marks)
    circumstance = not marks.isdisjoint(_CIRCUMSTANTIAL) or ("para" in marks and fused(s, verb) is not None)
    ruled = s.relations[verb] in _RULED and not (circumstance or is_aside(s, verb))
    if not charged and not (ruled and head in control):
        return None
    told = tuple(t for name in ("object", "indirect", "a", "me") for t in governing.get(name))[:3]
    return told if told or head not in s.valency.ordering else None


def _subject_of_noun(s: Sentence, noun: int, control: frozenset[str], depth: int) -> tuple[tuple[int, ...], int | None]:
    """The doer of an infinitive that depends on a noun: "la decisión de X de retirar", "su plan de atacar"."""
    frame = noun_frame(s, noun, None, control, depth + 1)
    named = tuple(t for t in frame.get("de") if is_told_apart(s, t))
    adjectives = tuple(t for t in frame.get("adjective") if t > noun)
    for tokens in (frame.get("possessive"), frame.get("agent"), named, adjectives):
        if tokens:
            return tokens, None
    head = s.heads[noun]
    if head >= 0 and s.upos[head] in VERBAL and s.relations[noun] in ("obj", "obl", "xcomp"):
        governing = verb_frame(s, head, control, depth + 1)
        return governing.get("subject"), governing.elided
    return (), None


@_once
def noun_frame(s: Sentence, noun: int, carrier: int | None, control: frozenset[str], depth: int = 0) -> Frame:
    """The functions of a noun; with `carrier`, a light verb, the verb's functions count as the noun's."""
    functions: dict[str, list[int]] = {}
    for child in (*s.children[noun], *shared_by_noun(s, noun)):
        for name, token in noun_functions(s, child):
            functions.setdefault(name, []).extend(coordinated(s, token))
    elided = None
    if carrier is not None and depth < _DEPTH:
        noun_like = s.upos[carrier] == "ADJ"  # "fue blanco de críticas"
        governing = adjective_frame(s, carrier, control) if noun_like else verb_frame(s, carrier, control, depth + 1)
        elided = governing.elided
        for name, tokens in governing.functions.items():
            if name != "clause":
                functions.setdefault(name, []).extend(t for t in tokens if t != noun and s.heads[noun] != t)
    return Frame(noun, _once_each(functions), False, elided)
