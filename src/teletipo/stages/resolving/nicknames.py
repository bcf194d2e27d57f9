"""Nicknames: another name for whoever is named right before it ("Ana Gil, alias «Gata»", "mejor conocida como")."""

from __future__ import annotations

from teletipo.lexicon.referring import Referring
from teletipo.stages.naming.reference import Reference
from teletipo.stages.resolving.anaphora import Anaphora
from teletipo.stages.resolving.figures import Figure, name_words
from teletipo.stages.resolving.ledger import Ledger
from teletipo.tree import Sentence

_QUOTES = frozenset("\"'“«‘")
_BETWEEN = frozenset((",", "(", "mejor", "más", "también"))  #: a name and the word for its other one


def nicknamed(ledger: Ledger, reference: Reference, context: Anaphora) -> Figure | None:
    """The person who has the name as another one, here or since the text gave it to him."""
    run, sentence = reference.run, ledger.sentences[reference.sentence]
    if run is None or reference.phrase is not None:
        return None
    words = name_words(ledger.text(sentence.index, run.first, run.last))
    last = _named_before(sentence, run.first, ledger.words)
    if last is None:
        return ledger.figures.nicknamed(words)
    here = (f for r, f in context.noted_in(sentence.index) if r.last == last and f.kind == "person" and f.named)
    if (figure := next(here, None)) is not None:
        ledger.figures.nickname(figure, words)
    return figure


def _named_before(sentence: Sentence, first: int, words: Referring) -> int | None:
    """The token behind the name to which the one from `first` on is another, or None."""
    token = first - 1
    while token > 0 and sentence.forms[token] in _QUOTES:
        token -= 1
    if token > 0 and sentence.low[token] == "como" and sentence.low[token - 1] in words.known_as:
        token -= 1
    elif token < 1 or sentence.low[token] not in words.nicknaming:
        return None
    while token > 0 and sentence.low[token - 1] in _BETWEEN:
        token -= 1
    return token
