"""Spanish: what the stages may ask for by parameter name, each loaded once, at first use."""

from __future__ import annotations

import hashlib
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


@cache
def knowledge_hash() -> str:
    """One hash of everything that is known: codebook, lexicon, gazetteer and judges, by name and content."""
    digest = hashlib.sha256()
    for folder in ("codebook", "lexicon", "gazetteer", "languages", "models", CODE):
        for path in sorted(p for p in (DATA / folder).rglob("*") if p.suffix in (".yaml", ".json")):
            digest.update(path.relative_to(DATA).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


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
