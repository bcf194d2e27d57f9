"""Spanish: what the stages may ask for by parameter name, each loaded once, at first use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from teletipo import codebook, morphology
from teletipo import cues as cue_lexicon
from teletipo.stages import syntax

CODE = "es"
LEXICON = Path(__file__).parent.parent / "data" / "lexicon" / CODE


@cache
def verbs() -> morphology.Verbs:
    """Verb morphology."""
    return morphology.load(LEXICON / "verbs.yaml")


@cache
def cues() -> cue_lexicon.Cues:
    """Cues of certainty."""
    return cue_lexicon.load(LEXICON / "certainty.yaml")


#: parameter name of a stage -> function that loads it
KNOWLEDGE: Mapping[str, Callable[[], Any]] = {
    "codebook": cache(codebook.load),
    "verbs": verbs,
    "cues": cues,
}

parse = syntax.parse
model = syntax.model
