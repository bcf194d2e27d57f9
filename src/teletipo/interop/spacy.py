"""spaCy: a pipeline component `teletipo`, and dossiers as `Doc` objects.

>>> nlp = spacy.blank("es"); nlp.add_pipe("teletipo")  # doctest: +SKIP
>>> doc = nlp("Rusia y China firmaron un acuerdo."); doc._.teletipo.events  # doctest: +SKIP
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from teletipo.records import Dossier
from teletipo.spans import Span

#: Span groups that a document gets.
GROUPS = ("teletipo_mentions", "teletipo_events", "teletipo_roles", "teletipo_statements")


@Language.factory("teletipo", assigns=["doc._.teletipo"])  # type: ignore[untyped-decorator]
def make(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component: reads the document's text and annotates it. It needs no other component before it."""
    from teletipo.pipeline import read

    def component(doc: Doc) -> Doc:
        return annotated(doc, read(doc.text))

    return component


def extend() -> None:
    """Register `doc._.teletipo`, the dossier stored in the document's user data."""
    if not Doc.has_extension("teletipo"):
        Doc.set_extension("teletipo", getter=_stored)


def annotated(doc: Doc, dossier: Dossier) -> Doc:
    """`doc` with the dossier and its span groups; a span inside a token is widened to the token.

    The text of `doc` must be the article's text.
    """
    extend()
    doc.user_data["teletipo"] = dossier.to_json()
    people = {e.id: e.kind for e in dossier.entities}
    for group in GROUPS:
        doc.spans[group] = []
    for group, label, span, id in _labelled(dossier, people):
        found = doc.char_span(span.start, span.end, label=label, span_id=id, alignment_mode="expand")
        if found is not None:
            doc.spans[group].append(found)
    return doc


def document(nlp: Language, dossier: Dossier) -> Doc:
    """The dossier as a new document, tokenised by `nlp`."""
    return annotated(nlp.make_doc(dossier.article.text or ""), dossier)


def _stored(doc: Doc) -> Dossier | None:
    import msgspec

    data = doc.user_data.get("teletipo")
    return msgspec.json.decode(data.encode("utf-8"), type=Dossier) if data else None


def _labelled(dossier: Dossier, people: dict[str, Any]) -> Iterator[tuple[str, str, Span, str]]:
    for mention in dossier.mentions:
        yield "teletipo_mentions", people.get(mention.entity, "group"), Span(mention.start, mention.end), mention.id
    for event in dossier.events:
        for anchor in event.anchors:
            yield "teletipo_events", f"{event.type}:{event.certainty}", anchor, event.id
        for role in event.roles:
            yield "teletipo_roles", role.role, Span(role.start, role.end), event.id
    for statement in dossier.statements:
        for part in statement.content:
            yield "teletipo_statements", statement.kind, part, statement.id
