"""All possible lemmas of a Spanish word out of context, for the search index."""

from __future__ import annotations

from functools import cache, lru_cache

from teletipo.runtime.lemmatizer import Lemmatizer
from teletipo.runtime.model import installed


@cache
def _lemmatizer() -> Lemmatizer:
    return Lemmatizer(installed().tables["lemmas"])


@lru_cache(maxsize=100_000)
def lemmas(form: str) -> tuple[str, ...]:
    """The nouns, adjectives and verbs that a form may belong to ("reuniones" -> "reunión"; "fue" -> "ir", "ser").

    Raises InputError when the model package is not installed.
    """
    return _lemmatizer().lemmas(form)
