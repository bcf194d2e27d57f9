"""Train the judges from annotated articles and write their weights.

    python training/judges.py GOLD_FOLDER --news NEWS              write src/teletipo/data/models/es.json
    python training/judges.py GOLD_FOLDER --news NEWS --folds OUT  write dossiers of train.jsonl, each read by judges
                                                                   that never saw it (five folds), to be scored

Material (see `gold.py`): the gold's train.jsonl and our own annotations of invented articles and, if NEWS with their
texts is given, of news; our own count half.
Deterministic: solver and order are fixed, there is no seed. Needs the `train` extra (scikit-learn).
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from gold import DECIDING, QUICK_ROUND, Read, codebook_sentences, is_gold, material, news_file
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from teletipo import pipeline
from teletipo.act import Act
from teletipo.assembly import dossier
from teletipo.languages import es
from teletipo.linear import Linear
from teletipo.stages import assign
from teletipo.stages.merging import likeness
from teletipo.stages.weighing import event_features, role_features
from teletipo.stages.weighing.around import Around
from teletipo.stages.weighing.outlook import Outlook

OUT = Path(__file__).parent.parent / "src" / "teletipo" / "data" / "models" / "es.json"
FOLDS = 5
#: strength of each model (inverse of regularisation), rarest feature kept, threshold; chosen by the folds on train, but
#: for the threshold of events, which puts precision before recall
SETTINGS = {"event": (0.12, 3, 0.5), "role": (0.02, 5, 0.4), "same": (0.05, 3, 0.3)}
#: how much an article of the gold and a sentence of the codebook count, against one of our own annotations
GOLD = 2
#: how much an article of the quick round of annotation counts: each of .25, .5 and 1 is better than none, .5 is best
QUICK = 0.5
#: features whose weights are all smaller than this are left out: half of those above .02, without which tuples of the
#: folds are .348 instead of .351 and the rest is the same
LEAST = 0.03
#: prefix of the features that say who annotated: learnt, so that other features need not explain it, but not written
ANNOTATORS = "annotated in round "


class Pairs(msgspec.Struct):
    """Training data: features, answers and weights."""

    x: list[list[str]] = []
    y: list[str] = []
    weights: list[float] = []

    def add(self, features: Iterable[str], answer: str, weight: float = 1) -> None:
        """Add one example."""
        self.x.append(list(features))
        self.y.append(answer)
        self.weights.append(weight)


def event_pairs(reads: Sequence[Read]) -> Pairs:
    """Features of each candidate act, and whether it is an event of the gold set."""
    pairs = Pairs()
    for one in reads:
        p = one.products
        context = event_features.Context.of(p["sentences"], p["cast"], p["statements"], p["acts"])
        for act in p["acts"]:
            answer = "yes" if one.is_event(act) else "no"
            pairs.add([*event_features.features(act, context), *_annotators(one, act)], answer, weight(one))
    for act, context, answer in _taught():
        pairs.add(event_features.features(act, context), answer, GOLD)
    return pairs


def weight(one: Read) -> float:
    """How much the article counts."""
    if is_gold(one):
        return GOLD
    return QUICK if one.gold["round"] == QUICK_ROUND else 1


def _annotators(one: Read, act: Act) -> Iterator[str]:
    """Features for the round of annotation, as the rounds drew the line of what is an event elsewhere."""
    if not is_gold(one):
        yield f"{ANNOTATORS}{one.gold['round']}"
        yield f"{ANNOTATORS}{one.gold['round']} {act.type}"


@cache
def _taught() -> tuple[tuple[Act, event_features.Context, str], ...]:
    """Training data from the codebook: the marked act of an example is an event, a counterexample has none."""
    found = []
    for case, anchors, p in codebook_sentences():
        context = event_features.Context.of(p["sentences"], p["cast"], p["statements"], p["acts"])
        for act in p["acts"]:
            if act.type != case.class_.type:
                continue
            if any(a.overlaps(act.anchor) for a in anchors):
                found.append((act, context, "yes"))
            elif not anchors:
                found.append((act, context, "no"))
    return tuple(found)


def role_pairs(reads: Sequence[Read]) -> Pairs:
    """Features of each act with each candidate filler, and the filler's role."""
    pairs = Pairs()
    for one in reads:
        p = one.products
        acts = [(a, e) for a in p["acts"] if (e := one.event_of(a)) is not None]
        around = _around(one, tuple(a for a, _ in acts))
        for act, event in acts:
            view = Outlook.of(act, around)
            for candidate in view.candidates:
                features = role_features.features(act, candidate, view, around)
                pairs.add(features, one.part_of(event, candidate.entity), weight(one))
    return pairs


def _around(one: Read, acts: tuple[Act, ...]) -> Around:
    """What surrounds an act of the article; `acts` are those that count as its peers."""
    p = one.products
    known = es.KNOWLEDGE
    return Around(p["sentences"], p["cast"], p["statements"], known["codebook"](), acts, known["referring"]().seats)


def same_pairs(reads: Sequence[Read], role: Linear) -> Pairs:
    """Features of each pair of true acts of one type with their roles, and whether they are one occurrence."""
    pairs = Pairs()
    for one in reads:
        p = one.products
        sentences = p["sentences"]
        true = [(a, e) for a in p["acts"] if (e := one.event_of(a)) is not None]
        around = _around(one, tuple(a for a, _ in true))
        acts = [(likeness.Told.of(assign.assigned(a, around, role), sentences, es.phrases()), e) for a, e in true]
        for later, (told, event) in enumerate(acts):
            for before, other in acts[:later]:
                if before.act.type == told.act.type:
                    answer = "yes" if event == other else "no"
                    pairs.add(likeness.features(before, told), answer, weight(one))
    return pairs


def fit(pairs: Pairs, strength: float, rarest: int, threshold: float, least: float = LEAST) -> Linear:
    """A linear model of the pairs; binary if the answers are yes and no."""
    counts: dict[str, float] = defaultdict(float)
    for features, weight in zip(pairs.x, pairs.weights, strict=True):
        for feature in set(features):
            counts[feature] += weight
    rows = [{f: 1.0 for f in features if counts[f] >= rarest} for features in pairs.x]
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(rows)
    matrix.indices, matrix.indptr = matrix.indices.astype("int32"), matrix.indptr.astype("int32")  # liblinear
    classes = sorted(set(pairs.y))
    solver = "liblinear" if classes == ["no", "yes"] else "lbfgs"
    model = LogisticRegression(C=strength, solver=solver, max_iter=400)
    model.fit(matrix, pairs.y, sample_weight=pairs.weights)
    weights: dict[str, tuple[float, ...]] = {}
    for name, column in zip(vectorizer.get_feature_names_out(), model.coef_.T, strict=True):
        rounded = tuple(round(float(w), 3) for w in column)
        if any(abs(w) >= least for w in rounded) and not name.startswith(ANNOTATORS):
            weights[name] = rounded
    names = ("yes",) if classes == ["no", "yes"] else tuple(classes)
    return Linear(names, tuple(round(float(b), 4) for b in model.intercept_), weights, threshold)


def train(reads: Sequence[Read]) -> dict[str, Linear]:
    """All judges, trained on these articles."""
    role = fit(role_pairs(reads), *SETTINGS["role"])
    return {
        "event": fit(event_pairs(reads), *SETTINGS["event"]),
        "role": role,
        "same": fit(same_pairs(reads, role), *SETTINGS["same"]),
    }


def folds(reads: Sequence[Read], out: Path) -> None:
    """Write the dossier of each article as read by judges trained on the other folds."""
    gold, others = [r for r in reads if is_gold(r)], [r for r in reads if not is_gold(r)]
    with out.open("w", encoding="utf-8") as file:
        for k in range(FOLDS):
            models = train([r for i, r in enumerate(gold) if i % FOLDS != k] + others)
            for one in gold[k::FOLDS]:
                products: dict[str, Any] = one.products | {"models": models}
                file.write(dossier(pipeline.run(DECIDING, one.article, products)).to_json() + "\n")


def write(models: dict[str, Any], path: Path) -> None:
    """Write models as JSON, one feature per line, and print the size of the file."""
    text = json.dumps(models, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    path.write_text(text.replace('],"', '],\n"') + "\n", encoding="utf-8")
    print(f"{path.name}: {path.stat().st_size // 1024} kB")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--news", type=news_file)
    parser.add_argument("--folds", type=Path)
    args = parser.parse_args()
    reads = material(args.gold, args.news)
    if args.folds:
        folds(reads, args.folds)
        return
    models = {name: msgspec.to_builtins(model) for name, model in train(reads).items()}
    write(models, OUT)


if __name__ == "__main__":
    main()
