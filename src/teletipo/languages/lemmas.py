"""All possible lemmas of a Spanish word out of context, for the search index."""

from __future__ import annotations

from functools import cache, lru_cache

from teletipo.runtime.lemmatizer import Lemmatizer
from teletipo.runtime.model import installed

#: Words that are nearly always prepositions, articles, pronouns or conjunctions, though they are spelled like a form of
#: "ir", "dar", "parar" or "comer".
_FUNCTION_WORDS = frozenset(
    """a al ante antes así como con contra de del desde e el en entonces entre esta estas este esto estos hacia la las
    le les lo los mas más me mientras nos o os para por se si sin sobre su sus te tu un una uno unos unas y ya
    yo""".split()
)


@cache
def _lemmatizer() -> Lemmatizer:
    return Lemmatizer(installed().tables["lemmas"])


@lru_cache(maxsize=100_000)
def lemmas(form: str) -> tuple[str, ...]:
    """The nouns, adjectives and verbs that a form may belong to ("reuniones" -> "reunión"; "fue" -> "ir", "ser").

    A function word is only itself ("para" is no form of "parar" here). Raises InputError when the model package is not
    installed.
    """
    word = form.lower()
    return (word,) if word in _FUNCTION_WORDS else _lemmatizer().lemmas(form)
