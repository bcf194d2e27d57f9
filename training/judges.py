"""Train the judges from annotated articles and write their weights.

    python training/judges.py GOLD_FOLDER            train on train.jsonl, write src/teletipo/data/models/es.json
    python training/judges.py GOLD_FOLDER --folds OUT   write dossiers of train.jsonl, each read by judges that
                                                        never saw it (five folds by article), to be scored

Deterministic: solver and order are fixed, there is no seed. Needs the `train` extra (scikit-learn).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from gold import DECIDING, PROPOSING, Read, read_all
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from teletipo import examples, pipeline
from teletipo.act import Act
from teletipo.linear import Linear
from teletipo.stages import assign, coreference, judge
from teletipo.stages.article import article as make_article

OUT = Path(__file__).parent.parent / "src" / "teletipo" / "data" / "models" / "es.json"
FOLDS = 5
#: strength of each model (inverse of regularisation), rarest feature kept, threshold; chosen by the folds on train
SETTINGS = {"event": (0.3, 2, 0.44), "role": (0.02, 3, 0.4), "same": (0.1, 3, 0.5)}

Pairs = tuple[list[list[str]], list[str]]


def event_pairs(reads: Sequence[Read]) -> Pairs:
    """Features of each candidate act, and whether it is an event of the gold set."""
    x, y = [], []
    for one in reads:
        p = one.products
        context = judge.Context.of(p["sentences"], p["cast"], p["statements"])
        for act in p["acts"]:
            x.append(judge.features(act, context))
            y.append("yes" if one.event_of(act) is not None else "no")
    for act, context, answer in _taught():
        x.append(judge.features(act, context))
        y.append(answer)
    return x, y


@cache
def _taught() -> tuple[tuple[Act, judge.Context, str], ...]:
    """What the codebook's own sentences teach: the marked act of each example is one, a counterexample holds none."""
    found = []
    for case in examples.cases(pipeline.es.KNOWLEDGE["codebook"]()):
        sentence = examples.marked(case.source.text)
        anchors = [span for name, span in sentence.marks if name == "anchor"]
        p = pipeline.run(PROPOSING, make_article(sentence.text), {})
        context = judge.Context.of(p["sentences"], p["cast"], p["statements"])
        for act in p["acts"]:
            if act.type != case.class_.type:
                continue
            if any(a.overlaps(act.anchor) for a in anchors):
                found.append((act, context, "yes"))
            elif not anchors:
                found.append((act, context, "no"))
    return tuple(found)


def role_pairs(reads: Sequence[Read]) -> Pairs:
    """Features of each act with each candidate filler, and the part that it plays."""
    x, y = [], []
    for one in reads:
        p = one.products
        acts = [(a, e) for a in p["acts"] if (e := one.event_of(a)) is not None]
        around = _around(one, tuple(a for a, _ in acts))
        for act, event in acts:
            view = assign.View.of(act, around)
            for candidate in assign.candidates(act, around):
                x.append(assign.features(act, candidate, view, around))
                y.append(one.part_of(event, candidate.entity))
    return x, y


def _around(one: Read, acts: tuple[Act, ...]) -> assign.Around:
    """What surrounds an act of the article; `acts` are those that count as its peers."""
    p = one.products
    return assign.Around(p["sentences"], p["cast"], p["statements"], pipeline.es.KNOWLEDGE["codebook"](), acts)


def same_pairs(reads: Sequence[Read], role: Linear) -> Pairs:
    """Features of each pair of true acts of one type, parts filled, and whether they are one occurrence."""
    x, y = [], []
    for one in reads:
        p = one.products
        sentences = p["sentences"]
        true = [(a, e) for a in p["acts"] if (e := one.event_of(a)) is not None]
        around = _around(one, tuple(a for a, _ in true))
        acts = [(assign.assigned(a, around, role), e) for a, e in true]
        for later, (act, event) in enumerate(acts):
            for before, other in acts[:later]:
                if before.type == act.type:
                    x.append(coreference.features(before, act, sentences))
                    y.append("yes" if event == other else "no")
    return x, y


def fit(pairs: Pairs, strength: float, rarest: int, threshold: float) -> Linear:
    """A linear model of the pairs; binary if the answers are yes and no."""
    x, y = pairs
    counts = Counter(f for features in x for f in set(features))
    rows = [{f: 1.0 for f in features if counts[f] >= rarest} for features in x]
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(rows)
    matrix.indices, matrix.indptr = matrix.indices.astype("int32"), matrix.indptr.astype("int32")  # liblinear
    classes = sorted(set(y))
    solver = "liblinear" if classes == ["no", "yes"] else "lbfgs"
    model = LogisticRegression(C=strength, solver=solver, max_iter=400).fit(matrix, y)
    weights: dict[str, tuple[float, ...]] = {}
    for name, column in zip(vectorizer.get_feature_names_out(), model.coef_.T, strict=True):
        rounded = tuple(round(float(w), 3) for w in column)
        if any(abs(w) >= 0.01 for w in rounded):
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
    with out.open("w", encoding="utf-8") as file:
        for k in range(FOLDS):
            models = train([r for i, r in enumerate(reads) if i % FOLDS != k])
            for one in reads[k::FOLDS]:
                products: dict[str, Any] = one.products | {"models": models}
                dossier = pipeline.dossier(pipeline.run(DECIDING, one.article, products))
                file.write(dossier.to_json() + "\n")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--folds", type=Path)
    args = parser.parse_args()
    reads = read_all(args.gold, "train.jsonl")
    if args.folds:
        folds(reads, args.folds)
        return
    models = {name: msgspec.to_builtins(model) for name, model in train(reads).items()}
    OUT.write_text(json.dumps(models, ensure_ascii=False, sort_keys=True, indent=0) + "\n", encoding="utf-8")
    print(f"{OUT.name}: {OUT.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
