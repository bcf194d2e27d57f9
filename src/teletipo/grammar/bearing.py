"""Bearing: a noun's functions merged with those of the verb it depends on, such as a light verb ("hizo una visita")."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

import msgspec

from teletipo.grammar.finiteness import is_finite
from teletipo.grammar.frames import Frame, noun_frame, verb_frame
from teletipo.grammar.governing import governed, governor, holders
from teletipo.grammar.groups import introduced
from teletipo.grammar.mediating import mediated
from teletipo.grammar.recipients import receivers
from teletipo.tree import Sentence


def clause_frame(s: Sentence, verb: int, control: frozenset[str]) -> Frame:
    """The functions of a verb; for a modal auxiliary ("deben retirar las tropas") those of its main verb."""
    if s.labels[verb] != "aux" or s.heads[verb] < 0:
        return verb_frame(s, verb, control)
    return msgspec.structs.replace(verb_frame(s, s.heads[verb], control), token=verb)


def reflexive_frame(frame: Frame) -> Frame:
    """The frame with its subject restored where the parser saw a passive: "[los reclusos] se amotinaron"."""
    if not frame.passive or "subject" in frame.functions or "object" not in frame.functions:
        return frame
    functions = dict(frame.functions)
    functions["subject"] = functions.pop("object")
    return msgspec.structs.replace(frame, functions=functions)


def phrase_frame(s: Sentence, frame: Frame, last: int, control: frozenset[str]) -> Frame:
    """The frame of a verb with the complements of the nouns in its phrase, which ends at `last`.

    "Romper relaciones [con Israel]", "sentarse a negociar [con los rebeldes]".
    """
    functions = dict(frame.functions)
    for noun in takewhile(lambda t: t != frame.token, s.upwards(last)):
        if s.low_lemmas[frame.token] in s.valency.voicing and (had := holders(s, noun)):
            functions["subject"] = (*frame.get("subject"), *had)
        for name, tokens in noun_frame(s, noun, None, control).functions.items():
            if name not in ("possessive", "adjective", "agent", "copula"):
                functions.setdefault(name, tokens)
    return msgspec.structs.replace(frame, functions=functions)


def borne_frame(
    s: Sentence, noun: int, carrier: int | None, control: frozenset[str], receiving: frozenset[str]
) -> Frame:
    """The functions of a noun merged with those of its light verb, or of a verb of receiving it depends on.

    A governor of another kind may name parties too.
    """
    asking = governor(s, noun, s.valency.asking) if s.low_lemmas[noun] in s.valency.handed else None
    if asking is not None:
        return _asked(s, noun_frame(s, noun, None, control), verb_frame(s, asking, control))
    got = _got(s, noun, receiving)
    bearer = got if carrier is None else carrier
    frame = mediated(s, noun_frame(s, noun, bearer, control), control)
    if bearer is not None and (bearer == got or s.low_lemmas[bearer] in receiving):
        frame = turned(s, frame, owned=s.low_lemmas[noun] not in s.valency.suffered)
    return _heeded(s, governed(s, _told_of(s, frame, control), control), control)


def _heeded(s: Sentence, frame: Frame, control: frozenset[str]) -> Frame:
    """Who does it "a petición de X" is asked: "[Lima], a petición de Quito, retiró sus tropas"."""
    noun, verb = frame.token, s.heads[frame.token]
    asked = s.prepositions[noun] == "a" and s.low_lemmas[noun] in s.valency.addressed and s.kid(noun, "det") is None
    if not asked or verb < 0 or s.upos[verb] != "VERB":
        return frame
    heeding = verb_frame(s, verb, control)
    heeded = frame.having(receiver=heeding.get("subject"))
    return msgspec.structs.replace(heeded, elided=None if heeding.passive else heeding.elided, receives=True)


def _told_of(s: Sentence, frame: Frame, control: frozenset[str]) -> Frame:
    """The frame with the parties of verbs whose subject the noun is, also in a relative clause.

    Victims of a violent noun are its "receiver" ("el ataque, que dejó [tres muertos]"), who is brought together its
    "agent" ("la marcha reunió [a mil obreros]").
    """
    verbs = [c for c in s.kids(frame.token, "acl") if is_finite(s, c)]
    if s.relations[frame.token] == "nsubj":
        verbs.append(s.heads[frame.token])
    for verb in verbs:
        if s.low_lemmas[verb] in s.valency.gathering:
            gathered = tuple(t for t in verb_frame(s, verb, control).get("object") if introduced(s, t) == "a")
            frame = frame.having(agent=(*frame.get("agent"), *gathered))
        elif s.low_lemmas[verb] in s.valency.leaving and s.low_lemmas[frame.token] in s.valency.violent:
            hurt = _hurt(s, verb_frame(s, verb, control), control)
            frame = frame.having(receiver=(*frame.get("receiver"), *hurt))
    return frame


def _hurt(s: Sentence, leaving: Frame, control: frozenset[str]) -> Iterator[int]:
    """Whom violence hurt, as a verb says: "dejó [tres muertos]", "causó heridas a [dos]", "la muerte de [Soto]"."""
    to = (*leaving.get("indirect"), *receivers(s, leaving.get("object")))
    for left in leaving.get("object"):
        if not s.valency.suffering.isdisjoint(s.low_lemmas[t] for t in (left, *s.kids(left, "amod"))):
            yield from to or (left,)
        elif s.low_lemmas[left] in s.valency.suffered:
            yield from to or noun_frame(s, left, None, control).get("de")


def _got(s: Sentence, noun: int, receiving: frozenset[str]) -> int | None:
    """The verb of receiving whose object the noun is: "recibió amenazas", "rechazó las acusaciones".

    Also below the noun: "las amenazas que recibió la alcaldesa", "las amenazas recibidas por ella".
    """
    words = receiving | s.valency.answering if s.low_lemmas[noun] in s.valency.addressed else receiving
    got = governor(s, noun, words)
    if got is None:
        below = (c for c in s.kids(noun, "acl", "amod") if s.low_lemmas[c] in words)
        got = next((c for c in below if is_finite(s, c) or s.feat(c, "VerbForm") == "Part"), None)
    return got


def _asked(s: Sentence, frame: Frame, asking: Frame) -> Frame:
    """Whoever is asked for something gives it, whoever asks receives it: "[Lima] pidió [a Quito] la extradición"."""
    asked = (*asking.get("indirect"), *asking.get("a"), *(t for t in asking.get("object") if introduced(s, t) == "a"))
    given = frame.having(agent=asked, receiver=asking.get("subject"))
    return msgspec.structs.replace(given, elided=asking.elided, receives=True)


def turned(s: Sentence, frame: Frame, *, owned: bool = True) -> Frame:
    """The frame with a verb of receiving: its subject becomes "receiver", the giver (with "de") the "agent".

    In the passive "por" names the receiver. What follows "de" undergoes the act unless it is `owned`: "consiguió la
    liberación de los rehenes".
    """
    functions = dict(frame.functions)
    agents = tuple(t for t in functions.pop("agent", ()) if introduced(s, t) != "por" or t not in frame.get("subject"))
    if got := tuple(t for t in functions.pop("subject", ()) if t not in agents):
        functions["receiver"] = (*functions.get("receiver", ()), *got)
    if agents := (*agents, *(functions.pop("de", ()) if owned else ())):
        functions["agent"] = agents
    return msgspec.structs.replace(frame, functions=functions, receives=True)
