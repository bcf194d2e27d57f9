"""What the Spanish parser would misread in a text, replaced sign by sign, so that offsets stay those of the text."""

from __future__ import annotations

import re

from teletipo.gazetteer import Gazetteer

#: control characters that are really quotes, dashes and dots of Windows-1252 -> those signs
_SIGNS = str.maketrans("\x85\x91\x92\x93\x94\x95\x96\x97", "…‘’“”•–—")
_STRAY = re.compile("[\x85\x91-\x97]")


_LABEL = (
    r"(?:(?:Lea|Lee|Leer|Vea|Ver)(?: (?:también|además|más|aquí))*|(?:Mire|Mira)(?: (?:también|además))+"
    r"|(?:Te|Le) (?:puede|podría)n?(?: también)? interesar(?: también)?)\s?:"
)
#: headlines of other articles that a page puts between its paragraphs, on the line of the label or on the next
_ASIDE = re.compile(rf"\({_LABEL}[^()\n]*\)|^\W?{_LABEL}\s*[^\n]*|(?<=[.!?”\"»] ){_LABEL}[^\n.]*", re.MULTILINE)
#: hyphens that set words off ("-dijo Soto-") and long dashes, which the parser takes for parts of words and names
_HYPHENS = re.compile(
    r"(?<= )[-–](?=[^\W\d_]|[¿¡\"“«])((?:[^\n–-]|(?<=\w)-(?=\w)){2,250})(?<=[\w\"”».?!)])-(?=[ ,.;:\n])"
)
_LONG = re.compile(r"(?<!\w)—|—(?!\w)")
#: what an editor puts into quoted words before a name: "(Ramón) Paz", "(el ministro) Paz"
_INSERTED = re.compile(r"\(([^()\n]{2,60})\)(?= [A-ZÁÉÍÓÚÑ][a-záéíóúñ])")
_INK = re.compile(r"\S")


def cleaned(text: str, names: Gazetteer) -> str:
    """A text of the same length without asides ("Lea también: …"), with dashes and quotes in place of look-alikes.

    What an editor inserted before a name in quoted words loses its brackets; `names` knows titles and first names.
    """
    clean = text.translate(_SIGNS) if _STRAY.search(text) else text
    clean = _ASIDE.sub(lambda aside: _INK.sub(" ", aside.group()), clean)
    clean = _HYPHENS.sub(r"–\1–", _LONG.sub("–", clean))
    return _INSERTED.sub(lambda m: f" {m[1]} " if _goes_before_name(m[1].split(), names) else m[0], clean)


def _goes_before_name(words: list[str], names: Gazetteer) -> bool:
    """True for a title, or for words that end with a first name ("el presidente Luis")."""
    titles = (names.noun(word) for word in words[1:3] if words[0] in ("el", "la"))
    return words[-1] in names.given_names or any(title is not None and title.kind == "person" for title in titles)
