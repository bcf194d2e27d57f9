"""Events: the codebook's patterns matched over the trees give acts, each with the arguments that its rule licenses."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from teletipo.act import Act
from teletipo.cast import Cast
from teletipo.codebook import Codebook
from teletipo.codebook.patterns import Pattern
from teletipo.codebook.triggers import Patterns, Trigger
from teletipo.grammar.bearing import borne_frame, turned
from teletipo.grammar.frames import Frame, adjective_frame, noun_frame, reflexive, verb_frame
from teletipo.morphology import Verbs
from teletipo.morphology.participles import masculine_singular
from teletipo.records import Statement
from teletipo.spans import Span
from teletipo.stages.restrictions import excluded, fits
from teletipo.stages.roles import arguments
from teletipo.tree import Sentence

_JOINED = frozenset({"que"})  #: words of a phrase that follow directly: "tener que", not "tener un plan que"


class Match(msgspec.Struct, frozen=True, gc=False):
    """A pattern whose words stand at a token: its functions, and the tokens `[first, last]` that express the act."""

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
    """Every expression of an act of the codebook, with its arguments; at most one act of a type for a token.

    What a rule excludes (`unless`) is no act. One whose conditions (`when`) do not hold is kept with `fits` false: it
    is for the judge to weigh.
    """
    acts: list[Act] = []
    triggering, triggers = codebook.triggering, codebook.triggers
    for s in sentences:
        for token, (lemma, form) in enumerate(zip(s.low_lemmas, s.low, strict=True)):
            if lemma not in triggering and form not in triggering:
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
    if trigger.verb and (not trigger.participle or _is_clause(s, token, verbs)):
        yield from _verb_matches(s, token, trigger.verb, cast, codebook)
    if trigger.nouns:
        yield from _noun_matches(s, token, trigger.nouns, cast, codebook)
    if trigger.adjectives and (s.upos[token] == "ADJ" or _resultative(s, token)):
        frame = adjective_frame(s, token, codebook.control)
        for pattern in trigger.adjectives:
            if not excluded(s, frame, pattern, cast):
                yield Match(pattern, frame, None, token, token, fits(s, frame, pattern, cast))


def _resultative(s: Sentence, token: int) -> bool:
    """A participle tagged as a verb that tells a state: "estamos preocupados por", not "han preocupado a"."""
    return s.feat(token, "VerbForm") == "Part" and not any(
        s.lemmas[c] in ("haber", "ser") for c in s.kids(token, "aux", "aux:pass")
    )


def _is_clause(s: Sentence, token: int, verbs: Verbs) -> bool:
    """Whether a participle does the work of a verb.

    One tagged ADJ does unless it is a fossil ("bienes confiscados"); one tagged NOUN by its agent.
    """
    if s.upos[token] == "VERB":
        return True
    if verbs.is_fossil(masculine_singular(s.forms[token])):
        return False
    return s.upos[token] == "ADJ" or any(s.prepositions[c] in ("por", "por parte de") for c in s.children[token])


def _verb_matches(s: Sentence, token: int, patterns: Patterns, cast: Cast, codebook: Codebook) -> Iterator[Match]:
    """The patterns of a verb whose further words are there and that nothing excludes."""
    here = [p for p in patterns.within(s.vocabulary) if not p.reflexive or reflexive(s, token)]
    if not here:
        return
    frame = _clause_frame(s, token, codebook)
    first, end = _verb_group(s, token)
    for pattern in here:
        last = _phrase_end(s, token, pattern.words) if pattern.words else token
        if last is None:
            continue
        mine = _framed(s, frame, pattern, last, codebook)
        if excluded(s, mine, pattern, cast):
            continue
        fit = fits(s, mine, pattern, cast)
        receiving = bool(pattern.words) and s.low_lemmas[token] in codebook.receiving
        yield Match(pattern, turned(mine) if receiving else mine, None, min(first, last), max(end, last), fit)


def _clause_frame(s: Sentence, token: int, codebook: Codebook) -> Frame:
    """The functions of a verb; those of a modal auxiliary ("deben") are its verb's ("deben retirar las tropas")."""
    if s.labels[token] != "aux" or s.heads[token] < 0:
        return verb_frame(s, token, codebook.control)
    return msgspec.structs.replace(verb_frame(s, s.heads[token], codebook.control), token=token)


def _framed(s: Sentence, frame: Frame, pattern: Pattern, last: int, codebook: Codebook) -> Frame:
    """The verb's frame as the pattern means it.

    A phrase also has the complements of its nouns ("romper relaciones [con Israel]"). What the parser takes for
    the passive of a verb that the pattern calls reflexive is its subject ("[los reclusos] se amotinaron").
    """
    if not pattern.words and not pattern.reflexive:
        return frame
    functions = dict(frame.functions)
    if pattern.words:
        noun = last
        while noun not in (frame.token, -1):
            for name, tokens in noun_frame(s, noun, None, codebook.control).functions.items():
                if name not in ("possessive", "adjective", "agent", "copula"):
                    functions.setdefault(name, tokens)
            noun = s.heads[noun]
    if pattern.reflexive and frame.passive and "subject" not in functions and "object" in functions:
        functions["subject"] = functions.pop("object")
    return msgspec.structs.replace(frame, functions=functions)


def _noun_matches(
    s: Sentence, token: int, patterns: tuple[Pattern, ...], cast: Cast, codebook: Codebook
) -> Iterator[Match]:
    """The patterns of a noun, each with the functions of the light verb that it allows."""
    carriers = {}
    for pattern in patterns:
        if not _compound(s, token, pattern):
            continue
        if pattern.light not in carriers:
            carriers[pattern.light] = _carrier(s, token, codebook, pattern.light)
        carrier = carriers[pattern.light]
        frame = noun_frame(s, token, carrier, codebook.control)
        if excluded(s, frame, pattern, cast):
            continue
        first = carrier if carrier is not None and 0 < token - carrier <= 4 else token
        last = token + len(pattern.words)
        fit = fits(s, frame, pattern, cast)
        borne = borne_frame(s, token, carrier, codebook.control, codebook.receiving)
        yield Match(pattern, borne, carrier, first, last, fit)


def _compound(s: Sentence, token: int, pattern: Pattern) -> bool:
    """True if the noun's other words follow it ("alto el fuego"); only then may it be tagged as an adjective."""
    if not pattern.words:
        return s.upos[token] != "ADJ" or _is_substantive(s, token)
    return s.low[token + 1 : token + 1 + len(pattern.words)] == pattern.words


def _is_substantive(s: Sentence, token: int) -> bool:
    """True for a noun tagged as an adjective: it has an article and the place of a noun ("su llamado al Gobierno")."""
    nominal = s.labels[token] in ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod", "root", "conj", "appos")
    return nominal and s.kid(token, "det") is not None


def _carrier(s: Sentence, noun: int, codebook: Codebook, extra: frozenset[str]) -> int | None:
    """The light verb that carries the noun: its governor ("mantuvo una reunión") or its relative clause."""
    head, label = s.heads[noun], s.relations[noun]
    if head >= 0 and s.upos[head] in ("VERB", "AUX"):
        wanted = codebook.common.light.get(s.low_lemmas[head])
        if wanted is None and s.low_lemmas[head] in extra:
            wanted = "object"
        if wanted is not None and (label in ("obj", "nsubj", "nmod", "obl") or wanted == label):
            return head if _light_function(s, noun, label) == wanted else None
    for clause in s.kids(noun, "acl", "acl:relcl"):
        if s.upos[clause] == "VERB" and (s.low_lemmas[clause] in codebook.common.light or s.lemmas[clause] in extra):
            return clause
    return None


def _light_function(s: Sentence, noun: int, label: str) -> str:
    case = s.prepositions[noun]
    if case is not None:
        return case
    return "subject" if label == "nsubj" and not s.kids(s.heads[noun], "expl:pass", "aux:pass") else "object"


def _phrase_end(s: Sentence, verb: int, wanted: tuple[str, ...]) -> int | None:
    """The last token of the phrase's words, in their order below the verb; None if one lacks."""
    last = verb
    below = [t for t in s.subtree(verb) if verb < t <= verb + 12]
    for word in wanted:
        near = last + 1 if word in _JOINED else len(s)
        hit = next((t for t in below if last < t <= near and (s.low_lemmas[t] == word or s.low[t] == word)), None)
        if hit is None:
            return None
        last = hit
    return last


def _verb_group(s: Sentence, verb: int) -> tuple[int, int]:
    """First and last token of the verb with its auxiliaries and clitics directly before it."""
    first = verb
    while (
        first > 0
        and s.heads[first - 1] == verb
        and (
            s.labels[first - 1].startswith(("aux", "expl"))
            or (s.upos[first - 1] == "PRON" and len(s.forms[first - 1]) <= 3)
        )
    ):
        first -= 1
    return first, verb


def _specific(match: Match) -> tuple[bool, int, int, int, int]:
    """How much a match asks for: of two of a type at a token the one that asks for more stays."""
    p = match.pattern
    return match.fits, len(p.words), len(p.when), int(p.reflexive), len(p.unless)


def _act(s: Sentence, match: Match, cast: Cast, statements: tuple[Statement, ...]) -> Act:
    return Act(
        sentence=s.index,
        token=match.frame.token,
        anchor=Span(s.starts[match.first], s.ends[match.last]),
        type=match.pattern.type,
        rule=match.pattern.id,
        fits=match.fits,
        carrier=match.carrier,
        mode=match.pattern.mode,
        arguments=arguments(s, match.frame, match.pattern.roles, cast, statements),
    )
