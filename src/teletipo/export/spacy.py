"""spaCy: the documents as one `DocBin` file with span groups, for training and for displaCy."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from teletipo.errors import InputError
from teletipo.export.report import Report
from teletipo.records import Dossier


def write(dossiers: Iterable[Dossier], path: Path) -> Report:
    """Write a `.spacy` file; read it with `DocBin().from_disk(path).get_docs(spacy.blank("es").vocab)`.

    Raises InputError if spaCy is not installed.
    """
    try:
        import spacy
        from spacy.tokens import DocBin
    except ModuleNotFoundError:
        raise InputError("spaCy is not installed: pip install 'teletipo[spacy]'") from None
    from teletipo.interop.spacy import document

    report = Report()
    nlp = spacy.blank("es")
    docs = DocBin(store_user_data=True)
    for dossier in dossiers:
        docs.add(document(nlp, dossier))
        report.exported += 1
        report.skip("quantities (in user data only)", len(dossier.quantities))
    docs.to_disk(path)
    return report
