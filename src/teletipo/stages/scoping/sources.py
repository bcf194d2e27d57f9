"""Sources: on whose word an act rests."""

from __future__ import annotations

from collections.abc import Sequence

from teletipo.act import Act
from teletipo.cast import Cast
from teletipo.grammar.frames import Frame, noun_frame, verb_frame
from teletipo.records import Certainty
from teletipo.speech.joint import cited, voices
from teletipo.stages.scoping import scope
from teletipo.stages.scoping.certainty_features import View
from teletipo.tree import Sentence

#: functions of a noun that name who asks or promises, the surest first
_AUTHOR = ("agent", "possessive", "adjective", "de")
Doers = dict[tuple[int, int], tuple[str, ...]]  #: sentence and token of an act -> its actors


def doers_by_place(acts: Sequence[Act]) -> Doers:
    """The actors of each act, by its place."""
    found: Doers = {}
    for act in acts:
        actors = tuple(a.entity for a in act.arguments if a.role == "actor" and a.entity is not None)
        if actors:
            found.setdefault((act.sentence, act.token), actors)
    return found


def source_of(view: View, label: Certainty, hit: scope.Hit | None, doers: Doers) -> tuple[str, ...]:
    """The entities whose word the act rests on: who asks, promises or denies, else who speaks."""
    if label == "fact":
        return ()
    said = _told_by(view)
    if hit is not None and hit.cue.source == "purpose":
        return said or _authors(view.sentence, view.cast, _purposeful(view.sentence, view.act.token, hit))
    if hit is None or hit.cue.scope != "complement":
        return said
    own = doers.get((view.sentence.index, hit.token), ()) or _authors(view.sentence, view.cast, hit.token)
    if label == "proposed" and hit.cue.source == "first_author":
        return own or said
    promised = label in ("stated", "proposed") or view.sentence.lemmas[hit.token] in view.cues.promising
    return said or (own if promised or hit.cue.source == "last_author" else ())


def _told_by(view: View) -> tuple[str, ...]:
    """The speaker of the words that hold the act, and whom the speaker cites."""
    if not view.around or not (said := voices(view.around[0], view.cue, view.cast)):
        return ()
    others = cited(view.cue, view.around[0].cue, view.cast, view.cues.citing)
    return tuple(dict.fromkeys((*said, *others)))


def _purposeful(sentence: Sentence, token: int, hit: scope.Hit) -> int:
    """The word whose purpose is the clause that the cue opens."""
    above = (token, *sentence.ancestors(token))
    opened = above[min(hit.step, len(above) - 1)]
    return sentence.heads[opened] if sentence.heads[opened] >= 0 else opened


def _authors(sentence: Sentence, cast: Cast, cue: int) -> tuple[str, ...]:
    """Who asks, promises or wants: the subject of a verb, expressed or elided, or the complement of a noun.

    For a noun without complement whoever utters it, but not who judges or rejects it: "apoyó la petición de liberarlo".
    """
    frame: Frame | None = None
    found: tuple[int, ...] = ()
    if sentence.upos[cue] == "NOUN":
        nominal = noun_frame(sentence, cue, None, frozenset())
        found = next((nominal.get(n) for n in _AUTHOR if nominal.get(n)), ())
        others = sentence.valency.rejecting | sentence.valency.judging
        uttered = sentence.labels[cue] in ("obj", "obl") and sentence.low_lemmas[sentence.heads[cue]] not in others
        if not found and uttered:
            frame = verb_frame(sentence, sentence.heads[cue], frozenset())
    else:
        frame = verb_frame(sentence, cue, frozenset())
    tokens = frame.get("subject") if frame else found
    named = [p.entity for t in tokens if (p := cast.at(sentence.index, t)) is not None]
    if not named and frame and frame.elided is not None:
        elided = cast.elided(sentence.index, frame.elided)
        named = [elided.entity] if elided else []
    return tuple(dict.fromkeys(named))
