"""Appositions: where behind a title the name of its holder stands ("la jefa de la Unión de Pesca (UP), Ana Ruiz")."""

from __future__ import annotations

from collections.abc import Mapping

from teletipo.lexicon.referring import Referring
from teletipo.stages.naming.names import Run
from teletipo.stages.naming.nouns import gender
from teletipo.stages.naming.phrases import Phrase
from teletipo.stages.naming.reference import Reference, reference
from teletipo.tags import NOMINAL
from teletipo.tree import Sentence

_RULERS = frozenset({"head of state", "head of government", "minister"})
_REACH = 16  #: tokens of a complement that the parser misplaced
_WITHIN = NOMINAL | {"DET", "ADP", "CCONJ", "NUM"}
_OPENING = _WITHIN - {"DET", "NOUN"}
_MARKS = frozenset("()\"'“”«»‘’")


def behind(
    sentence: Sentence, phrase: Phrase, starts: Mapping[int, Run], joined: Mapping[int, Reference]
) -> tuple[int, Run | None]:
    """Where a title ends, and the name right behind it or its comma; `joined` are the titles that follow."""
    last = phrase.last
    if last + 3 < len(sentence) and sentence.forms[last] == "(" and sentence.forms[last + 2] == ")":
        last += 3  # "el director de la Agencia (AEN), X"
    following = sentence.forms[last] if last < len(sentence) else ""
    run = starts.get(last + 1 if following in (",", "(", "“", '"', "«") else last)
    if phrase.kind.kind == "person" and (run is None or (following == "," and not _is_person(run))):
        end = _title_end(sentence, phrase.last, starts, joined)
        if end is not None:
            return end, starts[end + 1]
        if run is None and following == "," and _tells_origin(sentence, phrase, last + 1, joined):
            run = starts.get(last + 3)
            if run is not None and sentence.low[run.last : run.last + 1] in (("y",), ("e",)):
                run = None  # "el jefe de la misión, el sueco X y el juez": a list
    return last, run


def _title_end(sentence: Sentence, last: int, starts: Mapping[int, Run], joined: Mapping[int, Reference]) -> int | None:
    """Where a title ends if the parser misplaced its complement: "el delegado del Consejo para la pesca (CP), X".

    Another title in between has the name.
    """
    if last + 1 >= len(sentence):
        return None
    if sentence.upos[last] not in _OPENING and not _goes_on(sentence, last):
        return None
    for token in range(last, min(last + _REACH, len(sentence) - 1)):
        if token in joined and _is_another(sentence, joined[token]):
            return None
        if sentence.upos[token : token + 2] == ("DET", "ADP"):
            return None  # "el jefe de la sección 22 y [el de] la 18, X"
        run = starts.get(token + 1) if sentence.forms[token] == "," and token > last else None
        if run is not None and _is_person(run):
            return token
        if sentence.upos[token] not in _WITHIN and not _goes_on(sentence, token):
            return None
    return None


def _is_person(run: Run) -> bool:
    return run.label == "PER" or run.entry("person") is not None


def _is_another(sentence: Sentence, title: Reference) -> bool:
    """True for somebody else's title; what one stands for ("la candidata a alcaldesa de Soria, X") is one's own."""
    told = title.phrase is None or title.phrase.determiner is not None
    return title.kind == "person" and (told or sentence.low[title.first - 1] in ("del", "al", "y", "e"))


def _goes_on(sentence: Sentence, token: int) -> bool:
    """True for a bracket, a quotation mark, and the comma of a list of fields: "de Agua, Pesca y Puertos"."""
    form = sentence.forms[token]
    return form in _MARKS or (form == "," and sentence.forms[token + 1].istitle())


def _tells_origin(sentence: Sentence, phrase: Phrase, article: int, joined: Mapping[int, Reference]) -> bool:
    """True for "el jefe de la misión, el sueco X": a word that says where the holder is from or stands.

    It agrees with the title; in "la jefa de la misión, el sueco X" there are two.
    """
    word = article + 1
    if word + 1 >= len(sentence) or sentence.low[article] not in ("el", "la") or article in joined:
        return False
    alike = gender(sentence, phrase.first, phrase.noun) in (None, "Masc" if sentence.low[article] == "el" else "Fem")
    return alike and sentence.upos[word] in NOMINAL and sentence.forms[word].islower()


def beside_title(
    sentence: Sentence, phrase: Phrase, last: int, joined: Mapping[int, Reference], words: Referring
) -> Reference | None:
    """Two titles of one person: "el jefe del Comando, el general X", "el vicepresidente y alcalde de Y, X".

    Also with nothing between them: "la consejera presidenta del instituto, X", "su hermano el presidente, X".
    """
    if phrase.kind.kind != "person":
        return None
    following = sentence.forms[last] if last < len(sentence) else ""
    other = joined.get(last + 1) if following in (",", "y", "e") else joined.get(last)
    if other is None or other.kind != "person" or other.run is None or other.phrase is None:
        return None
    if phrase.noun < other.run.last <= last:
        return None  # "el abogado de Ana Ruiz, alcaldesa de Soria": her title
    if _are_rulers(phrase, other.phrase) and phrase.country != other.phrase.country:
        return None  # "la canciller alemana, el presidente francés X": two persons
    bare = other.phrase.determiner is None and other.phrase.first > last - 1
    kin = phrase.lemma in words.kin and phrase.determiner == "poss"
    if following == "," or bare or (kin and following not in ("y", "e")):
        return reference(sentence, phrase.first, other.last, "title", kind="person", run=other.run, phrase=phrase)
    return None


def _are_rulers(one: Phrase, other: Phrase) -> bool:
    """True for two heads of known states, who are never one person."""
    return all(p.kind.type in _RULERS and p.country is not None for p in (one, other))
