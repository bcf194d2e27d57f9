"""Moods: subjunctives and indicatives told apart by their vowel, since the tagger mistakes one subjunctive in eight."""

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
        past = _is_past(form.removesuffix("n"), sentence.lemmas[token])
        if mood and told in ("Ind", "Sub") and (told != mood or past):
            right = feats.replace(f"Mood={told}", f"Mood={mood}")
            yield Change(token, feats=right.replace("Tense=Pres", "Tense=Imp") if past else right)


def spelt(form: str, lemma: str) -> str | None:
    """The mood of a third person, present or as "negociara", which looks like one; None if its vowel does not tell."""
    stem = form.removesuffix("n")
    if len(form) <= _SHORT or stem[-1] not in "ae" or not lemma.endswith(("ar", "er", "ir")):
        return None
    return "Sub" if _is_past(stem, lemma) or (stem[-1] == "e") == lemma.endswith("ar") else "Ind"


def _is_past(stem: str, lemma: str) -> bool:
    """True for a subjunctive of the past, "negociara" or "agrediera"."""
    return stem == (lemma + "a" if lemma.endswith("ar") else lemma[:-2] + "iera")
