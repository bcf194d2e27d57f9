"""spaCy: the documents as `DocBin` files with span groups, for training and for displaCy."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count, islice
from pathlib import Path

from teletipo.errors import InputError
from teletipo.export.report import Report
from teletipo.records import Dossier

#: Documents per file: a `DocBin` is held in memory as a whole, at some 0.4 MB per news article.
FILE = 1000


def write(dossiers: Iterable[Dossier], path: Path, documents: int = FILE) -> Report:
    """Write a `.spacy` file; read it with `DocBin().from_disk(path).get_docs(spacy.blank("es").vocab)`.

    Each file holds at most `documents`; further ones are "x-2.spacy", "x-3.spacy" … Raises InputError if spaCy is not
    installed.
    """
    try:
        import spacy
        from spacy.tokens import DocBin
    except ModuleNotFoundError:
        raise InputError("spaCy is not installed: pip install 'teletipo[spacy]'") from None
    from teletipo.interop.spacy import document

    report = Report()
    waiting = iter(dossiers)
    for number in count(1):
        nlp, docs = spacy.blank("es"), DocBin(store_user_data=True)
        for dossier in islice(waiting, documents):
            docs.add(document(nlp, dossier))
            report.exported += 1
            report.skip("quantities (in user data only)", len(dossier.quantities))
        if number > 1 and not len(docs):
            break
        docs.to_disk(path if number == 1 else path.with_stem(f"{path.stem}-{number}"))
    return report
