"""Quoted: which tokens are between quotation marks, paragraph by paragraph."""

from __future__ import annotations

from teletipo.tree import Sentence

_OPEN, _CLOSE, _BOTH = frozenset("«“‘"), frozenset("»”"), frozenset('"')


def quoted(sentences: tuple[Sentence, ...]) -> tuple[frozenset[int], ...]:
    """For each sentence its tokens inside a quotation; an unclosed one ends with its paragraph."""
    found: list[frozenset[int]] = []
    inside, paragraph = False, -1
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            inside, paragraph = False, sentence.paragraph
        tokens = set()
        for token, form in enumerate(sentence.forms):
            if form in _OPEN or (form in _BOTH and not inside):
                inside = True
            elif form in _CLOSE or form in _BOTH:
                inside = False
            elif inside:
                tokens.add(token)
        found.append(frozenset(tokens))
    return tuple(found)
