"""Occurrence: the acts that describe one occurrence, put together as an event with all their parties."""

from __future__ import annotations

from teletipo.act import Act, Argument
from teletipo.records import Article, Event, Role, content_id
from teletipo.tree import Sentence

PARTIES = frozenset({"actor", "recipient"})
#: how probable somebody must be as a party of a later act to join those whom earlier ones name. On folds of the gold's
#: train: tuples .301, roles F1 .499; .296 and .499 with .6, .299 and .496 with .9. Pooling the beliefs of all acts
#: (likeliest, mean, any of them) wins nothing more
SURE = 0.7


def event(article: Article, sentences: tuple[Sentence, ...], group: list[Act]) -> Event:
    """The event of these acts, the first of them the main one."""
    main = group[0]
    return Event(
        id=content_id("e:", article.id, main.rule, main.anchor.start, main.anchor.end),
        type=main.type,
        mode=next((act.mode for act in group if act.mode), None),
        anchors=tuple(act.anchor for act in group),
        certainty=main.certainty,
        rule=main.rule,
        evidence=tuple(dict.fromkeys(sentences[act.sentence].extent for act in group)),
        roles=tuple(
            Role(role=a.role, start=a.span.start, end=a.span.end, entity=a.entity, value=a.value)
            for a in sorted(pooled(group), key=lambda a: (a.span.start, a.span.end, a.role))
        ),
        cue=main.cue,
        source=main.source,
    )


def pooled(group: list[Act]) -> tuple[Argument, ...]:
    """The arguments of an occurrence, without repetitions; nobody has two roles.

    A later act adds parties to a role that nobody fills yet; to a filled one it adds only those it is sure of.
    """
    found: dict[tuple[object, object], Argument] = {}
    for act in group:
        named = {a.role for a in found.values()}
        for a in act.arguments:
            party = a.role in PARTIES
            if not party or a.role not in named or a.weight >= SURE:
                found.setdefault(("party" if party else a.role, a.entity or a.span), a)
    return tuple(found.values())
