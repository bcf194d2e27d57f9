"""Sequence: words that mark an act as another instance, or put it before or after another act."""

from __future__ import annotations

from teletipo.phrases.lexicon import Phrases
from teletipo.phrases.tokens import fold_vowels
from teletipo.tree import Sentence


def other_instance(sentence: Sentence, token: int, phrases: Phrases) -> bool:
    """True for a noun whose adjective marks another instance ("su encuentro anterior")."""
    words = phrases.lexicon("links").contexts["other_instance"]
    return any(fold_vowels(sentence.lemmas[c]) in words for c in sentence.kids(token, "amod", "det"))


def puts_in_sequence(sentence: Sentence, token: int, phrases: Phrases) -> bool:
    """True for a word that puts one act before or after the other ("tras la reunión")."""
    return fold_vowels(sentence.forms[token]) in phrases.lexicon("links").contexts["sequence"]
