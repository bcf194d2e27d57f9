"""Bearing: a noun's functions merged with those of the verb it depends on, such as a light verb ("hizo una visita")."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import takewhile

import msgspec

from teletipo.grammar.finiteness import is_finite
from teletipo.grammar.frames import Frame, adjective_frame, is_passive, noun_frame, receivers, verb_frame
from teletipo.grammar.groups import coordinated, introduced
from teletipo.grammar.mediating import mediated
from teletipo.grammar.negation import negation
from teletipo.lexicon.valency import Valency
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
        if s.low_lemmas[frame.token] in s.valency.voicing and (holders := _holders(s, noun)):
            functions["subject"] = (*frame.get("subject"), *holders)
        for name, tokens in noun_frame(s, noun, None, control).functions.items():
            if name not in ("possessive", "adjective", "agent", "copula"):
                functions.setdefault(name, tokens)
    return msgspec.structs.replace(frame, functions=functions)


def borne_frame(
    s: Sentence, noun: int, carrier: int | None, control: frozenset[str], receiving: frozenset[str]
) -> Frame:
    """The functions of a noun merged with those of its light verb, or of a verb of receiving it depends on.

    A governor of another kind may name parties too: see `_ABOVE`.
    """
    asking = _governor(s, noun, s.valency.asking) if s.low_lemmas[noun] in s.valency.handed else None
    if asking is not None:
        return _asked(s, noun_frame(s, noun, None, control), verb_frame(s, asking, control))
    got = _got(s, noun, receiving)
    bearer = got if carrier is None else carrier
    frame = mediated(s, noun_frame(s, noun, bearer, control), control)
    if bearer is not None and (bearer == got or s.low_lemmas[bearer] in receiving):
        frame = turned(s, frame, owned=s.low_lemmas[noun] not in s.valency.suffered)
    frame = _told_of(s, frame, control)
    for words, told in _ABOVE:
        if (verb := _governor(s, noun, words(s.valency))) is not None:
            above = adjective_frame(s, verb, control) if s.upos[verb] == "ADJ" else verb_frame(s, verb, control)
            frame = told(s, frame, above)
    return _heeded(s, frame, control)


def _heeded(s: Sentence, frame: Frame, control: frozenset[str]) -> Frame:
    """Who does it "a petición de X" is asked: "[Lima], a petición de Quito, retiró sus tropas"."""
    noun, verb = frame.token, s.heads[frame.token]
    asked = s.prepositions[noun] == "a" and s.low_lemmas[noun] in s.valency.addressed and s.kid(noun, "det") is None
    if not asked or verb < 0 or s.upos[verb] != "VERB":
        return frame
    heeding = verb_frame(s, verb, control)
    functions = {**frame.functions, "receiver": heeding.get("subject")}
    elided = None if heeding.passive else heeding.elided
    return msgspec.structs.replace(frame, functions=functions, elided=elided, receives=True)


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
            frame = _with(frame, agent=(*frame.get("agent"), *gathered))
        elif s.low_lemmas[verb] in s.valency.leaving and s.low_lemmas[frame.token] in s.valency.violent:
            hurt = _hurt(s, verb_frame(s, verb, control), control)
            frame = _with(frame, receiver=(*frame.get("receiver"), *hurt))
    return frame


def _hurt(s: Sentence, leaving: Frame, control: frozenset[str]) -> Iterator[int]:
    """Whom violence hurt, as a verb says: "dejó [tres muertos]", "causó heridas a [dos]", "la muerte de [Soto]"."""
    to = (*leaving.get("indirect"), *receivers(s, leaving))
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
    got = _governor(s, noun, words)
    if got is None:
        below = (c for c in s.kids(noun, "acl", "amod") if s.low_lemmas[c] in words)
        got = next((c for c in below if is_finite(s, c) or s.feat(c, "VerbForm") == "Part"), None)
    return got


def _asked(s: Sentence, frame: Frame, asking: Frame) -> Frame:
    """Whoever is asked for something gives it, whoever asks receives it: "[Lima] pidió [a Quito] la extradición"."""
    asked = (*asking.get("indirect"), *asking.get("a"), *(t for t in asking.get("object") if introduced(s, t) == "a"))
    given = {name: tokens for name, tokens in (("agent", asked), ("receiver", asking.get("subject"))) if tokens}
    functions = {**frame.functions, **given}
    return msgspec.structs.replace(frame, functions=functions, elided=asking.elided, receives=True)


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
    return _with(frame, agent=claiming.get("subject"))


def _voiced(s: Sentence, frame: Frame, _: Frame) -> Frame:
    """Whose feeling or will somebody tells has it with him: "[el ministro] expresó el apoyo [de Chile]"."""
    holders = _holders(s, frame.token)
    return _with(frame, subject=(*frame.get("subject"), *holders)) if holders else frame


def _holders(s: Sentence, noun: int) -> tuple[int, ...]:
    """Those named by "de" below a noun that nobody else has: not in "su temor de Rusia", "la captura de Soto"."""
    if s.low_lemmas[noun] in s.valency.suffered or any(s.feat(c, "Poss") == "Yes" for c in s.kids(noun, "det")):
        return ()
    return tuple(t for c in s.kids(noun, "nmod") if s.prepositions[c] == "de" for t in coordinated(s, c))


def _joined(s: Sentence, frame: Frame, joining: Frame) -> Frame:
    """Whoever joins an act is one of its actors: "[Perú] se sumó a las negociaciones [de Chile y Brasil]"."""
    return _with(frame, agent=(*joining.get("subject"), *frame.get("agent"), *frame.get("de")))


def _threatened(s: Sentence, frame: Frame, threat: Frame) -> Frame:
    """Whoever threatens would carry out the threat: "[Lima] amenazó [a Quito] con sanciones"."""
    threatened = (*threat.get("object"), *threat.get("indirect"), *threat.get("a"))
    agent, towards = (*frame.get("agent"), *threat.get("subject")), (*frame.get("a"), *threatened)
    given = {name: tokens for name, tokens in (("agent", agent), ("a", towards)) if tokens}
    return _with(frame, **given)


def _charged(s: Sentence, frame: Frame, charging: Frame) -> Frame:
    """The frame with whoever is charged with the act under "charged": "acusó [a X] de ataques"."""
    if s.upos[charging.token] == "ADJ":
        charged = charging.get("subject")
    else:
        charged = (*charging.get("object"), *charging.get("indirect"))
    return _with(frame, charged=charged) if charged else frame


def _with(frame: Frame, **given: tuple[int, ...]) -> Frame:
    return msgspec.structs.replace(frame, functions={**frame.functions, **given})


#: what verbs above a noun, no bearers of it, tell of its parties, by the list of `valency` that they are in
_ABOVE: tuple[tuple[Callable[[Valency], frozenset[str]], Callable[[Sentence, Frame, Frame], Frame]], ...] = (
    (lambda words: words.crediting, _credited),
    (lambda words: words.claiming, _claimed),
    (lambda words: words.voicing, _voiced),
    (lambda words: words.joining, _joined),
    (lambda words: words.threatening, _threatened),
    (lambda words: words.charging, _charged),
)


def _governor(s: Sentence, noun: int, words: frozenset[str]) -> int | None:
    """The nearest verb out of `words` of which the noun is the object (the subject if passive) or a complement."""
    while s.labels[noun] == "conj" and s.upos[s.heads[noun]] == "NOUN":
        noun = s.heads[noun]
    head, case = s.heads[noun], s.prepositions[noun]
    passive = s.relations[noun] == "nsubj" and head >= 0 and is_passive(s, head)
    if head < 0 or not (passive or s.relations[noun] in ("obj", "obl", "nmod")):
        return None
    parts = (s.low_lemmas[head], *(s.low[c] for c in s.kids(head, "compound") if c == head + 1), case)
    return head if " ".join(part for part in parts if part is not None) in words else None


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
