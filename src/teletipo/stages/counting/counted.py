"""Counted: the noun that an amount counts or measures, and the noun phrase that it heads."""

from __future__ import annotations

from bisect import bisect_left

from teletipo.amounts import Amount
from teletipo.grammar.groups import stands_under_de
from teletipo.spans import Span
from teletipo.tags import AT_WORD, NOUNS
from teletipo.tree import Sentence

#: rules of quantities.yaml whose amounts count things; those of the others have a unit of their own
COUNTS = frozenset({
    "count", "count.millions", "count.collective", "count.range", "count.or", "count.or_more", "count.one",
    "count.least_one",
})  # fmt: skip
ARGUMENTS = frozenset({"obj", "nsubj", "nsubj:pass"})
#: what belongs to the noun phrase of what is counted; clauses and appositions do not
_PHRASE = frozenset({"amod", "conj", "cc", "nmod", "case", "det", "flat", "compound", "fixed"})
_BEFORE = frozenset({"amod", "case", "det"})


def last_token(sentence: Sentence, end: int) -> int | None:
    """The token that ends an amount, or holds its end."""
    token = bisect_left(sentence.ends, end)
    return token if token < len(sentence) and sentence.starts[token] < end else None


def counted_by(sentence: Sentence, token: int, amount: Amount) -> int | None:
    """The noun counted or measured: the one that the number modifies, or the one with "de" after the amount."""
    if amount.rule not in ("count.millions", "count.collective") and amount.rule in COUNTS:
        if sentence.labels[token] == "conj" and sentence.upos[sentence.heads[token]] == "NUM":  # "entre 3 y 5"
            token = sentence.heads[token]
        head = sentence.heads[token]
        after = next((t for t in range(token + 1, min(token + 4, len(sentence))) if sentence.upos[t] in NOUNS), None)
        near = after if after is not None and _only_modifiers(sentence, token + 1, after) else _whole(sentence, token)
        noun = head > token and (sentence.upos[head] in NOUNS or sentence.labels[head] in AT_WORD)
        return head if noun and sentence.labels[token] == "nummod" else near
    of = next((t for t in sentence.kids(token, "nmod") if t > token and stands_under_de(sentence, t)), None)
    of = of if of is not None else _after_de(sentence, token)
    if of is not None or amount.rule in COUNTS:
        return of
    while sentence.heads[token] >= 0 and sentence.starts[sentence.heads[token]] >= amount.start:
        token = sentence.heads[token]
    head = sentence.heads[token]
    measured = head >= 0 and sentence.labels[token] == "nmod" and sentence.upos[head] in NOUNS and head < token
    return head if measured else None


def _whole(sentence: Sentence, number: int) -> int | None:
    """The whole that a number is a part of: "quince de ellos", "38 de los 40 aparatos"."""
    parts = (t for t in sentence.kids(number, "nmod") if t > number and stands_under_de(sentence, t))
    return next((t for t in parts if {"PRON", "DET"} & set(sentence.upos[number + 2 : t + 1])), None)


def bearer_of(sentence: Sentence, token: int, noun: int | None, amount: Amount) -> int:
    """The top of the amount with its noun, which has the function that both fill: "más" of "más de 60"."""
    inside = noun is not None and _within(amount, sentence, sentence.heads[noun])
    return _top(sentence, token, amount) if noun is None or inside else noun


def _top(sentence: Sentence, token: int, amount: Amount) -> int:
    """The highest token of the amount."""
    while _within(amount, sentence, sentence.heads[token]):
        token = sentence.heads[token]
    return token


def _within(amount: Amount, sentence: Sentence, token: int) -> bool:
    return token >= 0 and amount.start <= sentence.starts[token] < amount.end


def is_plural(sentence: Sentence, noun: int) -> bool:
    """False for a noun in the singular: "la 23 Cumbre" is the twenty-third."""
    return sentence.feat(noun, "Number") == "Plur" or sentence.forms[noun].endswith("s")


def _only_modifiers(sentence: Sentence, first: int, last: int) -> bool:
    return all(sentence.upos[t] in ("ADJ", "NUM", "ADV") for t in range(first, last))


def _after_de(sentence: Sentence, token: int) -> int | None:
    """The noun right after "de" right after `token`, whatever the tree says."""
    if token + 2 >= len(sentence) or sentence.low[token + 1] != "de":
        return None
    return next((t for t in range(token + 2, min(token + 5, len(sentence))) if sentence.upos[t] in NOUNS), None)


def phrase(sentence: Sentence, noun: int, after: int) -> Span:
    """The span of the noun phrase, from the amount (or the noun, if it comes first) on, without clauses."""
    tokens, todo = [], [noun]
    while todo:
        node = todo.pop()
        tokens.append(node)
        inner = _BEFORE if node != noun else frozenset()
        kids = [c for c in sentence.kids(node, *_PHRASE) if c > node or sentence.labels[c] in inner]
        todo += [c for c in kids if node != noun or not _another(sentence, c)]
    kept = [t for t in sorted(tokens) if sentence.starts[t] >= after or sentence.starts[noun] < after] or [noun]
    if sentence.starts[noun] < after:
        return Span(min(sentence.starts[t] for t in kept), sentence.ends[noun])
    last = kept[0]
    for token in kept[1:]:
        if any(_ends(sentence, t, tokens) for t in range(last + 1, token)):
            break
        last = token
    return Span(sentence.starts[kept[0]], sentence.ends[last])


def _ends(sentence: Sentence, token: int, kept: list[int]) -> bool:
    """True for what ends a noun phrase with the words `kept`: a comma, or "y" before another item."""
    return sentence.upos[token] == "PUNCT" or (sentence.upos[token] == "CCONJ" and sentence.heads[token] not in kept)


def _another(sentence: Sentence, token: int) -> bool:
    """True for an item of its own in a list: "30 tanques y una ayuda", "12 muertos y 30 heridos"."""
    if sentence.labels[token] != "conj":
        return False
    behind = sentence.subtree(token)
    return bool(sentence.kids(token, "det")) or any(sentence.upos[t] == "NUM" for t in behind)
