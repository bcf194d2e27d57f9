"""Clauses whose verb the parser took for an adjective or a name ("teme que Rusia invada Moldavia"), and clefts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from teletipo.grammar.finiteness import finite_verb
from teletipo.morphology import Verbs
from teletipo.morphology.participles import masculine_singular, participle
from teletipo.stages.repairs.change import Change, cases, is_participle
from teletipo.stages.repairs.moods import spelt
from teletipo.tags import NOUNS
from teletipo.tree import Sentence

_LOST = frozenset({"amod", "flat"})  #: what the parser makes of a verb behind its subject
_REACH = 8  #: tokens of a subject between "que" and its verb
_JOINING = frozenset({"y", "e", "pero", "sino", "ni", "aunque"})


def lost_verbs(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "Teme que Irán ataque Israel": the verb heads its clause again, with the noun before it as subject."""
    if "que" not in sentence.low:
        return
    for mark, label in enumerate(sentence.labels):
        head = sentence.heads[mark]
        if label != "mark" or sentence.low[mark] != "que" or sentence.upos[head] not in NOUNS:
            continue
        if head < mark or sentence.kids(head, "cop", "aux"):
            continue
        if (found := _verb(sentence, mark, verbs)) is not None:
            yield from _clause(sentence, mark, *found)


def clefts(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "Fue Soto quien ordenó el ataque", "fue Soto el que": the clause modifies the person pointed out."""
    for clause, copula in enumerate(sentence.heads):
        if sentence.labels[clause] not in ("ccomp", "acl") or copula < 0 or copula > clause:
            continue
        if (one := _pointed_out(sentence, copula, clause)) is None:
            continue
        for pronoun in sentence.kids(clause, "nsubj"):
            article = pronoun - 1 in sentence.kids(clause, "det") and sentence.low[pronoun] == "que"
            if article or sentence.low[pronoun] in ("quien", "quienes"):
                yield Change(clause, head=one, label="acl")
                if article:
                    yield Change(pronoun - 1, head=pronoun)


def asked_clauses(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "Pidió a las tropas [que se rindan]": what is asked, not who is asked."""
    wishing = sentence.valency.asking | sentence.valency.ordering | sentence.valency.urging
    for verb, lemma in enumerate(sentence.low_lemmas):
        if lemma not in wishing or sentence.upos[verb] != "VERB":
            continue
        for party in sentence.kids(verb, "obj", "iobj", "obl"):
            if cases(sentence, party)[:1] not in (("a",), ("al",)):
                continue
            told = [c for c in sentence.kids(verb, "obj", "nsubj:pass", "ccomp", "xcomp") if c != party and c > verb]
            clause = next((c for c in sentence.kids(party, "acl") if _is_wish(sentence, c)), None)
            if clause is not None and not told:
                yield Change(clause, head=verb, label="ccomp")
                yield Change(_opener(sentence, clause), label="mark", upos="SCONJ")


def _is_wish(sentence: Sentence, clause: int) -> bool:
    """True for a clause in the subjunctive that "que" opens."""
    verb = finite_verb(sentence, clause)
    return (
        verb is not None and sentence.feat(verb, "Mood") == "Sub" and sentence.low[_opener(sentence, clause)] == "que"
    )


def _opener(sentence: Sentence, clause: int) -> int:
    return next(t for t in sentence.subtree(clause) if sentence.upos[t] != "PUNCT")


def _pointed_out(sentence: Sentence, head: int, clause: int) -> int | None:
    """Who is pointed out: the predicate noun above the clause or, if the copula is above it, its subject."""
    if sentence.labels[clause] == "acl":
        copula = sentence.kid(head, "cop")
        return head if copula is not None and copula < head and sentence.lemmas[copula] == "ser" else None
    if sentence.lemmas[head] != "ser":
        return None
    return next((t for t in sentence.kids(head, "nsubj") if head < t < clause), None)


def _verb(sentence: Sentence, mark: int, verbs: Verbs) -> tuple[int, str] | None:
    """The first form of a verb after "que" that depends on a noun as no verb can, with its infinitive."""
    for token in range(mark + 2, min(mark + 2 + _REACH, len(sentence))):
        if sentence.upos[token - 1] not in NOUNS or sentence.labels[token] not in _LOST:
            continue
        form = sentence.forms[token]
        if form.islower() and form.endswith(("a", "e", "an", "en")) and not sentence.kids(token, "det", "case"):
            lemma = verbs.infinitive(form)
            if lemma is not None and (sentence.upos[token] != "ADJ" or _is_no_participle(sentence, token, lemma)):
                return token, lemma
    return None


def _is_no_participle(sentence: Sentence, token: int, lemma: str) -> bool:
    """True for "invada", tagged as a participle though that of "invadir" is "invadido"."""
    return is_participle(sentence, token) and masculine_singular(sentence.forms[token]) != participle(lemma)


def _clause(sentence: Sentence, mark: int, verb: int, lemma: str) -> Iterator[Change]:
    """The changes that make the verb head its clause: conjunction, subject, and what follows."""
    top = sentence.heads[mark]
    subject = _outermost(sentence, mark + 1, verb)
    feats = None if sentence.feat(verb, "VerbForm") == "Fin" else _feats(sentence.low[verb], lemma)
    yield Change(verb, head=sentence.heads[top], label="ccomp", lemma=lemma, upos="VERB", feats=feats)
    yield Change(mark, head=verb)
    yield Change(subject, head=verb, label="nsubj")
    behind = [c for c in sentence.children[subject] if c > verb and sentence.labels[c] != "punct"]
    objects = [top] if top > verb else [c for c in behind if sentence.labels[c] == "flat"]
    for obj in objects[:1]:
        yield Change(obj, head=verb, label="obj")
    yield from (Change(later, head=first) for first, later in pairwise(objects))
    yield from (Change(c, head=verb) for c in behind if c not in objects)


def _outermost(sentence: Sentence, start: int, end: int) -> int:
    """The last token of a stretch whose head lies outside it."""
    return next(t for t in range(end - 1, start - 1, -1) if not start <= sentence.heads[t] < end)


def _feats(form: str, lemma: str) -> str:
    """The features of a present form."""
    number = "Plur" if form.endswith("n") else "Sing"
    return f"Mood={spelt(form, lemma)}|Number={number}|Person=3|Tense=Pres|VerbForm=Fin"


def second_contents(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "Dijo que Soto llegó, pero [que] no fue invitado": no pronoun, as the first "que" is none either."""
    for token in range(1, len(sentence)):
        verb = sentence.heads[token]
        subject = sentence.relations[token] == "nsubj" and sentence.upos[sentence.heads[token]] == "VERB"
        if not subject or sentence.low[token] != "que" or sentence.low[token - 1] not in _JOINING:
            continue
        if sentence.labels[verb] != "conj":
            continue
        above = sentence.heads[verb]
        for first in (above, *sentence.kids(above, "ccomp")):
            marks = sentence.kids(first, "mark")
            if first < token and any(sentence.low[m] == "que" for m in marks):
                yield Change(token, label="mark", upos="SCONJ")
                yield Change(verb, first)
                break
