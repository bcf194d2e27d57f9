"""Mediating: the parties between whom somebody mediates ("X e Y negocian con la mediación de Z")."""

from __future__ import annotations

from teletipo.grammar.frames import Frame, noun_frame, verb_frame
from teletipo.tags import VERBAL
from teletipo.tree import Sentence

_HELPED = frozenset({"con", "bajo", "gracias a", "mediante", "por", "a través de"})


def mediated(s: Sentence, frame: Frame, control: frozenset[str]) -> Frame:
    """The frame of a noun of mediation, with the parties it helped (two or more) under "entre"."""
    noun = frame.token
    if s.low_lemmas[noun] not in s.valency.mediating or s.prepositions[noun] not in _HELPED or frame.get("entre"):
        return frame
    parties = _parties(s, s.heads[noun], control)
    if len(parties) < 2:
        return frame
    return frame.having(entre=parties)


def _parties(s: Sentence, head: int, control: frozenset[str]) -> tuple[int, ...]:
    """The parties given with "entre" at the predicate, its subject or its object; else the subjects."""
    if head < 0:
        return ()
    if s.upos[head] not in VERBAL:
        return noun_frame(s, head, None, control).get("entre")
    frame = verb_frame(s, head, control)
    told = (*frame.get("subject"), *frame.get("object"))
    nouns = (noun_frame(s, t, None, control).get("entre") for t in told)
    return frame.get("entre") or next((found for found in nouns if found), frame.get("subject"))
