"""Written: who says what a relative clause quotes from a text or a meeting ("una carta de Ruiz en la que pide …")."""

from __future__ import annotations

from collections.abc import Iterator

from teletipo.cast import SOMEBODY, Cast
from teletipo.grammar.groups import number_of
from teletipo.grammar.relatives import RELATIVES
from teletipo.speech.cue_subjects import subject_of, subject_speaker
from teletipo.speech.cues import Cue
from teletipo.speech.naming import Speaker
from teletipo.speech.page import Page
from teletipo.tree import Sentence


def written_by(page: Page, cue: Cue, cast: Cast) -> Speaker | None:
    """Who wrote or held what the cue's clause modifies: "de X", else the subject of the verb above it."""
    sentence, verb = page.tree(cue.verb)
    noun = sentence.heads[verb]
    if cue.mode != "finite" or noun < 0 or not sentence.labels[verb].startswith("acl"):
        return None
    if subject_of(page, sentence.index, verb) is not None or not _inside(sentence, verb):
        return None
    number = sentence.feat(page.words[cue.verb].token, "Number")
    for owner in _owners(page, sentence, noun):
        placed = cast.at(sentence.index, owner) if owner < verb else None
        if placed is not None and cast.kind_of(placed.entity) in SOMEBODY and _agrees(sentence, owner, number):
            return Speaker(entity=placed.entity, elided=True)
    verbs = (t for t in sentence.ancestors(noun) if sentence.upos[t] == "VERB")
    above = next((t for t in verbs if not sentence.labels[t].startswith("acl")), None)
    subject = subject_of(page, sentence.index, above) if above is not None else None
    if above is None or subject is None or not _agrees(sentence, subject, number):
        return None
    return subject_speaker(page, cast, sentence.index, above, subject)


def _owners(page: Page, sentence: Sentence, noun: int) -> Iterator[int]:
    """Whose words a text is, by "de": the clause may hang on the noun for it or on the one behind that "de"."""
    words = page.lists.documents | page.lists.talks
    while sentence.low[noun] not in words and sentence.labels[noun] in ("nmod", "appos", "flat"):
        noun = sentence.heads[noun]
    for owner in sentence.kids(noun, "nmod") if sentence.low[noun] in words else ():
        if any(sentence.low[c] in ("de", "del") for c in sentence.kids(owner, "case")):
            yield owner


def _inside(sentence: Sentence, verb: int) -> bool:
    """True for a clause that "donde" or "en el que" opens."""
    opening = range(sentence.subtree(verb)[0], verb)
    return any(
        sentence.low[t] == "donde" or (sentence.low[t] in RELATIVES and "en" in sentence.low[max(0, t - 2) : t])
        for t in opening
    )


def _agrees(sentence: Sentence, noun: int, number: str | None) -> bool:
    named = number_of(sentence, noun)
    return None in (number, named) or number == named
