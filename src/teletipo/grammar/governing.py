"""Governing: what the verb above a noun tells of the parties to its act ("[la milicia] reivindicó el atentado")."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from teletipo.grammar.frames import Frame, adjective_frame, verb_frame
from teletipo.grammar.groups import coordinated
from teletipo.grammar.negation import negation
from teletipo.grammar.voice import is_passive
from teletipo.lexicon.valency import Valency
from teletipo.tree import Sentence


def governed(s: Sentence, frame: Frame, control: frozenset[str]) -> Frame:
    """The frame of a noun with the parties that the verbs above it name."""
    for words, told in _ABOVE:
        if (verb := governor(s, frame.token, words(s.valency))) is not None:
            above = adjective_frame(s, verb, control) if s.upos[verb] == "ADJ" else verb_frame(s, verb, control)
            frame = told(s, frame, above)
    return frame


def governor(s: Sentence, noun: int, words: frozenset[str]) -> int | None:
    """The nearest verb out of `words` of which the noun is the object (the subject if passive) or a complement."""
    while s.labels[noun] == "conj" and s.upos[s.heads[noun]] == "NOUN":
        noun = s.heads[noun]
    head, case = s.heads[noun], s.prepositions[noun]
    passive = s.relations[noun] == "nsubj" and head >= 0 and is_passive(s, head)
    if head < 0 or not (passive or s.relations[noun] in ("obj", "obl", "nmod")):
        return None
    parts = (s.low_lemmas[head], *(s.low[c] for c in s.kids(head, "compound") if c == head + 1), case)
    return head if " ".join(part for part in parts if part is not None) in words else None


def holders(s: Sentence, noun: int) -> tuple[int, ...]:
    """Those named by "de" below a noun that nobody else has: not in "su temor de Rusia", "la captura de Soto"."""
    if s.low_lemmas[noun] in s.valency.suffered or any(s.feat(c, "Poss") == "Yes" for c in s.kids(noun, "det")):
        return ()
    return tuple(t for c in s.kids(noun, "nmod") if s.prepositions[c] == "de" for t in coordinated(s, c))


def _credited(s: Sentence, frame: Frame, crediting: Frame) -> Frame:
    """Whoever is credited with the act is its actor: "agradeció [a Polonia] su apoyo".

    After verbs of ascribing also where the parser attached them to the noun: "atribuyó el ataque [a los rebeldes]".
    """
    functions = dict(frame.functions)
    functions.pop("indirect", None)
    ascribed = functions.pop("a", ()) if s.low_lemmas[crediting.token] in s.valency.ascribed else ()
    if author := (*crediting.get("indirect"), *ascribed):
        functions["agent"] = (*functions.get("agent", ()), *author)
    return msgspec.structs.replace(frame, functions=functions)


def _claimed(s: Sentence, frame: Frame, claiming: Frame) -> Frame:
    """Whoever claims an unattributed act is its actor: "[la milicia] reivindicó el atentado"."""
    if negation(s, claiming.token) is not None or frame.get("agent"):
        return frame
    return frame.having(agent=claiming.get("subject"))


def _voiced(s: Sentence, frame: Frame, _: Frame) -> Frame:
    """Whose feeling or will somebody tells has it with him: "[el ministro] expresó el apoyo [de Chile]"."""
    return frame.having(subject=(*frame.get("subject"), *holders(s, frame.token)))


def _joined(s: Sentence, frame: Frame, joining: Frame) -> Frame:
    """Whoever joins an act is one of its actors: "[Perú] se sumó a las negociaciones [de Chile y Brasil]"."""
    return frame.having(agent=(*joining.get("subject"), *frame.get("agent"), *frame.get("de")))


def _threatened(s: Sentence, frame: Frame, threat: Frame) -> Frame:
    """Whoever threatens would carry out the threat: "[Lima] amenazó [a Quito] con sanciones"."""
    threatened = (*threat.get("object"), *threat.get("indirect"), *threat.get("a"))
    return frame.having(agent=(*frame.get("agent"), *threat.get("subject")), a=(*frame.get("a"), *threatened))


def _charged(s: Sentence, frame: Frame, charging: Frame) -> Frame:
    """The frame with whoever is charged with the act under "charged": "acusó [a X] de ataques"."""
    if s.upos[charging.token] == "ADJ":
        return frame.having(charged=charging.get("subject"))
    return frame.having(charged=(*charging.get("object"), *charging.get("indirect")))


#: what verbs above a noun tell of its parties, by the list of `valency` that they are in
_ABOVE: tuple[tuple[Callable[[Valency], frozenset[str]], Callable[[Sentence, Frame, Frame], Frame]], ...] = (
    (lambda words: words.crediting, _credited),
    (lambda words: words.claiming, _claimed),
    (lambda words: words.voicing, _voiced),
    (lambda words: words.joining, _joined),
    (lambda words: words.threatening, _threatened),
    (lambda words: words.charging, _charged),
)
