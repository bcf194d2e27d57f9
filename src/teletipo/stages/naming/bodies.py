"""Bodies: names of bodies with all their words, by the fields they list and by the letters in brackets behind them."""

from __future__ import annotations

import msgspec

from teletipo.gazetteer import Gazetteer
from teletipo.lexicon.referring import Referring
from teletipo.stages.naming.names import Run
from teletipo.stages.naming.nouns import is_plural
from teletipo.tree import Sentence

_FUNCTION_WORDS = frozenset({"ADP", "DET", "CCONJ"})
_ARTICLES = frozenset({"el", "la", "los", "las"})
_LISTING = frozenset({"y", "e", ","})
_PREPOSITIONS = frozenset({"de", "del", "al", "a", "para", "contra"})
_LETTERS = range(3, 11)  #: of an acronym that is compared with the words before it
_LEFT_OUT = 2  #: initials that an acronym may leave out: "IFAI" has not those of "Protección de Datos"


def whole_names(sentence: Sentence, runs: tuple[Run, ...], gazetteer: Gazetteer, words: Referring) -> tuple[Run, ...]:
    """The names of a sentence; those of bodies reach to their ends, and what lies inside them is no name."""
    found: list[Run] = []
    for run in runs:
        if found and run.first < found[-1].last:
            if (holder := _holder(sentence, run, found[-1].last)) is not None:
                found.append(holder)
            continue
        if run.headed and not run.known and not is_plural(sentence, run.first):
            last = fields_end(sentence, run.first, run.last, gazetteer, words)
            run = msgspec.structs.replace(run, last=last)
        found.append(run)
    return tuple(_spelt(sentence, found, gazetteer))


def _holder(sentence: Sentence, run: Run, first: int) -> Run | None:
    """The person's name behind a field: "el ministro de Industria y [Comercio Martin Kocourek]"."""
    called = run.label == "PER" and run.last - first > 1 and all(sentence.capitals[first : run.last])
    return msgspec.structs.replace(run, first=first) if called else None


def fields_end(sentence: Sentence, first: int, last: int, gazetteer: Gazetteer, words: Referring) -> int:
    """The end of the name or post `[first, last)` with the fields behind it: "Comisión de Aguas[ y Presas]"."""
    end = token = last
    while (field := _field(sentence, first, token, gazetteer, words)) is not None:
        joining = sentence.low[token]
        token = field + 1
        while token < len(sentence) and sentence.capitals[token] and sentence.low[token] in words.portfolios:
            token += 1
        if joining != ",":
            end = token
    return end


def _field(sentence: Sentence, first: int, token: int, gazetteer: Gazetteer, words: Referring) -> int | None:
    """The field that a conjunction, comma or preposition at `token` joins to the name that begins at `first`.

    A conjunction joins it to what the name says after a preposition: "la Fiscalía General y Seguridad Pública" are two.
    """
    if token + 1 >= len(sentence) or sentence.low[token] not in _PREPOSITIONS | _LISTING:
        return None
    field = token + 1
    if sentence.low[token] in _LISTING:
        if not any(sentence.low[t] in _PREPOSITIONS for t in range(first, token)):
            return None
    elif sentence.low[field] in _ARTICLES:
        field += 1
    told = field < len(sentence) and sentence.capitals[field] and sentence.low[field] in words.portfolios
    return field if told and gazetteer.noun(sentence.low[field]) is None else None


def _spelt(sentence: Sentence, runs: list[Run], gazetteer: Gazetteer) -> list[Run]:
    """The names, from the first word whose letters stand in brackets behind: "[Comisión de Aguas y] Presas (CAP)"."""
    for bracket, form in enumerate(sentence.forms):
        first = _spelt_from(sentence, bracket, gazetteer) if form == "(" else None
        if first is None or any(r.first <= first and bracket <= r.last for r in runs):
            continue
        inside = [r for r in runs if first <= r.first and r.last <= bracket]
        headed = gazetteer.noun(sentence.low[first]) is not None
        if headed or inside:
            label = "ORG" if headed else inside[0].label
            country = next((c for r in inside for c in (r.country, *(e.country for e, _ in r.entries)) if c), None)
            end = bracket - (sentence.forms[bracket - 1] == ",")
            runs = [*(r for r in runs if r not in inside), Run(first, end, (), label, country, headed)]
    return sorted(runs, key=lambda r: r.first)


def _spelt_from(sentence: Sentence, bracket: int, gazetteer: Gazetteer) -> int | None:
    """The first of the words right before a bracket with whose initials the letters in it are written."""
    letters, initials = "".join(sentence.forms[bracket + 1 : bracket + 2]), ""
    if not letters.isupper() or len(letters) not in _LETTERS or sentence.forms[bracket + 2 : bracket + 3] != (")",):
        return None
    listed = sentence.forms[bracket - 1] == ","
    for token in range(bracket - 1, -1, -1):
        if sentence.capitals[token]:
            initials = sentence.forms[token][0] + initials
            kind = gazetteer.noun(sentence.low[token])
            body = kind is not None and kind.kind == "organisation" and initials[0] == letters[0]
            same = initials == letters or (body and len(initials) <= len(letters) + _LEFT_OUT)
            if same and initials.startswith(letters) and (body or not listed):
                return token
        elif sentence.upos[token] not in _FUNCTION_WORDS and sentence.forms[token] != ",":
            return None
        listed = listed or sentence.forms[token] == "," or sentence.upos[token : token + 2] == ("CCONJ", "DET")
    return None
