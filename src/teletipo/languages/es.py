"""Spanish: what the stages may ask for by parameter name, each loaded once, at first use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from teletipo import codebook, gazetteer, linear, morphology, referring, topics
from teletipo import cues as cue_lexicon
from teletipo.speech import lexicon
from teletipo.stages import syntax

CODE = "es"
DATA = Path(__file__).parent.parent / "data"
LEXICON = DATA / "lexicon" / CODE


@cache
def verbs() -> morphology.Verbs:
    """Verb morphology."""
    return morphology.load(LEXICON / "verbs.yaml")


@cache
def cues() -> cue_lexicon.Cues:
    """Cues of certainty."""
    return cue_lexicon.load(LEXICON / "certainty.yaml")


@cache
def context_words() -> topics.Topics:
    """Words of the contexts."""
    return topics.load(LEXICON / "contexts.yaml")


@cache
def models() -> Mapping[str, linear.Linear]:
    """The learned judges, by name."""
    folder = DATA / "models"
    return linear.load(folder / f"{CODE}.json") | linear.load(folder / f"{CODE}-certainty.json")


@cache
def reporting() -> lexicon.Reporting:
    """Reporting verbs, nouns and phrases."""
    return lexicon.load(LEXICON / "reporting.yaml")


#: parameter name of a stage -> function that loads it
KNOWLEDGE: Mapping[str, Callable[[], Any]] = {
    "codebook": cache(codebook.load),
    "models": models,
    "gazetteer": cache(gazetteer.load),
    "referring": referring.load,
    "verbs": verbs,
    "cues": cues,
    "context_words": context_words,
    "reporting": reporting,
}

parse = syntax.parse
model = syntax.model
