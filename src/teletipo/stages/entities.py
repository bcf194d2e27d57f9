"""Entities: resolves each referring expression to the entity it refers to, with the reason."""

from __future__ import annotations

from functools import partial

import msgspec

from teletipo.cast import SOMEWHERE, Cast, Placed
from teletipo.gazetteer import Gazetteer
from teletipo.lexicon.referring import Referring
from teletipo.records import Article, Entity, Mention, content_id
from teletipo.spans import Span
from teletipo.stages.naming.metonymy import head_token
from teletipo.stages.naming.reference import APART, Reference
from teletipo.stages.resolving.anaphora import Anaphora
from teletipo.stages.resolving.belonging import belong
from teletipo.stages.resolving.figures import Figure, tidy
from teletipo.stages.resolving.identity import who
from teletipo.stages.resolving.ledger import Ledger
from teletipo.tree import Sentence


def resolve(
    article: Article,
    sentences: tuple[Sentence, ...],
    references: tuple[Reference, ...],
    gazetteer: Gazetteer,
    referring: Referring,
) -> Cast:
    """Who is mentioned where: names first, then the expressions that refer back to them, sentence by sentence."""
    ledger = Ledger(article, sentences, references, gazetteer, referring)
    anaphora = Anaphora(sentences, referring)
    placed: list[tuple[Reference, Figure, str]] = []
    by_sentence: dict[int, list[Reference]] = {}
    for reference in references:
        by_sentence.setdefault(reference.sentence, []).append(reference)
    for sentence in sentences:
        here = by_sentence.get(sentence.index, [])
        for reference in sorted(here, key=partial(_is_ours, sentence)):  # "nuestro país" after who says so
            if not reference.silent:
                for figure, why in who(ledger, reference, anaphora):
                    placed.append((reference, figure, _with_basis(figure, why)))
                    anaphora.note(reference, figure)
        anaphora.note_lists(sentence)
        for reference, figure, why in anaphora.settle(sentence, [r for r in here if r.silent]):
            placed.append((reference, figure, why))
    belong(sentences, placed, referring)
    return _cast(article, sentences, placed, gazetteer)


def _is_ours(sentence: Sentence, reference: Reference) -> bool:
    """True for a description with "mi" or "nuestro", which depends on others in the sentence."""
    return reference.phrase is not None and sentence.feat(reference.first, "Person") == "1"


def _with_basis(figure: Figure, why: str) -> str:
    """The reason, with what shows the country if no word of the expression does; given once."""
    if figure.basis is None:
        return why
    basis, figure.basis = figure.basis, None
    return f"{why}; {figure.country or figure.likely}: {basis}"


def _cast(
    article: Article,
    sentences: tuple[Sentence, ...],
    placed: list[tuple[Reference, Figure, str]],
    gazetteer: Gazetteer,
) -> Cast:
    """The finished records of everybody mentioned, and their mentions in text order."""
    figures = {id(f): f for _, f, _ in placed}
    entities = {key: _located(f.entity(article.id), gazetteer) for key, f in figures.items()}
    found = []
    for r, figure, why in placed:
        span = _bounded(article.text or "", sentences[r.sentence].span(r.first, r.last))
        entity = entities[id(figure)].id
        form = "metonym" if r.form == "name" and why.startswith("metonym") else r.form
        mention = Mention(
            id=content_id("m:", article.id, span.start, span.end, form, entity),
            entity=entity, start=span.start, end=span.end, form=form, why=why,
        )  # fmt: skip
        also = _parts(sentences[r.sentence], r)
        found.append(Placed(also=also, mention=mention, sentence=r.sentence, first=r.first, last=r.last, head=r.head))
    found.sort(key=lambda p: (p.sentence, p.first, -p.last, p.mention.form, p.mention.id))
    return Cast(tuple({e.id: e for e in entities.values()}.values()), tuple(found))


def _bounded(text: str, span: Span) -> Span:
    """The span without marks of what stands around it, but with a bracket that closes inside: "(Ana) Gil"."""
    words = tidy(span.of(text))
    opens = text[span.start - 1 : span.start] == "(" and ")" in words and "(" not in words
    return Span(span.start - opens, span.start + len(words))


def _located(entity: Entity, gazetteer: Gazetteer) -> Entity:
    """The entity with its coordinates, if it is a place that the gazetteer can put on a map."""
    if entity.known is None or entity.kind not in SOMEWHERE:
        return entity
    known = gazetteer.entry(entity.known)
    return msgspec.structs.replace(entity, latitude=known.latitude, longitude=known.longitude)


def _parts(sentence: Sentence, reference: Reference) -> tuple[int, ...]:
    """Heads of the name and the title in an expression that has both."""
    if reference.run is None or reference.phrase is None or reference.role in APART:
        return ()
    heads = {head_token(sentence, reference.run), reference.phrase.noun} - {reference.head}
    return tuple(sorted(h for h in heads if reference.first <= h < reference.last))
