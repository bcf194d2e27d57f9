"""The keys by which a word of a text is looked up in a list."""

from __future__ import annotations


def keys(lemma: str, form: str) -> tuple[str, ...]:
    """Lemma, form, and the form without a plural ending, for words that the tagger does not know."""
    singular = (form.removesuffix("s"), form.removesuffix("es")) if len(form) > 4 else ()
    return tuple(dict.fromkeys((lemma, form, *singular)))
