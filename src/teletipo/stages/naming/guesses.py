"""Guesses: possible names by the model's boundaries and by runs of proper nouns, trimmed of foreign words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from teletipo.gazetteer import Gazetteer
from teletipo.lexicon.referring import Referring
from teletipo.stages.naming.nouns import is_portfolio
from teletipo.tree import Name, Sentence

_NAMELIKE = frozenset({"PROPN", "NOUN", "ADJ", "X", "NUM"})
#: what follows a common word that opens a sentence rather than a name that is its subject
_GOES_ON = frozenset({"ADP", "DET", "SCONJ", "NOUN", "ADJ"})
_ARTICLES = frozenset(("El", "La", "Los", "Las", "O", "Le", "Il", "The"))
_OPENED_BY = {"»": "«", "”": "“", "’": "‘", ")": "("}
_LINKS = (("de",), ("del",), ("de", "la"), ("de", "los"), ("de", "las"))
_QUOTES = frozenset("\"'“”«»‘’")


def guessed(sentence: Sentence) -> Iterator[tuple[int, int, str | None]]:
    """The tokens `[first, last)` and kind of each name that the model finds, trimmed.

    Then the runs of proper nouns that it left out, of no kind.
    """
    covered: set[int] = set()
    for name in sentence.names:
        first, last = _extent(sentence, name)
        if any(sentence.upos[t] in ("PROPN", "X") for t in range(first, last)):
            last = _flat_end(sentence, last)
            covered.update(range(first, last))
            if _two_names(sentence, first, last):
                yield first, first + 1, "ORG"
                yield first + 1, last, "PER"
            else:
                yield first, last, name.kind
    if "PROPN" in sentence.upos:
        yield from ((first, last, None) for first, last in _proper_runs(sentence, covered))


def joined(
    sentence: Sentence, names: Iterable[tuple[int, int, str | None]], gazetteer: Gazetteer
) -> Iterator[tuple[int, int, str | None]]:
    """The guessed names; a first name and what "de" and the tree join to it are one: "María de Lourdes Gil"."""
    found: list[tuple[int, int, str | None]] = []
    for first, last, label in sorted(names, key=lambda name: name[0]):
        given, end, kind = found[-1] if found else (0, 0, None)
        linked = sentence.low[end:first] in _LINKS and sentence.labels[first] == "flat"
        if linked and kind == "PER" and end - given == 1 and sentence.forms[given] in gazetteer.given_names:
            found[-1] = (given, last, kind)
        else:
            found.append((first, last, label))
    yield from found


def surnames(sentences: Iterable[Sentence], gazetteer: Gazetteer) -> frozenset[str]:
    """Surnames in an article that are nouns too: "Fuentes", if "Ana Fuentes" is named in full."""
    full = ((s, n) for s in sentences for n in s.names if n.kind == "PER" and n.last - n.first > 1)
    people = ((s, n) for s, n in full if all(s.upos[t] == "PROPN" for t in range(n.first, n.last)))
    called = ((s.low[n.first], s.forms[n.first + 1 : n.last]) for s, n in people)
    return frozenset(w for given, rest in called if not _noun(gazetteer, given) for w in rest if _noun(gazetteer, w))


def is_surname(sentence: Sentence, token: int) -> bool:
    """True where such a word is used as a name: in "Fuentes dijo", but not in "las Fuentes" or "Rey de"."""
    before, behind = max(0, token - 1), token + 1
    noun = before < token and sentence.upos[before] == "DET"
    longer = sentence.capitals[before] and before < token and sentence.upos[before] in _NAMELIKE
    if noun or longer or behind == len(sentence):
        return not (noun or longer)
    complement = sentence.low[behind] in ("de", "del") and sentence.low[before] != "a"  # "acusó a Fuentes de fraude"
    told = sentence.upos[behind] == "ADJ" and sentence.heads[behind] == token
    return not (complement or told or sentence.capitals[behind])


def _noun(gazetteer: Gazetteer, word: str) -> bool:
    return gazetteer.noun(word.lower()) is not None or gazetteer.noun(word.lower().removesuffix("s")) is not None


def _extent(sentence: Sentence, name: Name) -> tuple[int, int]:
    """The tokens of a name up to a verb that the model included, without lower-case words at either end.

    Up to an infinitive right behind it, too ("ordenó al [Ejército] liberar Alba"), and to a mark or bracket whose other
    half is no part of it ("«La [Voz]» la ministra"). That of a person ends before a noun: "nombró a [Ana Gil] jueza".
    """
    person = name.kind == "PER"
    others = (
        token
        for token in range(name.first + 1, name.last)
        if "VerbForm=Fin" in sentence.feats[token]
        or ("VerbForm=Inf" in sentence.feats[token] and sentence.upos[token - 1] == "PROPN")
        or (person and sentence.upos[token] == "NOUN" and sentence.forms[token].islower())
        or _OPENED_BY.get(sentence.forms[token], "") not in ("", *sentence.forms[name.first : token])
        or (sentence.forms[token] == "(" and ")" not in sentence.forms[token : name.last])
    )
    return trimmed(sentence, name.first, next(others, name.last))


def _flat_end(sentence: Sentence, last: int) -> int:
    """The end of a name, including capitalised words that the tree joins to it."""
    while last < len(sentence) and sentence.labels[last] == "flat" and sentence.capitals[last]:
        last += 1
    return last


def _proper_runs(sentence: Sentence, covered: set[int]) -> Iterator[tuple[int, int]]:
    """Runs of proper nouns in capitals among the tokens that are not covered."""
    start: int | None = None
    for token, upos in enumerate((*sentence.upos, None)):
        inside = upos == "PROPN" and token not in covered and sentence.capitals[token]
        if inside and start is None:
            start = token
        elif not inside and start is not None:
            yield start, token
            start = None


def _two_names(sentence: Sentence, first: int, last: int) -> bool:
    """True for "AFP Juan Pérez" in "declaró a la AFP Juan Pérez": an acronym, then a first name and a surname."""
    acronym = sentence.forms[first].isupper() and 2 <= len(sentence.forms[first]) <= 5
    told = first > 0 and sentence.low[first - 1] in ("a", "la")
    return acronym and told and last - first > 2 and all(f.istitle() for f in sentence.forms[first + 1 : last])


def has_nickname(sentence: Sentence, first: int, last: int) -> bool:
    """True for a name with another one of at most two words between quotation marks: "Sergio «Checo» Ruiz"."""
    marks = [t for t in range(first, last) if sentence.forms[t] in _QUOTES]
    return len(marks) == 2 and first < marks[0] < marks[1] - 1 < marks[0] + 3 and marks[1] < last - 1


def trimmed(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """The tokens from the first capital to the last capital or figure; none if there is no capital."""
    while first < last and not (sentence.capitals[first] and sentence.upos[first] in _NAMELIKE):
        first += 1
    while first < last and not (sentence.capitals[last - 1] or sentence.forms[last - 1][0].isdecimal()):
        last -= 1
    return first, last


def is_none(sentence: Sentence, first: int, last: int, label: str | None, gazetteer: Gazetteer) -> bool:
    """True for a guess of one word that names nobody.

    That is a single letter ("en X.", "el plan B"), and the capital of a sentence or heading that begins with a common
    word: "■ [Tomaron] por una hora".
    """
    if last - first > 1:
        return False
    form, following = sentence.forms[first], sentence.upos[last] if last < len(sentence) else "PUNCT"
    if len(form.rstrip(".")) == 1:
        return True
    if label == "ORG" or not sentence.opens(first) or form.isupper() or form in gazetteer.given_names:
        return False
    return following in _GOES_ON or (sentence.labels[first] == "root" and following != "PUNCT")


def article_of(sentence: Sentence, first: int) -> int:
    """Where a name begins with its article, if that opens no clause: "el diario [La Voz]", "la revista «[El Sol]»"."""
    article = first - 1
    if article < 1 or sentence.forms[article] not in _ARTICLES:
        return first
    before = sentence.forms[article - 1]
    quoted = before in _QUOTES and article > 1 and sentence.upos[article - 2] == "NOUN"
    return article if quoted or before in (",", "(") or before[-1].isalnum() else first


def past_matter(sentence: Sentence, first: int, last: int, gazetteer: Gazetteer, words: Referring) -> int:
    """Where the holder's name begins in "el ministro de [Gobierno Carlos Romero]"; `first` for other names.

    Its end for one that is all matter: "el ministro de [Comunicación Social]".
    """
    if first >= last or not is_portfolio(sentence, first, gazetteer, words):
        return first
    name = next((t for t in range(first, last) if sentence.low[t] not in words.portfolios), last)
    called = last - name > 1 and sentence.forms[name].istitle() and sentence.upos[name] == "PROPN"
    called = called and (sentence.capitals[name + 1] or sentence.forms[name] in gazetteer.given_names)
    told = last - name <= (sentence.low[first] in words.ministries)  # "Asuntos Jurídicos"
    return name if called else last if told and last - first > 1 else first
