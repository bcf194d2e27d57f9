"""Train the judge of certainty from annotated articles and write its weights.

    python training/certainty.py GOLD_FOLDER --news NEWS          write models/es-certainty.json of the data
    python training/certainty.py GOLD_FOLDER --news NEWS --folds  print what eight folds of the gold give, compared
                                                                  with the cues alone

Material (see `gold.py`): the pipeline's own acts that express an annotated event, and the main anchors of the events
among the annotated statements (ours, where none are annotated), so that the judge sees both what it will meet and what
it should have met; and the examples of the lexicon and the codebook, so that it trusts the cues of a plain sentence.
Deterministic: solver and order are fixed, there is no seed. Needs the `train` extra (scikit-learn).
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from gold import Read, codebook_sentences, is_gold, material, news_file, scorer
from judges import Pairs, fit, weight, write

from teletipo import pipeline
from teletipo.act import Act
from teletipo.candidates import PROPOSING
from teletipo.languages import es
from teletipo.linear import Linear
from teletipo.records import Statement
from teletipo.spans import Span
from teletipo.stages import certainty
from teletipo.stages.article import article as make_article
from teletipo.stages.scoping import certainty_features
from teletipo.tree import Sentence

OUT = Path(__file__).parent.parent / "src" / "teletipo" / "data" / "models" / "es-certainty.json"
FOLDS = 8
#: inverse strength of regularisation and rarest feature kept, chosen by the folds on train
STRENGTH, RAREST = 0.05, 3
#: weights smaller than this for every label are left out: nearly half of them (on folds accuracy is .787 with them and
#: .792 without)
LEAST = 0.05
#: what the label of the cues gains in log-odds over what the model learns; chosen by the folds on train
TRUST = 0.3
CONTENT = ("VERB", "NOUN", "PROPN", "ADJ")
#: how much an example of the lexicon and one of the codebook count, against an annotated act
LEXICON, CODEBOOK = 4, 2
_MAIN = frozenset({"root", "ccomp", "conj", "parataxis"})  #: functions of the main act of what is said


class Row(NamedTuple):
    """One act for training or judging."""

    features: list[str]
    label: str
    rule: str
    settled: bool  #: the label of the rule stands
    own: bool  #: found by the pipeline, as the first expression of its event
    weight: float


def rows(one: Read, score: Any) -> Iterator[Row]:
    """The acts of one article with their annotated labels."""
    sentences: tuple[Sentence, ...] = one.products["sentences"]
    seen: set[int] = set()
    for act in one.products["acts"]:
        if (event := one.event_of(act)) is not None and event not in seen:
            seen.add(event)
            yield _row(one, act, one.products["statements"], event, own=True)
    said: tuple[Statement, ...] = one.products["statements"]
    if is_gold(one):
        said = tuple(_statement(one, s, score) for s in one.gold["statements"])
    for event, (gold, anchors) in enumerate(zip(one.gold["events"], one.anchors, strict=True)):
        if (act_ := _gold_act(sentences, Span(*anchors[0]), gold["type"])) is not None:
            yield _row(one, act_, said, event, own=False)


def _row(one: Read, act: Act, said: tuple[Statement, ...], event: int, *, own: bool) -> Row:
    view = certainty.view_of(act, one.products["sentences"], one.cast, said, es.cues())
    label = one.gold["events"][event]["certainty"]
    if label == "fact" and not is_gold(one) and _attributed(view):
        label = "stated"
    return Row(certainty_features.features(view), label, view.rule, view.settled, own, weight(one))


def _attributed(view: certainty_features.View) -> bool:
    """True for the main act of words that are attributed after them ("Rusia atacó, según Kiev").

    By the guidelines such an act is stated, as it is four times in five in the gold; our annotators called every other
    one a fact.
    """
    cue = view.around[0].cue if view.rule == "stated" and view.around else None
    if cue is None or view.sentence.upos[view.act.token] != "VERB":
        return False
    return cue.start > view.act.anchor.start and view.sentence.labels[view.act.token] in _MAIN


@cache
def taught() -> tuple[Row, ...]:
    """The examples of the lexicon and the codebook, with their labels or else those of their cues."""
    return (*_lexical(), *_exemplary())


def _lexical() -> Iterator[Row]:
    for cue in es.cues().cues:
        for example in cue.examples:
            before, word, after = example.text.split("*")
            anchor = Span(len(before), len(before) + len(word))
            p = pipeline.run(PROPOSING, make_article(before + word + after), {})
            acts = [a for a in p["acts"] if a.anchor.overlaps(anchor)]
            act = acts[0] if acts else _gold_act(p["sentences"], anchor, cue.types[0] if cue.types else "CONSULT")
            if act is not None:
                yield _taught(p, act, example.certainty, LEXICON)


def _exemplary() -> Iterator[Row]:
    for case, anchors, p in codebook_sentences():
        right = (a for a in p["acts"] if a.type == case.class_.type and a.fits)
        act = next((a for a in right if any(s.overlaps(a.anchor) for s in anchors)), None)
        if act is not None:
            yield _taught(p, act, getattr(case.source, "certainty", None), CODEBOOK)


def _taught(p: dict[str, Any], act: Act, label: str | None, count: int) -> Row:
    view = certainty.view_of(act, p["sentences"], p["cast"], p["statements"], es.cues())
    return Row(certainty_features.features(view), label or view.rule, view.rule, view.settled, own=False, weight=count)


def _statement(one: Read, gold: dict[str, Any], score: Any) -> Statement:
    """A gold statement whose speaker is our entity."""
    text = one.article.text or ""
    spans = tuple(Span(*score.locate(text, q)) for q in (gold["content"], *gold.get("more", ())))
    cue = Span(*score.locate(text, gold["cue"])) if gold.get("cue") else None
    speaker = next((ours for ours, theirs in one.same.items() if theirs == gold["speaker"]), None)
    return Statement(id=gold["id"], kind=gold["kind"], content=spans, speaker=speaker, cue=cue)


def _gold_act(sentences: Sequence[Sentence], anchor: Span, type_: Any) -> Act | None:
    """An act at the head of a gold anchor; None if no sentence holds it."""
    for s in sentences:
        inside = [t for t in range(len(s)) if s.starts[t] < anchor.end and s.ends[t] > anchor.start]
        if inside:
            tops = [t for t in inside if s.heads[t] not in inside]
            token = next((t for t in tops if s.upos[t] in CONTENT), tops[0])
            return Act(sentence=s.index, token=token, anchor=anchor, type=type_, rule="gold")
    return None


def train(known: Sequence[Row]) -> Linear:
    """The judge, trained on these rows."""
    pairs = Pairs()
    for row in (*known, *taught()):
        pairs.add(row.features, row.label, row.weight)
    model = fit(pairs, STRENGTH, RAREST, 0.0, LEAST)
    weights = dict(model.weights)
    for k, label in enumerate(model.classes):
        own = list(weights.get(f"rule={label}", (0.0,) * len(model.classes)))
        own[k] = round(own[k] + TRUST, 3)
        weights[f"rule={label}"] = tuple(own)
    return msgspec.structs.replace(model, weights=weights)


def report(name: str, pairs: Sequence[tuple[str, str]]) -> None:
    """Accuracy and macro F1 of (gold, ours)."""
    golds, ours = Counter(g for g, _ in pairs), Counter(o for _, o in pairs)
    hit = Counter(g for g, o in pairs if g == o)
    f1s = [2 * hit[c] / (golds[c] + ours[c]) for c in golds]
    print(f"{name}: accuracy {sum(hit.values()) / len(pairs):.3f} macro F1 {sum(f1s) / len(f1s):.3f} on {len(pairs)}")


def folds(articles: Sequence[Sequence[Row]], others: Sequence[Row]) -> None:
    """Judge each article of the gold by a model that never saw it; `others` are always in the training data."""
    judged, ruled = [], []
    for k in range(FOLDS):
        model = train([*others, *(r for i, a in enumerate(articles) if i % FOLDS != k for r in a)])
        for row in (r for a in articles[k::FOLDS] for r in a if r.own):
            chances = model.distribution(row.features)
            best = max(model.classes, key=lambda c: chances[c])
            judged.append((row.label, row.rule if row.settled else best))
            ruled.append((row.label, row.rule))
    report("cues alone", ruled)
    report("judge", judged)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--news", type=news_file)
    parser.add_argument("--folds", action="store_true")
    args = parser.parse_args()
    score = scorer(args.gold)
    reads = material(args.gold, args.news, quick=False)  # which taught nothing here (decision 6)
    articles = [list(rows(one, score)) for one in reads if is_gold(one)]
    others = [row for one in reads if not is_gold(one) for row in rows(one, score)]
    if args.folds:
        folds(articles, others)
        return
    model = train([*others, *(row for article in articles for row in article)])
    write({"certainty": msgspec.to_builtins(model)}, OUT)


if __name__ == "__main__":
    main()
