"""Called: bodies of which an apposition tells the name ("el mayor sindicato del país, la UGT, convocó")."""

from __future__ import annotations

from collections.abc import Mapping

from teletipo.lexicon.referring import Referring
from teletipo.stages.naming.names import Run
from teletipo.stages.naming.phrases import Phrase
from teletipo.stages.naming.reference import Reference, head_of, reference
from teletipo.tree import Sentence


def called(
    sentence: Sentence, phrase: Phrase, starts: Mapping[int, Run], joined: Mapping[int, Reference], words: Referring
) -> Reference | None:
    """The body that a description and the name after its comma mean; `joined` are the expressions that follow."""
    at = phrase.last + 1
    generic = phrase.kind.kind == "organisation" and phrase.lemma in words.again.organisation
    if not generic or phrase.plural or sentence.forms[phrase.last : at] != (",",) or at >= len(sentence):
        return None
    run = starts.get(at + (sentence.upos[at] == "DET"))
    if run is not None and _names_body(run):
        found = reference(sentence, phrase.first, run.last, "name", kind="organisation", run=run, phrase=phrase)
        return found if _is_apposition(sentence, phrase, run.first, run.last) else None
    body = joined.get(at)  # "la Federación Agraria", which its first noun describes
    if body is None or body.form != "name" or body.kind != "organisation" or body.phrase is None:
        return None
    found = reference(
        sentence, phrase.first, body.last, "name",
        kind="organisation", run=body.run, phrase=body.phrase, acronym=body.acronym,
    )  # fmt: skip
    return found if _is_apposition(sentence, phrase, body.first, body.last) else None


def _names_body(run: Run) -> bool:
    return run.entry("organisation") is not None or (not run.known and run.label != "PER")


def _is_apposition(sentence: Sentence, phrase: Phrase, first: int, last: int) -> bool:
    """True if the tree says so, or for an acronym between commas; not for a list: "la empresa, Gasur y Petrosur"."""
    head = head_of(sentence, first, last)
    apposed = sentence.labels[head] == "appos" and sentence.heads[head] == phrase.noun
    acronym = len(sentence.forms[head]) > 2 and sentence.forms[head].isupper()
    closed = sentence.forms[last : last + 1] in ((",",), (".",), (")",), (";",))
    listed = any(sentence.capitals[last + 1 : last + 2]) or sentence.low[last + 1 : last + 2] in (("y",), ("e",))
    return closed and sentence.kid(head, "conj") is None and (apposed or (acronym and not listed))
