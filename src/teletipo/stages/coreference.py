"""Coreference of acts: those that tell the same occurrence become one event, the first of them its main anchor."""

from __future__ import annotations

from teletipo.act import Act
from teletipo.records import Article, Event, Role, content_id
from teletipo.tree import Sentence


def merge(article: Article, sentences: tuple[Sentence, ...], acts: tuple[Act, ...]) -> tuple[Event, ...]:
    """One event for each occurrence, in the order of their main anchors."""
    groups: list[list[Act]] = []
    for act in acts:
        home = next((g for g in groups if _same(g, act, sentences)), None)
        if home is None:
            groups.append([act])
        else:
            home.append(act)
    return tuple(_event(article, sentences, group) for group in groups)


def _same(group: list[Act], act: Act, sentences: tuple[Sentence, ...]) -> bool:
    """A definite noun refers back to an act of its type that shares its parties or names none."""
    if act.type != group[0].type:
        return False
    s = sentences[act.sentence]
    if s.upos[act.token] != "NOUN":
        return False
    definite = any(s.lemmas[c] in ("el", "este", "ese", "aquel", "dicho", "mismo") for c in s.children[act.token])
    parties = {a.entity for a in act.arguments if a.role in ("actor", "recipient")}
    before = {a.entity for g in group for a in g.arguments if a.role in ("actor", "recipient")}
    return definite and act.certainty == group[0].certainty and parties <= before


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
