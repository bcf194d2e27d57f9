"""Whether the spelling of words in a text allows a form of the gazetteer."""

from __future__ import annotations

from collections.abc import Sequence

from teletipo.folding import fold
from teletipo.gazetteer.entries import Entry, Form, FormKind
from teletipo.gazetteer.forms import JOINERS, atoms, words

Named = tuple[tuple[Entry, Form], ...]

_ARTICLES = frozenset({"El", "La", "Los", "Las"})
_ORDER = {"name": 0, "acronym": 1, "metonym": 2, "description": 3, "demonym": 4}


def runs_from(forms: Sequence[str], start: int, limit: int) -> list[tuple[tuple[str, ...], tuple[str, ...], int]]:
    """Runs of whole tokens from `start` on of at most `limit` atoms: (atoms, words, end), the shortest first."""
    runs: list[tuple[tuple[str, ...], tuple[str, ...], int]] = []
    keys: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    for position in range(start, len(forms)):
        more = atoms(forms[position])
        if not more:
            if forms[position] not in JOINERS or (forms[position] == "." and not _abbreviated(shown)):
                break
            continue
        keys, shown = keys + more, shown + words(forms[position])
        if len(keys) > limit:
            break
        runs.append((keys, shown, position + 1))
    return runs


def _abbreviated(shown: tuple[str, ...]) -> bool:
    """Whether the last word may be an abbreviation ("EE", "S"), so that a full stop does not end the sentence."""
    return bool(shown) and len(shown[-1]) <= 3 and shown[-1].isupper()


def is_acronym(forms: Sequence[str], shown: tuple[str, ...]) -> bool:
    """Whether a short word in capitals stands in a sentence that is not all capitals ("el informe PISA")."""
    return len(shown) == 1 and len(shown[0]) <= 4 and shown[0].isupper() and any(form.islower() for form in forms)


def fitting(pairs: Sequence[tuple[Entry, Form]], shown: tuple[str, ...]) -> Named:
    """The pairs whose spelling fits the words; only those spelt exactly so if there are any."""
    fit = [pair for pair in pairs if cased(pair[1], shown)]
    exact = [pair for pair in fit if words(pair[1].text) == shown]
    return one_form_each(exact or fit)


def cased(form: Form, shown: tuple[str, ...]) -> bool:
    """Whether capitals and accents of the words allow the form."""
    pairs = list(zip(words(form.text), shown, strict=True))
    if not all(_accents_fit(mine, theirs, form.kind) for mine, theirs in pairs):
        return False
    capitals = [(mine, theirs) for mine, theirs in pairs if mine[0].isupper()]
    if form.kind == "demonym" or not capitals:
        return True
    if any(not _capital_fits(mine, theirs) for mine, theirs in capitals[1:]):
        return False
    if _capital_fits(*capitals[0]):
        return True
    # "consejo de Seguridad", "la Habana": the first word of a longer name is often left in lower case
    first = capitals[0][0]
    return len(capitals) > 1 and not first.isupper() and not (form.ambiguous and first in _ARTICLES)


def _accents_fit(mine: str, theirs: str, kind: FormKind) -> bool:
    """Accents may be left out of names ("Iran"), never added or moved ("Indicó"); demonyms need theirs ("fines")."""
    if mine.lower() == theirs.lower():
        return True
    bare = fold(theirs) == theirs.lower()
    return bare and (kind != "demonym" or theirs.isupper())


def _capital_fits(mine: str, theirs: str) -> bool:
    """An acronym needs all its capitals, from four letters on only the first ("Otan"); other words need a capital."""
    if len(mine) > 1 and mine.isupper():
        return theirs.isupper() or (len(mine) > 3 and theirs.istitle())
    return theirs[0].isupper()


def one_form_each(pairs: Sequence[tuple[Entry, Form]]) -> Named:
    """Each entry once, with its most specific form, in the given order."""
    best: dict[str, tuple[Entry, Form]] = {}
    for entry, form in pairs:
        known = best.get(entry.id)
        if known is None or _ORDER[form.kind] < _ORDER[known[1].kind]:
            best[entry.id] = (entry, form)
    return tuple(best.values())
