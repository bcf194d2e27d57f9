"""Coreference of acts: those that tell the same occurrence become one event, the first of them its main anchor."""

from __future__ import annotations

from collections.abc import Mapping

from teletipo.act import Act
from teletipo.linear import Crossed, Linear
from teletipo.records import Article, Event, Role, content_id
from teletipo.stages import links
from teletipo.tree import Sentence

_COMPARED = 100  #: acts of its type that an act is compared with, the last ones; articles of usual length have fewer
#: certainties that one occurrence does not have at once
UNLIKE = ({"possible", "stated"}, {"possible", "denied"}, {"stated", "denied"}, {"speculated", "stated"})
POINTING = frozenset({"el", "este", "ese", "aquel", "dicho", "mismo", "su"})


def merge(
    article: Article, sentences: tuple[Sentence, ...], acts: tuple[Act, ...], models: Mapping[str, Linear]
) -> tuple[Event, ...]:
    """One event for each occurrence, in the order of their main anchors."""
    groups: list[list[Act]] = []
    model = models.get("same")
    for act in acts:
        home = _home(groups, act, sentences, model)
        if home is None:
            groups.append([act])
        else:
            home.append(act)
    return tuple(_event(article, sentences, group) for group in groups)


def _home(groups: list[list[Act]], act: Act, sentences: tuple[Sentence, ...], model: Linear | None) -> list[Act] | None:
    """The group that the act belongs to: the likeliest by the model, else the nearest that it points back to."""
    if _is_other(act, sentences):
        return None
    kin = _kin(groups, act, sentences)
    if model is None:
        return next((g for g in reversed(kin) if _points_back(g, act, sentences)), None)
    scored = [
        (max(model.probability(features(a, act, sentences)) for a in g[-_COMPARED:]), k) for k, g in enumerate(kin)
    ]
    score, k = max(scored, default=(0.0, 0))
    return kin[k] if score >= model.threshold else None


def _kin(groups: list[list[Act]], act: Act, sentences: tuple[Sentence, ...]) -> list[list[Act]]:
    """The last groups of the act's type, as many as hold the acts that it is compared with."""
    kin: list[list[Act]] = []
    size = 0
    for group in reversed(groups):
        if _may_hold(group, act, sentences):
            kin.append(group)
            size += len(group)
            if size >= _COMPARED:
                break
    return kin[::-1]


def _may_hold(group: list[Act], act: Act, sentences: tuple[Sentence, ...]) -> bool:
    """Acts of one type may be one if a word or a rule recurs, or if the later one points back ("ese almuerzo")."""
    if group[0].type != act.type or _is_other(group[0], sentences) or _apart(group[0], act):
        return False
    lemma = _lemma(act, sentences)
    return _definite(act, sentences) or any(a.rule == act.rule or _lemma(a, sentences) == lemma for a in group)


def _apart(one: Act, other: Act) -> bool:
    """An act that may be and one that is said to be are two: each has its own word behind it."""
    return {one.certainty, other.certainty} in UNLIKE


def _lemma(act: Act, sentences: tuple[Sentence, ...]) -> str:
    return sentences[act.sentence].low_lemmas[act.token]


def _is_other(act: Act, sentences: tuple[Sentence, ...]) -> bool:
    return links.other_instance(sentences[act.sentence], act.token)


def _parties(act: Act, *roles: str) -> set[str | None]:
    return {a.entity for a in act.arguments if a.role in (roles or ("actor", "recipient"))}


def _definite(act: Act, sentences: tuple[Sentence, ...]) -> bool:
    s = sentences[act.sentence]
    return s.upos[act.token] == "NOUN" and any(s.lemmas[c] in POINTING for c in s.children[act.token])


def _points_back(group: list[Act], act: Act, sentences: tuple[Sentence, ...]) -> bool:
    """A definite noun refers back to an act of its type that shares its parties or names none."""
    before = {e for g in group for e in _parties(g)}
    return _definite(act, sentences) and act.certainty == group[0].certainty and _parties(act) <= before


def features(before: Act, act: Act, sentences: tuple[Sentence, ...]) -> Crossed:
    """Named features of two acts of one type, the first in the text first."""
    one, other = sentences[before.sentence], sentences[act.sentence]
    same_lemma = one.low_lemmas[before.token] == other.low_lemmas[act.token]
    gap = f"gap={min(4, (act.sentence - before.sentence).bit_length())}"
    parties = f"parties={_shared(_parties(before), _parties(act))}"
    definite = f"definite={_definite(act, sentences)}"
    words = f"words={_overlap(_words(one, before), _words(other, act))}"
    lemma = f"same lemma={same_lemma}"
    plain = [
        lemma,
        gap,
        parties,
        definite,
        words,
        f"same rule={before.rule == act.rule}",
        f"upos={one.upos[before.token]}>{other.upos[act.token]}",
        f"actors={_shared(_parties(before, 'actor'), _parties(act, 'actor'))}",
        f"recipients={_shared(_parties(before, 'recipient'), _parties(act, 'recipient'))}",
        f"places={_shared(_parties(before, 'place'), _parties(act, 'place'))}",
        f"number={one.feat(before.token, 'Number') == other.feat(act.token, 'Number')}",
        f"other={_is_other(before, sentences)}>{_is_other(act, sentences)}",
        f"first={before.sentence == 0}",
        f"det={next((other.low_lemmas[c] for c in other.kids(act.token, 'det')), 'none')}",
        f"paragraph={one.paragraph == other.paragraph}",
        f"lemma={other.low_lemmas[act.token]}",
    ]
    keys = (lemma, parties, definite, words)
    pairs = [f"{a},{b}" for k, a in enumerate(keys) for b in (*keys[k + 1 :], gap, plain[6])]
    return Crossed(plain, (act.type,), [*pairs, f"{lemma},{parties},{gap}", f"{act.type}:{lemma},{parties}"])


def _shared(a: set[str | None], b: set[str | None]) -> str:
    return "empty" if not (a and b) else "equal" if a == b else "some" if a & b else "none"


def _words(s: Sentence, act: Act) -> frozenset[str]:
    """Lemmas of the content words below the act."""
    below = s.subtree(act.token)
    near = (t for t in below if abs(t - act.token) <= 12 and t != act.token)
    return frozenset(s.low_lemmas[t] for t in near if s.upos[t] in ("NOUN", "PROPN", "ADJ", "NUM"))


def _overlap(a: frozenset[str], b: frozenset[str]) -> str:
    if not (a and b):
        return "empty"
    return str(min(3, len(a & b)))


def _event(article: Article, sentences: tuple[Sentence, ...], group: list[Act]) -> Event:
    main = group[0]
    roles = {(a.role, a.entity or a.span): a for act in reversed(group) for a in act.arguments}
    ordered = sorted(roles.values(), key=lambda a: (a.span.start, a.span.end, a.role))
    return Event(
        id=content_id("e:", article.id, main.rule, main.anchor.start, main.anchor.end),
        type=main.type,
        mode=next((act.mode for act in group if act.mode), None),
        anchors=tuple(act.anchor for act in group),
        certainty=main.certainty,
        rule=main.rule,
        evidence=tuple(dict.fromkeys(sentences[act.sentence].extent for act in group)),
        roles=tuple(
            Role(role=a.role, start=a.span.start, end=a.span.end, entity=a.entity, value=a.value) for a in ordered
        ),
        cue=main.cue,
        source=main.source,
    )
