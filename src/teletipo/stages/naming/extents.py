"""Extents: where a noun phrase begins and ends, by the tree where it can be trusted."""

from __future__ import annotations

from teletipo.lexicon.referring import Referring
from teletipo.tags import NOMINAL
from teletipo.tree import Sentence

_LEFT = frozenset({"det", "amod", "nummod", "advmod", "compound", "fixed", "flat"})
_RIGHT = frozenset({"amod", "nmod", "flat", "compound", "nummod", "fixed", "obl", "obj", "iobj", "advmod"})
_INSIDE = frozenset({"det", "case", "amod", "nummod", "advmod", "compound", "flat", "fixed", "cc", "mark"})
_ONE = (("uno",), ("una",), ("alguno",), ("alguna",), ("algunos",), ("algunas",))
_LISTING = ((",",), ("y",), ("e",))


def left_end(sentence: Sentence, noun: int) -> int:
    """First token of the phrase: determiners, numerals and adjectives before the noun."""
    first = noun
    while first > 0:
        token = first - 1
        node = token
        while (
            sentence.heads[node] > token and sentence.heads[node] != noun and sentence.labels[node] in (*_LEFT, "case")
        ):
            node = sentence.heads[node]
        if sentence.heads[node] != noun or sentence.labels[node] not in _LEFT or sentence.upos[token] == "PUNCT":
            break
        first = token
    while first > 0 and _counts(sentence, first - 1, noun):
        first -= 1
    return first


def quantified(sentence: Sentence, first: int, words: Referring) -> int:
    """The first token, including what counts the phrase: "más de 1.400 personas", "centenares de civiles"."""
    forms = list(sentence.low[max(0, first - 2) : first])
    if "NumType=Card" in sentence.feats[first] or sentence.upos[first] == "NUM":
        if " ".join(forms) in words.quantifiers:
            return first - 2
        return first - 1 if forms and forms[-1] in words.quantifiers else first
    counting = len(forms) == 2 and forms[1] == "de" and {forms[0], sentence.low_lemmas[first - 2]} & words.counting
    if counting and sentence.forms[first - 3 : first - 2] not in (("por",), ("Por",)):
        start = first - 2
        return start - 1 if start > 0 and sentence.upos[start - 1] in ("DET", "NUM") else start
    return first


def _counts(sentence: Sentence, token: int, noun: int) -> bool:
    """True for a determiner or numeral right before the phrase, whatever the tree says."""
    if sentence.upos[token] == "DET" and sentence.forms[token].isalpha():  # no quotation mark that is tagged so
        return token + 1 == noun or sentence.upos[token + 1] in ("NUM", "ADJ", "DET", "NOUN")
    year = sentence.upos[token + 1] == "DET"  # "en 2020 el Gobierno"
    return sentence.upos[token] == "NUM" and sentence.labels[token] != "root" and not year


def right_end(
    sentence: Sentence,
    noun: int,
    end: int,
    words: Referring,
    stops: frozenset[int],
    holders: frozenset[int] = frozenset(),
) -> int:
    """The end of the phrase: adjectives and complements right after it, but no clauses and no names in apposition."""
    while end < len(sentence) and end not in holders:
        node = end
        while sentence.heads[node] >= end and sentence.heads[node] > node:
            node = sentence.heads[node]
        if not noun <= sentence.heads[node] < end or not _belongs(sentence, noun, node, words):
            if not _numbers(sentence, noun, end):
                break
            node = end
        if any(sentence.labels[t] not in _INSIDE for t in range(end, node)):
            break
        if sentence.heads[node] == noun and any(t in stops for t in range(end, node + 1)):
            break
        end = node + 1
    return end


def _numbers(sentence: Sentence, noun: int, token: int) -> bool:
    """True for the number of a complement, whatever the tree says: "el jefe de la sección 22"."""
    told = token - 1 > noun and sentence.upos[token - 1] in ("NOUN", "PROPN") and sentence.forms[token].isdigit()
    return told and sentence.upos[token + 1 : token + 2] in (("ADP",), ("PUNCT",), ("VERB",), ("AUX",))


def listed_end(sentence: Sentence, noun: int, last: int, others: frozenset[int]) -> int:
    """The end of a name or post that lists its fields: "el Ministerio de Educación, Cultura y Deporte".

    `others` are tokens of names of somebody or some place else, which such a list has not.
    """
    end, token = last, last
    if last - 1 <= noun or not sentence.capitals[last - 1] or last - 1 in others:
        return last
    while sentence.low[token : token + 1] in _LISTING and _capital_item(sentence, token + 1, others):
        end = token + 2
        while end < len(sentence) and sentence.capitals[end] and end not in others:
            end += 1
        if sentence.forms[token] != ",":
            return end if token > last else last
        token = end
    return last


def names_end(sentence: Sentence, noun: int, last: int, states: frozenset[int]) -> int:
    """The end of the list of names after a plural phrase: "los presidentes de Perú, [Chile y Ecuador]".

    `states` are the first tokens of names of states, which belong to it even where the tree joins them to the noun.
    """
    token, first = last, last - 1
    while sentence.labels[first] == "flat":
        first = sentence.heads[first]
    above = {first, noun} if first in states else {first}
    while sentence.low[token : token + 1] in _LISTING:
        joining = sentence.low[token]
        token += 2 if sentence.upos[token + 1 : token + 2] == ("DET",) else 1
        joined = token < len(sentence) and sentence.heads[token] in (above if token in states else {first})
        if not joined or sentence.upos[token] != "PROPN" or sentence.upos[first] == "NOUN":
            return last
        token += 1
        while token < len(sentence) and sentence.labels[token] == "flat":
            token += 1
        if joining != ",":
            return token
    return last


def _capital_item(sentence: Sentence, token: int, others: frozenset[int]) -> bool:
    """True for a capitalised word that is nobody's name."""
    return token < len(sentence) and token not in others and sentence.forms[token].istitle()


def clause_end(sentence: Sentence, first: int, noun: int) -> int:
    """The end of a relative clause that defines the noun right before it ("los países que …").

    Else the end of the noun: if it is counted or described otherwise, or is a set that one is taken of ("uno de los").
    """
    end = noun + 1
    bare = all(sentence.upos[t] == "DET" and "Definite=Ind" not in sentence.feats[t] for t in range(first, noun))
    if not bare or sentence.low[end : end + 1] != ("que",) or sentence.low[first - 2 : first - 1] in _ONE:
        return end
    clause = next((c for c in sentence.children[noun] if c > end and sentence.labels[c].startswith("acl")), None)
    below = set(sentence.subtree(clause)) if clause is not None else set()
    last = end
    while last < len(sentence) and last in below and sentence.upos[last] != "PUNCT":
        last += 1
    return last


def _belongs(sentence: Sentence, noun: int, node: int, words: Referring) -> bool:
    """Whether the phrase continues with `node`, whose head is in it."""
    head, label = sentence.heads[node], sentence.labels[node]
    if "VerbForm=Fin" in sentence.feats[node] or sentence.upos[node] == "PUNCT":
        return False
    if sentence.upos[node] == "ADV" and sentence.low[node + 1 : node + 2] == ("de",):
        return False  # "un convoy cerca de la ciudad": where it was, not which it is
    if label == "conj":
        article = sentence.kid(node, "det")
        paired = sentence.upos[node] in NOMINAL and (article is None or sentence.capitals[article])
        return paired and (head != noun or sentence.upos[node] == "ADJ")
    if sentence.low_lemmas[node] in words.times and not sentence.kids(node, "case"):
        return False
    if label not in _RIGHT:
        return label == "appos" and head != noun and sentence.upos[node] == "PROPN" and sentence.forms[node - 1] != ","
    if label not in ("nmod", "obl", "obj", "iobj"):
        return True
    opening = sentence.kid(node, "case", "mark")
    if opening is not None and sentence.kids(opening, "fixed"):  # "las víctimas [en nombre del Estado]"
        return False
    case = None if opening is None else sentence.low[opening]
    if case in ("a", "al"):
        return sentence.low_lemmas[head] in words.adjectives_with_a
    if label != "nmod" and head == noun:
        return case in ("de", "del")
    if case in words.abroad:
        return sentence.capitals[node] or sentence.low[node] in words.again.state
    if case == "entre":  # "la frontera entre Sudán y Chad"
        return any(sentence.low_lemmas[t] in words.bordering for t in (head, *sentence.kids(head, "amod")))
    return case in words.links or (case is None and label == "nmod")
