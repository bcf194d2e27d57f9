"""Outlook: what the tree and the rule say about an act before any candidate is weighed for a role."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from teletipo.act import Act
from teletipo.cast import Cast, Placed
from teletipo.codebook import Codebook
from teletipo.grammar.bearing import borne_frame, clause_frame, phrase_frame, reflexive_frame, turned
from teletipo.grammar.frames import Frame, adjective_frame, noun_frame, verb_frame
from teletipo.morphology.participles import masculine_singular
from teletipo.stages.matching.roles import speaker_at
from teletipo.stages.weighing.around import Around, Candidate, Kin, candidates, proposed
from teletipo.stages.weighing.scene import Scene
from teletipo.tags import NOUNS, VERBAL
from teletipo.tree import Sentence

#: functions whose being filled tells something of the others: beside "a", a noun's "de" is the doer
TELLING = (
    "subject", "object", "indirect", "receiver", "de", "a", "contra", "con", "entre", "por", "agent", "adjective",
    "possessive", "charged", "clause", "en", "para", "hacia", "sobre",
)  # fmt: skip


class Outlook(msgspec.Struct, frozen=True):
    """What the tree and the rule say about an act: functions by token, and the rule's own proposals by entity."""

    candidates: tuple[Candidate, ...]  #: whoever may have a part in it
    functions: Mapping[tuple[int, int], str]
    outer: Mapping[tuple[int, int], str]  #: functions of the predicate that governs the act
    implied: int | None  #: the verb whose unexpressed subject is that predicate's
    case: str | None  #: preposition of the act
    governor: str  #: its lemma and the act's label under it
    governing: tuple[str, ...]  #: types of act that its lemma can express, or "none"
    kin: tuple[Kin, ...]  #: the other acts of the sentence
    fellows: Mapping[str, tuple[tuple[str, str], ...]]  #: country -> entities of it that fill functions, and which
    filled: tuple[str, ...]  #: those of the telling functions that somebody or something fills
    carrier: str | None  #: lemma of the light verb
    proposed: Mapping[str, str]
    elided: int | None
    speaker: str | None
    nearest: Mapping[str, str]  #: entity -> its rank among those before or after the act: "before1", "after2"
    weight: Mapping[str, int]  #: mentions of each entity in the article
    person: str  #: grammatical person of the act
    scene: Scene

    @classmethod
    def of(cls, act: Act, around: Around) -> Outlook:
        """The view of one act."""
        s = around.sentences[act.sentence]
        frame = frame_of(s, act, around.codebook)
        outer, governor, implied = _outer(s, act, around.codebook)
        parts = proposed(act)
        functions = _by_token(s, frame)
        found = tuple(candidates(act, around))
        return cls(
            candidates=found,
            functions=functions,
            fellows=_fellows(s, functions, around.cast),
            outer=outer,
            implied=implied,
            case=s.prepositions[act.token if act.carrier is None else act.carrier],
            governor=governor,
            governing=around.codebook.types(governor.partition(">")[0]) or ("none",),
            kin=tuple(around.kin(act)),
            filled=tuple(name for name in TELLING if frame.get(name)),
            carrier=None if act.carrier is None else s.low_lemmas[act.carrier],
            proposed=parts,
            elided=frame.elided,
            speaker=speaker_at(act.anchor, around.statements),
            nearest=_ranks(act, around.cast),
            weight=around.cast.weight,
            person=_person(s, act),
            scene=Scene.of(act, s, around.cast, [candidate.entity for candidate in found], parts),
        )

    def function(self, placed: Placed) -> str:
        """The function that a mention fills, or "none"."""
        if self.elided is not None and placed.mention.form == "elided" and placed.head == self.elided:
            return "elided subject"
        for head in (placed.head, *placed.also):
            if function := self.functions.get((placed.sentence, head)):
                return function
        return "none"


def frame_of(s: Sentence, act: Act, codebook: Codebook) -> Frame:
    """The functions of the act's predicate, as its rule saw them."""
    if s.upos[act.token] in NOUNS and s.low_lemmas[act.token] in codebook.nouns:
        return borne_frame(s, act.token, act.carrier, codebook.control, codebook.receiving)
    if s.upos[act.token] == "ADJ" and masculine_singular(s.forms[act.token]) in codebook.adjectives:
        return adjective_frame(s, act.token, codebook.control)
    frame = clause_frame(s, act.token, codebook.control)
    if any(a.path == "subject" and a.token in frame.get("object") for a in act.arguments):
        frame = reflexive_frame(frame)
    last = s.token_at(act.anchor.end - 1)
    if last is None or last <= act.token:
        return frame
    frame = phrase_frame(s, frame, last, codebook.control)
    return turned(s, frame) if s.low_lemmas[act.token] in codebook.receiving else frame


def _by_token(s: Sentence, frame: Frame) -> dict[tuple[int, int], str]:
    """Functions by token; an apposition to a filler fills its function too: "el dirigente, [Luis Sosa]"."""
    found = {(s.index, t): name for name, tokens in frame.functions.items() for t in tokens}
    beside = {(s.index, c): name for (_, t), name in found.items() for c in s.kids(t, "appos")}
    return beside | found


def _fellows(
    s: Sentence, functions: Mapping[tuple[int, int], str], cast: Cast
) -> dict[str, tuple[tuple[str, str], ...]]:
    """The country of who fills each function: with Rabat under "a", a visit is paid to Morocco."""
    found: dict[str, dict[tuple[str, str], None]] = {}
    for (_, token), name in functions.items():
        for placed in cast.all_at(s.index, token):
            if (country := cast.entity(placed.entity).country) is not None:
                found.setdefault(country, {})[placed.entity, name] = None
    return {country: tuple(pairs) for country, pairs in found.items()}


def _outer(s: Sentence, act: Act, codebook: Codebook) -> tuple[dict[tuple[int, int], str], str, int | None]:
    """The functions and lemma of the predicate above the act (or its light verb), and its elided subject."""
    lower = act.token if act.carrier is None else act.carrier
    head = s.heads[lower]
    if head < 0:
        return {}, "root", None
    if s.upos[head] in VERBAL:
        frame = verb_frame(s, head, codebook.control)
    elif s.upos[head] == "ADJ":
        frame = adjective_frame(s, head, codebook.control)
    else:
        frame = noun_frame(s, head, None, codebook.control)
    return _by_token(s, frame), f"{s.low_lemmas[head]}>{s.relations[lower]}", frame.elided


def _ranks(act: Act, cast: Cast) -> dict[str, str]:
    """How close each entity of the sentence is to the act, ranked separately before and after it."""
    gaps: dict[str, int] = {}
    for p in cast.within(act.sentence):
        gap = p.head - act.token
        if p.entity not in gaps or abs(gap) < abs(gaps[p.entity]):
            gaps[p.entity] = gap
    ranks = {}
    for side, sign in (("before", -1), ("after", 1)):
        here = sorted((abs(g), e) for e, g in gaps.items() if (g > 0) == (sign > 0))
        ranks.update({e: f"{side}{min(3, k + 1)}" for k, (_, e) in enumerate(here)})
    return ranks


def _person(s: Sentence, act: Act) -> str:
    """The grammatical person of the act's verb or of a possessive: 1 for "permitiremos" and "nuestra ayuda"."""
    for t in (act.token, *s.kids(act.token, "aux", "aux:pass", "cop", "det")):
        if (person := s.feat(t, "Person")) is not None:
            return person
    return "none"
