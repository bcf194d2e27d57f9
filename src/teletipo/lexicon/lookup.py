"""Look-up: by which keys a word of a text is sought in a list of words."""

from __future__ import annotations


def keys(lemma: str, form: str) -> tuple[str, ...]:
    """Lemma, form, and the form without a plural ending, for words that the tagger does not know."""
    singular = (form.removesuffix("s"), form.removesuffix("es")) if len(form) > 4 else ()
    return tuple(dict.fromkeys((lemma, form, *singular)))
