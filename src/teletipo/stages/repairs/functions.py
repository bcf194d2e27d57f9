"""Functions in the clause: obliques, passives, agents, the parties of "entre X e Y", objects and subjects of verbs."""

from __future__ import annotations

from collections.abc import Iterator

from teletipo.morphology import Verbs
from teletipo.stages.repairs.change import Change, cases, frame_of, is_participle
from teletipo.tree import Sentence

_JOINED = 3  #: tokens from an aspectual verb to the second one at most ("volvió a lanzar")
_OPENING = frozenset('«“"')
#: verbs that want "de" for what they charge somebody with
_CHARGING = frozenset({"acusar", "calificar", "culpar", "tachar", "tildar"})
_CORRELATED = 9  #: tokens from "tanto" to "como" at most
_FUNCTIONS = frozenset({"nsubj", "obj", "iobj", "obl"})
_CLOSING = frozenset('»”"')
_NAMING = frozenset({"NOUN", "PROPN", "PRON"})
_LOOSE = frozenset({"advmod", "advcl", "dep", "obj", "xcomp"})


def oblique_objects(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """Complements with a preposition other than "a" are no objects (the old AnCora scheme calls them so)."""
    for token, label in enumerate(sentence.labels):
        if label in ("obj", "iobj") and cases(sentence, token)[:1] not in ((), ("a",), ("al",)):
            yield Change(token, label="obl")


def quoting_subjects(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "«Basta ya», exigió la alcaldesa": the object is what was said, the bare phrase after the verb its subject."""
    for token in range(2, len(sentence) - 1):
        if sentence.forms[token - 1] != "," or sentence.forms[token - 2] not in _CLOSING:
            continue
        verbal = sentence.upos[token] == "VERB" and sentence.feat(token, "VerbForm") == "Fin"
        if not verbal or any(c > token for c in sentence.kids(token, "nsubj")):
            continue
        bare = (c for c in sentence.kids(token, "obj", "xcomp") if c > token and not cases(sentence, c))
        subject = next((c for c in bare if sentence.subtree(c)[0] == token + 1 and sentence.upos[c] in _NAMING), None)
        if subject is not None:
            yield from (Change(c, label="parataxis") for c in sentence.kids(token, "nsubj"))
            yield Change(subject, label="nsubj")


def loose_participles(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "La abogada defendió a su cliente, acusado de fraude": said of the object it agrees with."""
    for token in range(3, len(sentence)):
        verb = sentence.heads[token]
        if sentence.forms[token - 1] != "," or not 0 <= verb < token - 1 or sentence.upos[verb] != "VERB":
            continue
        if sentence.relations[token] not in _LOOSE or not is_participle(sentence, token):
            continue
        subject = sentence.kid(verb, "nsubj")
        for noun in _ending_before(sentence, token - 1, verb):
            person = sentence.labels[noun] in ("obj", "iobj") and cases(sentence, noun)[:1] in (("a",), ("al",))
            told_apart = subject is not None and _differ(sentence, token, subject)
            if not sentence.kids(token, "aux", "cop") and not _differ(sentence, token, noun) and (person or told_apart):
                yield Change(token, head=noun, label="acl")
                break


def _ending_before(sentence: Sentence, comma: int, verb: int) -> Iterator[int]:
    """The nominals below a verb that end right before a comma, the innermost first."""
    node = comma - 1
    while node >= 0 and node != verb and sentence.subtree(node)[-1] in (comma - 1, comma):
        if sentence.upos[node] in _NAMING:
            yield node
        node = sentence.heads[node]


#: parts of speech that stand between a subject and its verb and lean on it
_LEANING = frozenset({"PRON", "ADV", "AUX"})


def second_subjects(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "Lima cedió ante Quito y Bogotá envió tropas": a noun between "y" and a verb without a subject is its own."""
    for token, label in enumerate(sentence.labels):
        if label != "conj" or not _may_act(sentence, token):
            continue
        verb = _verb_after(sentence, max(sentence.kids(token, "flat"), default=token))
        if not _lacks_subject(sentence, verb):
            continue
        joining = next((c for c in sentence.kids(token, "cc") if sentence.low[c] in ("y", "e")), None)
        agrees = sentence.feat(token, "Number") in (None, sentence.feat(verb, "Number"))
        if joining is not None and agrees and not cases(sentence, token) and not _reaches_over(sentence, token, verb):
            yield Change(token, head=verb, label="nsubj")
            yield Change(joining, head=verb)
            yield Change(verb, label="conj")


def _may_act(sentence: Sentence, token: int) -> bool:
    """True for a name or a noun that may be a subject by itself; "silencio e inacción" may not."""
    counted = sentence.feat(token, "Number") == "Plur" or bool(sentence.kids(token, "det", "nummod"))
    return sentence.upos[token] == "PROPN" or (sentence.upos[token] == "NOUN" and counted)


def _verb_after(sentence: Sentence, name: int) -> int:
    """The verb after a name, past what leans on it: "X lo invitó", "X ya no ha enviado"."""
    verb = name + 1
    while verb < len(sentence) and sentence.upos[verb] in _LEANING and sentence.heads[verb] > verb:
        verb += 1
    return verb


def _lacks_subject(sentence: Sentence, verb: int) -> bool:
    """True for a finite verb below another one, that no conjunction opens and that has no subject."""
    if verb >= len(sentence) or sentence.upos[verb] != "VERB":
        return False
    finite = any("VerbForm=Fin" in sentence.feats[t] for t in (verb, *sentence.kids(verb, "aux")))
    below = finite and sentence.labels[verb] in ("conj", "advcl", "parataxis") and sentence.heads[verb] < verb
    return below and not sentence.kids(verb, "nsubj", "nsubj:pass", "mark", "cc")


def _reaches_over(sentence: Sentence, token: int, verb: int) -> bool:
    """True if something of the noun stands behind the verb."""
    return any(c > verb for c in sentence.children[token])


def resumed_telling(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "Dijo que irá y abandonó la sala": what was done goes on from the saying, not from what will be done."""
    for token, label in enumerate(sentence.labels):
        said = sentence.heads[token]
        if label != "conj" or said < 0 or sentence.labels[said] != "ccomp" or sentence.heads[said] < 0:
            continue
        above = sentence.heads[said]
        ahead = any("Tense=Fut" in sentence.feats[t] for t in (said, *sentence.kids(said, "aux")))
        told = _is_told(sentence, token) and _is_told(sentence, above)
        agrees = sentence.feat(token, "Number") == sentence.feat(above, "Number")
        if ahead and told and agrees and not sentence.kids(token, "nsubj", "mark"):
            yield Change(token, head=above)


def _is_told(sentence: Sentence, verb: int) -> bool:
    return {"Tense=Past", "VerbForm=Fin", "Mood=Ind"} <= set(sentence.feats[verb].split("|"))


def charges(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "Calificó al ministro de mentiroso", "culpó a la fiscal de filtrar": "de" tells the charge, not who it is."""
    for verb, lemma in enumerate(sentence.low_lemmas):
        if lemma not in _CHARGING or sentence.upos[verb] != "VERB":
            continue
        kids = [c for c in sentence.kids(verb, "obj", "iobj", "obl", "xcomp", "advcl", "ccomp", "nmod") if c > verb]
        if any("de" in _marks(sentence, c) for c in kids):
            continue
        charged = next((c for c in kids if cases(sentence, c)[:1] in (("a",), ("al",))), None)
        if charged is None:
            continue
        charge = next((t for t in sentence.subtree(charged) if t > charged and _charges(sentence, charged, t)), None)
        if charge is not None:
            yield Change(charge, verb, "xcomp" if sentence.upos[charge] == "VERB" else "obl")


def _charges(sentence: Sentence, charged: int, token: int) -> bool:
    """True after "de" for an infinitive, words quoted, an adjective, and behind a name a noun without a determiner."""
    if "de" not in _marks(sentence, token) or sentence.kids(token, "det", "nummod"):
        return False
    if sentence.upos[token] == "VERB":
        return any("VerbForm=Inf" in sentence.feats[t] for t in (token, *sentence.kids(token, "aux")))
    marked = any(sentence.forms[c] in _OPENING for c in sentence.kids(token, "punct") if c < token)
    small = sentence.forms[token].islower()
    return marked or (small and (sentence.upos[token] == "ADJ" or sentence.upos[charged] == "PROPN"))


def _marks(sentence: Sentence, token: int) -> tuple[str, ...]:
    return tuple(sentence.low[c] for c in sentence.kids(token, "case", "mark"))


def correlatives(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "Tanto Lima como Quito votaron": two nouns side by side, which the parser tears apart or hangs on "tanto"."""
    if "tanto" not in sentence.low:
        return
    for token, form in enumerate(sentence.low):
        reach = range(token + 2, min(token + _CORRELATED, len(sentence) - 1))
        like = next((t for t in reach if sentence.low[t] == "como"), None) if form == "tanto" else None
        first = None if like is None else _nominal(sentence, token + 1, like)
        second = None if like is None else _nominal(sentence, like + 1, len(sentence))
        if like is None or first is None or second is None or sentence.heads[second] == first:
            continue
        pair = (first, token, second)
        top = next((t for t in pair if sentence.heads[t] not in pair and sentence.labels[t] in _FUNCTIONS), None)
        if top is not None:
            yield Change(first, sentence.heads[top], sentence.labels[top])
            yield Change(token, first, "cc", upos="ADV")
            yield Change(like, second, "cc")
            yield Change(second, first, "conj")


def _nominal(sentence: Sentence, start: int, end: int) -> int | None:
    """The noun or name that opens there, behind its preposition and article."""
    small = next((t for t in range(start, end) if sentence.upos[t] not in ("ADP", "DET", "ADJ")), None)
    return small if small is not None and sentence.upos[small] in ("NOUN", "PROPN") else None


def periphrases(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "Seguirá enviando armas a Lima", "volvió a lanzar misiles": objects behind the second verb are its own."""
    if verbs.aspectuals.isdisjoint(sentence.lemmas):
        return
    for token, tag in enumerate(sentence.upos):
        if tag not in ("VERB", "AUX") or sentence.lemmas[token] not in verbs.aspectuals:
            continue
        kids = sentence.kids(token, "xcomp", "advcl", "ccomp")
        second = next((c for c in kids if 0 < c - token <= _JOINED and _is_bare(sentence, c)), None)
        if second is None:
            continue
        yield Change(second, label="xcomp")
        behind = (c for c in sentence.kids(token, "obj", "iobj", "obl") if c > second)
        yield from (Change(c, head=second) for c in behind)


def _is_bare(sentence: Sentence, token: int) -> bool:
    """True for a gerund or an infinitive without a preposition but those of periphrases."""
    form = sentence.feat(token, "VerbForm")
    return form == "Ger" or (form == "Inf" and all(m in ("a", "de") for m in cases(sentence, token)))


def _differ(sentence: Sentence, one: int, other: int) -> bool:
    """True if gender or number, where both words show it, tell them apart."""
    pairs = ((sentence.feat(one, name), sentence.feat(other, name)) for name in ("Gender", "Number"))
    return any(a and b and a != b for a, b in pairs)


def passives(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "ser" with a participle is a passive auxiliary, and its subject is not the one who acts."""
    for token, label in enumerate(sentence.labels):
        head = sentence.heads[token]
        if label in ("aux", "cop") and sentence.lemmas[token] == "ser" and is_participle(sentence, head):
            yield Change(token, label="aux:pass")
            yield from (Change(s, label="nsubj:pass") for s in sentence.kids(head, "nsubj"))


def agents(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """The complement with "por" of a participle is its agent ("impuestas por la ONU"), active perfects left out."""
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


def _is_perfect(sentence: Sentence, token: int) -> bool:
    """True for "han impuesto": the participle of an active perfect."""
    auxiliaries = sentence.kids(token, "aux", "aux:pass")
    return any(sentence.lemmas[a] == "haber" for a in auxiliaries) and not sentence.kids(token, "aux:pass")


def on_the_part_of(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "por parte de X", "por orden de X": X is the agent of the act before it, the three words are its preposition."""
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


def _complement(sentence: Sentence, token: int) -> int | None:
    return next((c for c in sentence.children[token] if c > token and sentence.labels[c] in ("nmod", "obj")), None)


def parties(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "entre X e Y" climbs from a noun that relates nobody ("en el ámbito militar") to one that does."""
    if "entre" not in sentence.low:
        return
    for token in range(len(sentence)):
        if cases(sentence, token)[:1] != ("entre",) or not _are_parties(sentence, token):
            continue
        head = sentence.heads[token]
        if (
            head >= 0
            and not _relates(sentence, head, verbs)
            and (noun := _relation(sentence, token, verbs)) is not None
        ):
            yield Change(token, head=noun, label="nmod")


def _are_parties(sentence: Sentence, token: int) -> bool:
    """True if an "entre" phrase may name parties: two of them, or a plural noun; no years, shares or "entre otros"."""
    joined = bool(sentence.kids(token, "conj"))
    if sentence.upos[token] == "NOUN":
        return joined or sentence.feat(token, "Number") == "Plur"
    return joined and sentence.upos[token] == "PROPN"


def _relates(sentence: Sentence, token: int, verbs: Verbs) -> bool:
    return sentence.upos[token] == "NOUN" and verbs.is_relational(sentence.lemmas[token])


def _relation(sentence: Sentence, token: int, verbs: Verbs) -> int | None:
    """The noun of relation above `token` inside its clause, or the object of its verb that stands before it."""
    for above in sentence.ancestors(token):
        if _relates(sentence, above, verbs):
            return above
        if sentence.upos[above] in ("VERB", "AUX"):
            before = [c for c in sentence.children[above] if c < token and _relates(sentence, c, verbs)]
            return before[-1] if before else None
    return None
