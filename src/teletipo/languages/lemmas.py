"""All possible lemmas of a Spanish word out of context, for the search index."""

from __future__ import annotations

from functools import cache, lru_cache

from teletipo.runtime.lemmatizer import Lemmatizer
from teletipo.runtime.model import installed

#: Words that are nearly always prepositions, articles, pronouns or conjunctions, though the table has them as forms of
#: "ir", "dar", "parar", "comer" or "cercar".
_FUNCTION_WORDS = frozenset(
    """a al ambos ante antes aquellas aquellos así bajo cerca como con contra de del desde e el ellas ellos en entonces
    entre esa esas esos esta estas este esto estos hacia la las le les lo los mas más me mientras nos o os para por
    salvo se si sin sobre su sus te tu un una uno unos unas vos y ya yo""".split()
)
#: Forms of one verb that the table has as forms of others, too.
_ONE_VERB = {"es": ("ser",)}


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
    if word in _FUNCTION_WORDS:
        return (word,)
    return _ONE_VERB.get(word) or _lemmatizer().lemmas(form)
