"""Mending: the known error kinds of the parser repaired in one place, before any other stage reads the trees.

Each repair looks at one kind of error and tells what to change; the changes of a repair are applied together, and the
next repair sees the mended tree. Labels gain the subtypes that the parser does not give: `nsubj:pass`, `aux:pass`,
`obl:agent`, `expl:pv`, `expl:pass`, `expl:impers`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from teletipo.morphology import PRONOUNS, Verbs
from teletipo.participles import masculine_singular
from teletipo.stages.datelines import dateline
from teletipo.tree import Sentence, with_tree


class Change(NamedTuple):
    """New values for one token; None leaves what is there."""

    token: int
    head: int | None = None
    label: str | None = None
    lemma: str | None = None
    upos: str | None = None


Repair = Callable[[Sentence, Verbs], Iterable[Change]]

#: prepositions that never join the parts of one name; "al" does in Arabic ones ("Bashar al Assad")
_CUTTING = frozenset({"a", "con", "contra", "hacia", "ante"})
_ROMAN = re.compile("[IVXLC]+")
_CLAUSES = frozenset({"acl", "advcl", "ccomp", "root", "parataxis"})
_CUT_PLURAL = re.compile(".+(qu|[ae]j|t|v|g|gu)es")  #: no Spanish noun ends in these letters
_OVERSTRESSED = re.compile(".*[áéíóú][^aeiouáéíóú]+[aeo]n")  #: an accent that a last n forbids: "órden"
_VERBAL_KIDS = frozenset({"obl", "obl:agent", "advmod", "aux", "advcl", "xcomp", "iobj"})


def mended(sentences: tuple[Sentence, ...], verbs: Verbs) -> tuple[Sentence, ...]:
    """The same sentences with better trees; tokens and offsets stay as they are."""
    return tuple(_mended(s, verbs) for s in sentences)


def _mended(sentence: Sentence, verbs: Verbs) -> Sentence:
    for repair in REPAIRS:
        if changes := list(repair(sentence, verbs)):
            sentence = _applied(sentence, changes)
    return sentence


def _applied(sentence: Sentence, changes: Iterable[Change]) -> Sentence:
    """The sentence with the changes; a new head that would close a cycle is left out."""
    heads, labels = list(sentence.heads), list(sentence.labels)
    lemmas, upos = list(sentence.lemmas), list(sentence.upos)
    for token, head, label, lemma, tag in changes:
        if head is not None and not _reaches(heads, head, token):
            heads[token] = head
        labels[token] = label or labels[token]
        lemmas[token] = lemma or lemmas[token]
        upos[token] = tag or upos[token]
    return with_tree(sentence, heads, labels, lemmas, upos)


def _reaches(heads: list[int], token: int, target: int) -> bool:
    """True if `target` is `token` or above it."""
    while token >= 0:
        if token == target:
            return True
        token = heads[token]
    return False


def cases(sentence: Sentence, token: int) -> tuple[str, ...]:
    """Lower-case forms of the prepositions of `token`."""
    return tuple([sentence.low[c] for c in sentence.kids(token, "case")])


def is_participle(sentence: Sentence, token: int) -> bool:
    """True for a participle, whatever its part of speech."""
    return sentence.upos[token] in ("VERB", "ADJ") and sentence.feat(token, "VerbForm") == "Part"


def dateline_heads(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "Lima, 23 may (EFE).- El ministro dijo": the city is no subject; what hangs on it takes its place."""
    end = dateline(sentence)
    if not end:
        return
    hanging = [t for t in range(end, len(sentence)) if 0 <= sentence.heads[t] < end]
    top = next((t for t in range(end) if not 0 <= sentence.heads[t] < end), None)
    if top is None:
        return
    if not hanging:
        yield Change(top, None, "parataxis" if sentence.labels[top] == "nsubj" else None)
        return
    heir = next((t for t in hanging if sentence.upos[t] in ("NOUN", "PROPN", "VERB", "PRON", "ADJ")), hanging[0])
    yield Change(heir, sentence.heads[top], sentence.labels[top])
    yield Change(top, heir, "parataxis")
    for token in hanging:
        if token != heir:
            yield Change(token, heir)


def former_posts(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "El ex general huyó": the noun heads the phrase, not its prefix."""
    if "ex" not in sentence.low:
        return
    for token, form in enumerate(sentence.low[:-1]):
        noun = token + 1
        if form == "ex" and sentence.heads[noun] == token and sentence.upos[noun] in ("NOUN", "ADJ", "PROPN"):
            yield Change(noun, sentence.heads[token], sentence.labels[token], upos="NOUN")
            yield Change(token, noun, "amod")
            for child in sentence.children[token]:
                if child != noun:
                    yield Change(child, noun)


def infinitives(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """Verb forms whose lemma is no known infinitive ("celebrir", "cooperan") get the one they belong to."""
    for token, tag in enumerate(sentence.upos):
        if tag in ("VERB", "AUX") and sentence.lemmas[token] not in verbs.known:
            lemma = verbs.infinitive(sentence.forms[token])
            if lemma and lemma != sentence.lemmas[token]:
                yield Change(token, lemma=lemma)


def plurals(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """Lemmas that cannot be are mended: "ciberataques" is of "ciberataque", "órdenes" is of "orden"."""
    for token, tag in enumerate(sentence.upos):
        if tag != "NOUN" or not sentence.low[token].endswith("es"):
            continue
        form = sentence.low[token]
        if sentence.lemmas[token] == form[:-2] and _CUT_PLURAL.fullmatch(form):
            yield Change(token, lemma=form[:-1])
        elif form.endswith("nes") and _OVERSTRESSED.fullmatch(sentence.lemmas[token]):
            yield Change(token, lemma=unicodedata.normalize("NFD", sentence.lemmas[token]).replace("\u0301", ""))


def hidden_verbs(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """Verbs tagged as nouns ("el Gobierno espía a todos"): a bare word that heads a clause and is a form of a verb."""
    for token, tag in enumerate(sentence.upos):
        if tag not in ("NOUN", "PROPN") or sentence.labels[token] not in _CLAUSES:
            continue
        if not sentence.forms[token].islower() or not _is_verbal(sentence, token):
            continue
        lemma = verbs.infinitive(sentence.forms[token])
        if lemma and not verbs.is_fossil(masculine_singular(sentence.forms[token])):
            yield Change(token, lemma=lemma, upos="VERB")


def _is_verbal(sentence: Sentence, token: int) -> bool:
    """True if what hangs on the word hangs on verbs only; after a copula the word is a participle in a clause."""
    if sentence.kids(token, "det", "case", "amod", "nummod"):
        return False
    if sentence.kids(token, "cop"):
        agrees = sentence.low[token].endswith(("ada", "ida", "adas", "idas", "ados", "idos"))
        return agrees and sentence.labels[token] != "root"
    return bool(sentence.kids(token, "nsubj", "obj", "mark")) or sentence.low[token - 1 : token] == ("que",)


def fused_pronouns(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """Infinitives with pronouns that pass for nouns ("se reunió para pedirles ayuda") become verbs again."""
    for token, tag in enumerate(sentence.upos):
        if tag not in ("NOUN", "ADJ") or not sentence.low[token].endswith(PRONOUNS):
            continue
        infinitive = verbs.fused(sentence.low[token])
        if infinitive is None or sentence.kids(token, "det", "cop"):
            continue
        label = sentence.labels[token]
        noun = sentence.upos[sentence.heads[token]] in ("NOUN", "PROPN") if sentence.heads[token] >= 0 else False
        clause = "acl" if noun else "advcl"
        yield Change(token, label=clause if label in ("nmod", "obl", "amod") else None, lemma=infinitive, upos="VERB")
        yield from (Change(c, label="mark") for c in sentence.kids(token, "case"))


def nominal_plurals(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "-ciones" and "-siones" end nouns only, whatever the tagger says ("difíciles [negociaciones] con")."""
    for token, form in enumerate(sentence.forms):
        if sentence.upos[token] in ("ADJ", "VERB") and form.endswith(("ciones", "siones")):
            yield Change(token, lemma=form[: -len("ones")] + "ón", upos="NOUN")


def participles(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """Participles tagged as adjectives ("las sanciones impuestas por") become verbs, fossils only with a complement."""
    for token, tag in enumerate(sentence.upos):
        if tag != "ADJ" or not is_participle(sentence, token):
            continue
        verbal = any(sentence.labels[c] in _VERBAL_KIDS or cases(sentence, c) for c in sentence.children[token])
        fossil = verbs.is_fossil(sentence.lemmas[token]) and not _has_agent(sentence, token)
        lemma = verbs.infinitive(sentence.forms[token])
        if lemma and not fossil and (verbal or token > sentence.heads[token]):
            yield Change(token, lemma=lemma, upos="VERB")


def _has_agent(sentence: Sentence, token: int) -> bool:
    return any("por" in cases(sentence, c) for c in sentence.children[token])


def loose_names(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """A `flat` child with a preposition that no name has inside leaves the name for the noun or verb that frames it."""
    if "flat" not in sentence.labels:
        return
    for token, label in enumerate(sentence.labels):
        if label == "flat" and any(sentence.forms[c] in _CUTTING for c in sentence.kids(token, "case")):
            frame = _frame(sentence, sentence.heads[token], verbs)
            if frame is not None:
                yield Change(token, head=frame, label="nmod" if sentence.upos[frame] == "NOUN" else "obl")


def _frame(sentence: Sentence, token: int, verbs: Verbs) -> int | None:
    """The nearest noun of an act, or verb, above a token."""
    for above in sentence.ancestors(token):
        noun = sentence.upos[above] == "NOUN" and verbs.is_act(sentence.lemmas[above])
        if noun or sentence.upos[above] == "VERB":
            return above
    return None


def torn_persons(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """A person's name hung into the name before it ("de la CIA Edward Snowden") becomes the apposition of the noun."""
    for name in sentence.names:
        span = range(name.first, name.last)
        host = sentence.heads[name.first]
        plain = len(span) > 1 and all(sentence.upos[t] == "PROPN" for t in span)
        if name.kind != "PER" or not plain or sentence.labels[name.first] != "flat" or host in span or host < 0:
            continue
        noun = sentence.heads[host]
        framed = noun >= 0 and sentence.upos[noun] == "NOUN" and cases(sentence, host)
        if host < name.first and framed and not _ROMAN.fullmatch(sentence.forms[host]):
            yield Change(name.first, head=noun, label="appos")
            yield from (Change(t, head=name.first) for t in span[1:] if sentence.heads[t] not in span)


def oblique_objects(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """Complements with a preposition other than "a" are no objects (the old AnCora scheme calls them so)."""
    for token, label in enumerate(sentence.labels):
        if label in ("obj", "iobj") and cases(sentence, token)[:1] not in ((), ("a",), ("al",)):
            yield Change(token, label="obl")


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
    """ "por parte de X": X is the agent of the act before it, and the three words are its preposition."""
    low = sentence.low
    if "parte" not in low:
        return
    for token in range(1, len(sentence) - 2):
        if low[token - 1 : token + 1] != ("por", "parte") or low[token + 1] not in ("de", "del"):
            continue
        preposition = sentence.heads[token] == token - 1 and sentence.labels[token] == "fixed"
        who = sentence.heads[token - 1] if preposition else _complement(sentence, token)
        head = sentence.heads[who if preposition and who is not None else token]
        if who is None or head < 0:
            continue
        finite = sentence.upos[head] == "VERB" and sentence.labels[head] not in ("amod", "acl")
        frame = head if finite or verbs.is_act(sentence.lemmas[head]) else _frame(sentence, head, verbs)
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


def se(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """The pronoun "se" is never an object: part of the verb, passive or impersonal."""
    for token, form in enumerate(sentence.low):
        head = sentence.heads[token]
        if form != "se" or head < 0 or sentence.labels[token] not in ("obj", "iobj", "expl:pass", "obl"):
            continue
        if any(sentence.low[c] in ("lo", "la", "los", "las") for c in sentence.kids(head, "obj")):
            continue
        function, patient = _function_of_se(sentence, head, verbs)
        yield Change(token, label=function)
        if patient is not None:
            yield Change(patient, label="nsubj:pass")


def _is_named(sentence: Sentence, subject: int, verb: int) -> bool:
    """True if the subject is a name or a personal pronoun; a relative pronoun counts as its antecedent."""
    noun = sentence.heads[verb] if "Rel" in (sentence.feat(subject, "PronType") or "") else subject
    return sentence.upos[noun] in ("PROPN", "PRON")


def _function_of_se(sentence: Sentence, verb: int, verbs: Verbs) -> tuple[str, int | None]:
    """Label of "se" under `verb`, and the token that is its passive subject, if any."""
    subject = sentence.kid(verb, "nsubj", "nsubj:pass")
    objects = [c for c in sentence.kids(verb, "obj") if sentence.low[c] != "se"]
    bare = next((c for c in objects if not cases(sentence, c) and sentence.upos[c] in ("NOUN", "PROPN", "PRON")), None)
    if subject is not None:
        if _is_named(sentence, subject, verb) or verbs.is_pronominal(sentence.lemmas[verb]):
            return "expl:pv", None
        return "expl:pass", subject
    if sentence.kids(verb, "ccomp", "csubj") and not verbs.is_pronominal(sentence.lemmas[verb]):
        return "expl:impers", None
    if verbs.is_pronominal(sentence.lemmas[verb]):
        return "expl:pv", None
    if bare is not None:
        return "expl:pass", bare
    return ("expl:impers" if objects else "expl:pv"), None


REPAIRS: tuple[Repair, ...] = (
    dateline_heads, former_posts, fused_pronouns, infinitives, plurals, hidden_verbs, nominal_plurals, torn_persons,
    loose_names, oblique_objects, participles, passives, agents, on_the_part_of, parties, se,
)  # fmt: skip
