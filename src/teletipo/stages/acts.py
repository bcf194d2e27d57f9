"""Acts: finds the codebook's patterns in the trees, each with the arguments that its rule allows."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from teletipo.act import Act, Argument
from teletipo.cast import Cast
from teletipo.codebook import Codebook
from teletipo.codebook.patterns import Pattern
from teletipo.codebook.triggers import Patterns, Trigger
from teletipo.grammar.bearing import borne_frame, clause_frame, phrase_frame, reflexive_frame, turned
from teletipo.grammar.frames import Frame, adjective_frame, noun_frame
from teletipo.grammar.voice import is_reflexive
from teletipo.morphology import Verbs
from teletipo.records import Statement
from teletipo.spans import Span
from teletipo.stages.matching.restrictions import excluded, fits
from teletipo.stages.matching.roles import arguments, phrase
from teletipo.stages.matching.sport import tells_of_sport
from teletipo.stages.matching.wording import carrier, group_start, is_adjectival, is_nominal, is_verbal, phrase_end
from teletipo.tree import Sentence

_ABOUT = frozenset({"a", "al", "de", "del", "sobre", "para"})  #: before what something is about
_BESIDE = 4  #: tokens before a noun within which its light verb is part of the anchor: "mantuvo una larga reunión"


class Match(msgspec.Struct, frozen=True, gc=False):
    """A pattern found at a token: the functions of its predicate, and the first and last token that express the act."""

    pattern: Pattern
    frame: Frame
    carrier: int | None  #: the light verb of a noun
    first: int
    last: int
    fits: bool  #: whether the pattern's conditions hold


def detect(
    sentences: tuple[Sentence, ...],
    cast: Cast,
    statements: tuple[Statement, ...],
    codebook: Codebook,
    verbs: Verbs,
) -> tuple[Act, ...]:
    """Every expression of an act of the codebook, with its arguments; at most one act of a type at a token.

    What a rule excludes (`only`, `unless`) is no act, nor is in an article about sport what only happens in a game. One
    whose conditions (`when`) do not hold is kept with `fits` false: it is for the judge to weigh.
    """
    acts: list[Act] = []
    triggering, triggers = codebook.triggering, codebook.triggers
    played = codebook.played if tells_of_sport(sentences, codebook.sport) else frozenset()
    for s in sentences:
        for token, (lemma, form) in enumerate(zip(s.low_lemmas, s.low, strict=True)):
            if (lemma not in triggering and form not in triggering) or lemma in played:
                continue
            trigger = triggers[s.upos[token], lemma, form]
            if trigger is None:
                continue
            best: dict[str, Match] = {}
            for match in matches(s, token, trigger, cast, codebook, verbs):
                known = best.get(match.pattern.type)
                if known is None or _specific(match) > _specific(known):
                    best[match.pattern.type] = match
            acts.extend([_act(s, match, cast, statements) for match in best.values()])
    return tuple(acts)


def matches(s: Sentence, token: int, trigger: Trigger, cast: Cast, codebook: Codebook, verbs: Verbs) -> Iterator[Match]:
    """The patterns that fit at a token, in the order of the codebook."""
    if trigger.verb and (not trigger.participle or is_verbal(s, token, verbs)):
        yield from _verb_matches(s, token, trigger.verb, cast, codebook)
    if trigger.nouns:
        yield from _noun_matches(s, token, trigger.nouns, cast, codebook)
    if trigger.adjectives and is_adjectival(s, token):
        frame = adjective_frame(s, token, codebook.control)
        for pattern in trigger.adjectives:
            if not excluded(s, frame, pattern, cast):
                yield Match(pattern, frame, None, token, token, fits(s, frame, pattern, cast))


def _verb_matches(s: Sentence, token: int, patterns: Patterns, cast: Cast, codebook: Codebook) -> Iterator[Match]:
    """The patterns of a verb whose further words are present and whose restrictions hold."""
    here = [p for p in patterns.within(s.vocabulary) if not p.reflexive or is_reflexive(s, token)]
    if not here:
        return
    frame = clause_frame(s, token, codebook.control)
    if any(s.low_lemmas[t] in codebook.unpolitical for t in frame.get("subject")):
        return
    first = group_start(s, token)
    for pattern in here:
        last = phrase_end(s, token, pattern.words) if pattern.words else token
        if last is None:
            continue
        mine = _framed(s, frame, pattern, last, codebook)
        if excluded(s, mine, pattern, cast):
            continue
        fit = fits(s, mine, pattern, cast)
        receiving = bool(pattern.words) and s.low_lemmas[token] in codebook.receiving
        yield Match(pattern, turned(s, mine) if receiving else mine, None, first, last, fit)


def _framed(s: Sentence, frame: Frame, pattern: Pattern, last: int, codebook: Codebook) -> Frame:
    """The verb's frame as the pattern needs it: for a phrase, for a reflexive verb."""
    if pattern.words:
        frame = phrase_frame(s, frame, last, codebook.control)
    return reflexive_frame(frame) if pattern.reflexive else frame


def _noun_matches(
    s: Sentence, token: int, patterns: tuple[Pattern, ...], cast: Cast, codebook: Codebook
) -> Iterator[Match]:
    """The patterns of a noun, each with the functions of the light verb it allows."""
    carriers = {}
    for pattern in patterns:
        if not _stands(s, token, pattern):
            continue
        if pattern.light not in carriers:
            carriers[pattern.light] = carrier(s, token, codebook.light, pattern.light)
        bearer = carriers[pattern.light]
        frame = noun_frame(s, token, bearer, codebook.control)
        if excluded(s, frame, pattern, cast):
            continue
        first = bearer if bearer is not None and 0 < token - bearer <= _BESIDE else token
        last = token + len(pattern.words)
        fit = fits(s, frame, pattern, cast)
        borne = borne_frame(s, token, bearer, codebook.control, codebook.receiving)
        yield Match(pattern, borne, bearer, first, last, fit)


def _stands(s: Sentence, noun: int, pattern: Pattern) -> bool:
    """Whether the noun is there, with the pattern's further words right after it: "alto el fuego"."""
    if not pattern.words:
        return is_nominal(s, noun)
    return s.low[noun + 1 : noun + 1 + len(pattern.words)] == pattern.words


def _specific(match: Match) -> tuple[bool, int, int, int, int]:
    """How specific a match is: of two of one type at a token the more specific one stays."""
    p = match.pattern
    return match.fits, len(p.words), len(p.when), int(p.reflexive), len(p.only) + len(p.unless)


def _act(s: Sentence, match: Match, cast: Cast, statements: tuple[Statement, ...]) -> Act:
    found = arguments(s, match.frame, match.pattern.roles, cast, statements)
    return Act(
        sentence=s.index,
        token=match.frame.token,
        anchor=Span(s.starts[match.first], s.ends[match.last]),
        type=match.pattern.type,
        rule=match.pattern.id,
        fits=match.fits,
        negated=match.pattern.negated,
        carrier=match.carrier,
        mode=match.pattern.mode,
        arguments=tuple(told for a in found for told in _told(s, match, a, cast)),
    )


def _told(s: Sentence, match: Match, found: Argument, cast: Cast) -> Iterator[Argument]:
    """An argument; if a topic is part of the act's own words, what it is about: "su disposición [a dialogar]"."""
    if found.role != "topic" or not match.first <= found.token <= match.last:
        yield found
        return
    for below in s.children[found.token]:
        opening = {s.low[c] for c in s.kids(below, "case", "mark")}
        infinitive = s.relations[below] == "acl" and s.feat(below, "VerbForm") == "Inf"
        counted = bool(s.kids(below, "nummod")) or cast.at(s.index, below) is not None
        noun = s.relations[below] == "nmod" and s.upos[below] == "NOUN" and not counted
        if below > match.last and (infinitive or noun) and not opening.isdisjoint(_ABOUT):
            yield phrase(s, "topic", below, found.path)
