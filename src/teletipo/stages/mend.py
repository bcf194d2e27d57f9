"""Mending: repairs known errors of the parser in one place, before any other stage reads the trees.

Each repair looks for one kind of error and yields changes; they are applied together, and the next repair sees the
mended tree. Repairs also add the subtypes of labels that the parser does not give: `nsubj:pass`, `aux:pass`,
`obl:agent`, `expl:pv`, `expl:pass`, `expl:impers`.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from teletipo.morphology import Verbs
from teletipo.stages.repairs import (
    attachment,
    clauses,
    functions,
    moods,
    names,
    participles,
    parties,
    reflexive,
    series,
    standpoints,
    subjects,
    words,
)  # fmt: skip
from teletipo.stages.repairs.change import Change, Repair
from teletipo.tree import Sentence, children_of

#: In the order in which they are applied.
REPAIRS: tuple[Repair, ...] = (
    words.dashes, names.dateline_heads, names.verbal_names, names.adjectives, names.nouns_behind,
    words.counted, words.truces, words.fused_pronouns, words.futures, words.infinitives, words.plural_openers,
    words.plurals, words.hidden_verbs, words.unknown_verbs, words.unmistakable_verbs, words.nominal_plurals,
    names.torn_persons, names.loose_names, series.holders_by_country, series.listed_countries,
    moods.moods, standpoints.agreements, standpoints.sides,
    clauses.lost_verbs, clauses.clefts, clauses.asked_clauses, clauses.second_contents, functions.oblique_objects,
    functions.subjects_behind, attachment.correlatives, attachment.second_subjects,
    subjects.subjects_in_adjuncts, attachment.charges,
    attachment.intended_acts, attachment.asked_parties, attachment.periphrases, functions.quoting_subjects,
    words.participles,
    participles.loose_participles, participles.agreeing_participles, functions.passives, functions.agents,
    functions.on_the_part_of, functions.at_the_request_of, parties.second_parties, parties.misplaced_parties,
    reflexive.se,
)  # fmt: skip


def mended(sentences: tuple[Sentence, ...], verbs: Verbs) -> tuple[Sentence, ...]:
    """The same sentences with better trees; tokens and offsets stay as they are."""
    return tuple(_mended(s, verbs) for s in sentences)


def _mended(sentence: Sentence, verbs: Verbs) -> Sentence:
    for repair in REPAIRS:
        if changes := list(repair(sentence, verbs)):
            sentence = _applied(sentence, changes)
    return sentence


def _applied(sentence: Sentence, changes: Iterable[Change]) -> Sentence:
    """The sentence with the changes; a new head that would close a cycle is skipped."""
    heads, labels = list(sentence.heads), list(sentence.labels)
    lemmas, upos, feats = list(sentence.lemmas), list(sentence.upos), list(sentence.feats)
    for token, head, label, lemma, tag, form in changes:
        if head is not None and not _reaches(heads, head, token):
            heads[token] = head
        labels[token] = label or labels[token]
        lemmas[token] = lemma or lemmas[token]
        upos[token] = tag or upos[token]
        feats[token] = form or feats[token]
    mended = msgspec.structs.replace(
        sentence,
        heads=tuple(heads),
        labels=tuple(labels),
        lemmas=tuple(lemmas),
        upos=tuple(upos),
        feats=tuple(feats),
        children=sentence.children if tuple(heads) == sentence.heads else children_of(heads),
    )
    mended.__dict__["low"] = sentence.low  # kept, as the words are the same
    return mended


def _reaches(heads: list[int], token: int, target: int) -> bool:
    """True if `target` is `token` or above it."""
    while token >= 0:
        if token == target:
            return True
        token = heads[token]
    return False
