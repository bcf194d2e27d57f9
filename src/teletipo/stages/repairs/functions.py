"""Functions in the clause: obliques, passives, agents, subjects after a quotation."""

from __future__ import annotations

from collections.abc import Iterator

from teletipo.morphology import Verbs
from teletipo.stages.repairs.change import Change, cases, frame_of, is_participle
from teletipo.tags import NAMING
from teletipo.tree import Sentence

_CLOSING = frozenset('»”"')


def oblique_objects(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """Complements with a preposition other than "a" are not objects (as the old AnCora scheme has them)."""
    for token, label in enumerate(sentence.labels):
        if label in ("obj", "iobj") and cases(sentence, token)[:1] not in ((), ("a",), ("al",)):
            yield Change(token, label="obl")


def subjects_behind(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "Fallecen [tres soldados]", "mueren [diez vecinos]": what follows an intransitive verb is its subject."""
    if sentence.valency.objectless.isdisjoint(sentence.low_lemmas):
        return
    for verb, lemma in enumerate(sentence.low_lemmas):
        if lemma not in sentence.valency.objectless or sentence.upos[verb] != "VERB" or sentence.kids(verb, "nsubj"):
            continue
        behind = (c for c in sentence.kids(verb, "obj", "advmod") if c > verb and not cases(sentence, c))
        yield from (Change(c, label="nsubj") for c in behind if sentence.upos[c] == "NOUN")


def quoting_subjects(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "«Basta ya», exigió la alcaldesa": the quotation is the object, the bare phrase after the verb its subject.

    There may be an addressee between them: "«Basta ya», exigió a los diputados la alcaldesa".
    """
    for token in range(2, len(sentence) - 1):
        if sentence.forms[token - 1] != "," or sentence.forms[token - 2] not in _CLOSING:
            continue
        verbal = sentence.upos[token] == "VERB" and sentence.feat(token, "VerbForm") == "Fin"
        if not verbal or any(c > token for c in sentence.kids(token, "nsubj")):
            continue
        bare = (c for c in sentence.kids(token, "obj", "xcomp") if c > token and not cases(sentence, c))
        begins = {token + 1, *_behind_addressee(sentence, token)}
        subject = next((c for c in bare if sentence.subtree(c)[0] in begins and sentence.upos[c] in NAMING), None)
        if subject is not None:
            yield from (Change(c, label="parataxis") for c in sentence.kids(token, "nsubj"))
            yield Change(subject, label="nsubj")


def _behind_addressee(sentence: Sentence, verb: int) -> Iterator[int]:
    """Where the addressee right after the verb ends."""
    for child in sentence.kids(verb, "obj", "iobj", "obl"):
        if sentence.subtree(child)[0] == verb + 1 and sentence.low[verb + 1] in ("a", "al"):
            yield sentence.subtree(child)[-1] + 1


def passives(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """A participle with "ser" is passive, and its subject does not act."""
    for token, label in enumerate(sentence.labels):
        head = sentence.heads[token]
        if label in ("aux", "cop") and sentence.lemmas[token] == "ser" and is_participle(sentence, head):
            yield Change(token, label="aux:pass")
            yield from (Change(s, label="nsubj:pass") for s in sentence.kids(head, "nsubj"))


def agents(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """A complement with "por" of a participle is its agent ("impuestas por la ONU"), except in active perfects."""
    if "por" not in sentence.low:
        return
    for token, label in enumerate(sentence.labels):
        head = sentence.heads[token]
        if label not in ("obl", "nmod", "obj") or cases(sentence, token)[:1] != ("por",):
            continue
        if is_participle(sentence, head) and not _is_perfect(sentence, head):
            yield Change(token, label="obl:agent")
        elif sentence.upos[head] == "ADJ" and label == "nmod" and is_participle(sentence, sentence.heads[head]):
            yield Change(token, head=sentence.heads[head], label="obl:agent")
        elif label == "nmod" and (passive := _passive_above(sentence, token, verbs)) is not None:
            yield Change(token, head=passive, label="obl:agent")


def _passive_above(sentence: Sentence, name: int, verbs: Verbs) -> int | None:
    """The passive without an agent in whose complement a name stands: "fue declarado persona non grata por [Perú]"."""
    if sentence.upos[name] != "PROPN":
        return None
    above = name
    while sentence.upos[above] != "VERB":
        above = sentence.heads[above]
        if above < 0 or sentence.upos[above] == "PROPN" or verbs.is_act(sentence.lemmas[above]):
            return None
    if not sentence.kids(above, "aux:pass"):
        return None
    others = sentence.kids(above, "obl", "obl:agent", "nmod")
    return None if any(cases(sentence, c)[:1] == ("por",) for c in others) else above


def _is_perfect(sentence: Sentence, token: int) -> bool:
    """True for "han impuesto": the participle of an active perfect."""
    auxiliaries = sentence.kids(token, "aux", "aux:pass")
    return any(sentence.lemmas[a] == "haber" for a in auxiliaries) and not sentence.kids(token, "aux:pass")


def on_the_part_of(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "por parte de X", "por orden de X": X is the agent of the act before; the three words are its preposition."""
    low = sentence.low
    if "parte" not in low and "orden" not in low:
        return
    for token in range(1, len(sentence) - 2):
        if low[token - 1] != "por" or low[token] not in ("parte", "orden") or low[token + 1] not in ("de", "del"):
            continue
        preposition = sentence.heads[token] == token - 1 and sentence.labels[token] == "fixed"
        who = sentence.heads[token - 1] if preposition else _complement(sentence, token)
        head = sentence.heads[who if preposition and who is not None else token]
        if who is None or head < 0:
            continue
        finite = sentence.upos[head] == "VERB" and sentence.labels[head] not in ("amod", "acl")
        frame = head if finite or verbs.is_act(sentence.lemmas[head]) else frame_of(sentence, head, verbs)
        yield Change(who, head=head if frame is None else frame, label="obl:agent")
        if not preposition:
            yield from (Change(t, head=who, label="case") for t in (token, token - 1))


def at_the_request_of(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "A petición de X": a noun with its complement, which the parser takes for a preposition."""
    for token in range(1, len(sentence) - 2):
        if sentence.labels[token] != "fixed" or sentence.low[token - 1] != "a":
            continue
        who = sentence.heads[token - 1]
        if sentence.low[token] in sentence.valency.addressed and who > token + 1:
            frame = frame_of(sentence, who, verbs)
            yield Change(token, head=sentence.heads[who] if frame is None else frame, label="obl")
            yield Change(token - 1, head=token, label="case")
            yield Change(token + 1, head=who, label="case")
            yield Change(who, head=token, label="nmod")


def _complement(sentence: Sentence, token: int) -> int | None:
    return next((c for c in sentence.children[token] if c > token and sentence.labels[c] in ("nmod", "obj")), None)
