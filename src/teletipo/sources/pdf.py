"""PDF: the text layer of the file as one article; scanned pages have none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from teletipo.sources.extras import needed
from teletipo.sources.source import Options, Source, UnusableError, source


def read(stream: BinaryIO, origin: str, options: Options) -> Iterator[Source]:
    """The text of all pages, words hyphenated at line ends joined."""
    pdfium = needed("pypdfium2", "pdf", "PDF")
    data = stream.read()
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise UnusableError("pdf", f"not a readable PDF: {error}") from None
    pages = [page.get_textpage().get_text_range() for page in document]
    title = document.get_metadata_value("Title")
    document.close()
    text = flowing("\n\n".join(pages))
    if not text:
        raise UnusableError("empty", "no text layer in this PDF (scanned pages?)")
    yield source(text, data=data, origin=origin, options=options, title=title)


def flowing(text: str) -> str:
    """The text with the lines of each paragraph joined; a line that ends a sentence ends its paragraph."""
    text = text.replace("\r\n", "\n").replace("\ufffe", "-\n")
    text = re.sub(r"(?<=\w)-\n(?=[a-záéíóúüñ])", "", text)
    text = re.sub(r"(?<![.!?:»”\"\n])\n(?!\n)", " ", text)
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
