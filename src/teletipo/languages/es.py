"""Spanish: the parser and the knowledge that stages ask for by parameter name, each loaded once at first use."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from teletipo import codebook, gazetteer, linear, morphology
from teletipo.languages import es_text
from teletipo.lexicon import certainty, contexts
from teletipo.lexicon import goods as goods_lexicon
from teletipo.lexicon import referring as referring_lexicon
from teletipo.lexicon import reporting as reporting_lexicon
from teletipo.lexicon import valency as valency_lexicon
from teletipo.phrases.lexicon import Phrases
from teletipo.stages import syntax
from teletipo.tree import Sentence

CODE = "es"
DATA = Path(__file__).parent.parent / "data"
LEXICON = DATA / "lexicon" / CODE
KNOWN_BY = (".yaml", ".json")  #: suffixes of the data files that decide the output
HASH_LENGTH = 16


@cache
def acts() -> codebook.Codebook:
    """The codebook."""
    return codebook.load()


@cache
def referring() -> referring_lexicon.Referring:
    """Words that refer back to somebody, count them or place them."""
    return referring_lexicon.load(LEXICON / "referring.yaml")


@cache
def valency() -> valency_lexicon.Valency:
    """Words that give a complement another part than the tree says."""
    return valency_lexicon.load(LEXICON / "valency.yaml")


@cache
def verbs() -> morphology.Verbs:
    """Verb morphology; the verbs of the codebook are known."""
    return morphology.load(LEXICON / "verbs.yaml", acts().verbs)


@cache
def cues() -> certainty.Cues:
    """Cues of certainty."""
    return certainty.load(LEXICON / "certainty.yaml")


@cache
def context_words() -> contexts.Topics:
    """Words of the contexts."""
    return contexts.load(LEXICON / "contexts.yaml")


@cache
def goods() -> goods_lexicon.Goods:
    """Categories of goods."""
    return goods_lexicon.load(LEXICON / "goods.yaml")


@cache
def models() -> Mapping[str, linear.Linear]:
    """The learned judges, by name."""
    folder = DATA / "models"
    return linear.load(folder / f"{CODE}.json") | linear.load(folder / f"{CODE}-certainty.json")


@cache
def reporting() -> reporting_lexicon.Reporting:
    """Reporting verbs, nouns and phrases."""
    return reporting_lexicon.load(LEXICON / "reporting.yaml")


@cache
def phrases() -> Phrases:
    """Phrases of closed classes: times, numbers, quantities, links."""
    return Phrases(LEXICON)


@cache
def knowledge_hash() -> str:
    """A short hash of all data that decide the output: codebook, lexicon, gazetteer and judges.

    The same on any machine: it is taken over relative names, sorted, and the bytes of the files.
    """
    digest = hashlib.sha256()
    folders = ("codebook", "lexicon", "gazetteer", "languages", "models")
    paths = [path for folder in folders for path in (DATA / folder).rglob("*") if path.suffix in KNOWN_BY]
    for name, path in sorted((path.relative_to(DATA).as_posix(), path) for path in paths):
        for part in (name.encode(), b"\0", path.read_bytes(), b"\0"):  # not joined first, as the weights are long
            digest.update(part)
    return digest.hexdigest()[:HASH_LENGTH]


def knowledge_hash_with(gazetteer_digest: str | None, rules_only: bool) -> str:
    """The knowledge hash with a user's gazetteer of that digest, or without the judges."""
    if gazetteer_digest in (None, KNOWLEDGE["gazetteer"]().digest) and not rules_only:
        return knowledge_hash()
    parts = (knowledge_hash(), gazetteer_digest or "", "rules" if rules_only else "")
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:HASH_LENGTH]


#: parameter name of a stage -> function that loads it
KNOWLEDGE: Mapping[str, Callable[[], Any]] = {
    "codebook": acts,
    "models": models,
    "gazetteer": cache(gazetteer.load),
    "referring": referring,
    "valency": valency,
    "verbs": verbs,
    "cues": cues,
    "context_words": context_words,
    "goods": goods,
    "reporting": reporting,
    "phrases": phrases,
}


def parse(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text as `es_text` cleans it for the parser; offsets hold for the text as it is."""
    return syntax.parse(es_text.cleaned(text, KNOWLEDGE["gazetteer"]()))


model = syntax.model
