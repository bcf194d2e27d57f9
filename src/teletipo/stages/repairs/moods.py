"""Moods told by the vowel of a present, which the tagger mistakes in one subjunctive of eight."""

from __future__ import annotations

from collections.abc import Iterator

from teletipo.morphology import Verbs
from teletipo.stages.repairs.change import Change
from teletipo.tree import Sentence

_SHORT = 3  #: letters of forms whose vowel tells nothing: "ha", "van"


def moods(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "A quienes ataquen": a subjunctive has the vowel that the infinitive has not, an indicative has the same."""
    for token, form in enumerate(sentence.low):
        feats = sentence.feats[token]
        if sentence.upos[token] != "VERB" or "Tense=Pres" not in feats or "Person=3" not in feats:
            continue
        mood, told = spelt(form, sentence.lemmas[token]), sentence.feat(token, "Mood")
        if mood and told in ("Ind", "Sub") and told != mood:
            yield Change(token, feats=feats.replace(f"Mood={told}", f"Mood={mood}"))


def spelt(form: str, lemma: str) -> str | None:
    """The mood of a third person, present or as "negociara", which looks like one; None if its vowel does not tell."""
    stem = form.removesuffix("n")
    if len(form) <= _SHORT or stem[-1] not in "ae" or not lemma.endswith(("ar", "er", "ir")):
        return None
    past = stem == lemma + "a"
    return "Sub" if past or (stem[-1] == "e") == lemma.endswith("ar") else "Ind"
