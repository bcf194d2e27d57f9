"""Lemmas of Spanish words by part of speech, features, suffix rules and a list of known lemmas.

It computes what spaCy's Spanish rule lemmatizer (since version 3.1) computes from the model's tables, including its
habit of writing the pronouns of a verb after it ("darle" -> "dar él").
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any

_CLITIC = re.compile("([mts]e|l[aeo]s?|n?os)$")
_MAX_CLITICS = 4
_UNCHANGED = frozenset(["ADP", "CCONJ", "INTJ", "PART", "PROPN", "PUNCT", "SCONJ", "SYM", "X"])

Rules = list[tuple[str, str]]


class _Endings:
    """Rules that replace an ending, found by the ending."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules

    @cached_property
    def _by_ending(self) -> dict[str, list[tuple[int, str]]]:
        """Ending -> what replaces it, by each rule's place among the rules."""
        found: dict[str, list[tuple[int, str]]] = {}
        for place, (old, new) in enumerate(self._rules):
            found.setdefault(old, []).append((place, new))
        return found

    @cached_property
    def _lengths(self) -> list[int]:
        return sorted({len(old) for old in self._by_ending})

    def replaced(self, word: str) -> list[str]:
        """The words that the rules make of a word by changing it, in the order of the rules."""
        starts = [len(word) - length for length in self._lengths if length <= len(word)]
        made = [(place, word[:at] + new) for at in starts for place, new in self._by_ending.get(word[at:], ())]
        return [other for _, other in sorted(made) if other != word]


class Lemmatizer:
    """Lemmas from the model's "lemmas" table."""

    def __init__(self, tables: dict[str, Any]) -> None:
        """`tables` has the keys groups, rules, index and exceptions."""
        self._rules: dict[str, Rules] = tables["rules"]
        endings = {name: _Endings(rules) for name, rules in self._rules.items()}
        self._general = endings["det_and_pron_general"]
        self._groups = {
            pos: [(endings[name], frozenset(feats)) for name, feats in named] for pos, named in tables["groups"].items()
        }
        self._index = {pos: frozenset(words) for pos, words in tables["index"].items()}
        self._exceptions: dict[str, dict[str, list[str]]] = tables["exceptions"]
        verbal = (rule for name, _ in tables["groups"]["verb"] for rule in self._rules[name])
        self._any_verb = _Endings(list(dict.fromkeys(map(tuple, verbal))))
        self._by_pos = {
            "adj": self._nominal,
            "noun": self._nominal,
            "adv": self._adverb,
            "det": self._determiner,
            "pron": self._pronoun,
            "num": self._numeral,
            "verb": self._verb,
            "aux": self._verb,
        }

    def lemma(self, form: str, upos: str, feats: str, first: bool) -> str:
        """The lemma of a form; `first` says that it begins a sentence, where function words lose their capital."""
        if upos in _UNCHANGED:
            return form.lower() if first and upos != "PROPN" else form
        word, pos = form.lower(), upos.lower()
        if pos not in self._by_pos:
            return word
        if known := self._exceptions.get(pos, {}).get(word):
            return known[0]
        features = frozenset(feats.split("|")) if feats else frozenset()
        return self._by_pos[pos](word, "verb" if pos == "aux" else pos, features)

    def lemmas(self, form: str) -> tuple[str, ...]:
        """Every noun, adjective and verb that a form out of context may belong to.

        Those in the list of lemmas, in alphabetical order; if there are none, the form and its possible singulars.
        """
        word = form.lower()
        plurals = self._singulars(word, "noun")
        verbs = self._any_verb.replaced(word)
        verbs += self._alternations([verb for verb in verbs if verb in self._alternating])
        found = {
            *self._index["noun"].intersection([word, *plurals]),
            *self._index["adj"].intersection([word, *self._singulars(word, "adj")]),
            *self._index["verb"].intersection([word, *verbs]),
        }
        return tuple(sorted(found)) or tuple(dict.fromkeys([word, *plurals]))

    def _singulars(self, word: str, pos: str) -> list[str]:
        """The possible singulars of a nominal by the rules for any number and gender, also without accent."""
        made = [c for endings, _ in self._groups[pos] for c in endings.replaced(word)]
        return made + [c.replace(old, new) for c in made for old, new in self._rules["accents"] if old in c]

    def _replaced(self, word: str, pos: str, features: frozenset[str]) -> list[str]:
        """The words made by the rules for these features: the first group whose features are all there."""
        endings = next((endings for endings, wanted in self._groups.get(pos, ()) if wanted <= features), None)
        return endings.replaced(word) if endings else []

    def _nominal(self, word: str, pos: str, features: frozenset[str]) -> str:
        """Adjectives and nouns; plurals may lose an accent on the way ("jóvenes" -> "joven")."""
        candidates = self._replaced(word, pos, features)
        if "Number=Plur" in features:
            ending = [c for c in candidates if c.endswith(("n", "s"))]
            candidates += [c.replace(old, new) for c in ending for old, new in self._rules["accents"]]
        return self._known(candidates, pos) or (candidates[0] if candidates else word)

    def _known(self, candidates: list[str], pos: str) -> str | None:
        index = self._index.get(pos, frozenset())
        return next((candidate for candidate in candidates if candidate in index), None)

    def _adverb(self, word: str, _pos: str, _features: frozenset[str]) -> str:
        return _looked_up(word, self._rules["adverbs"]) or word

    def _determiner(self, word: str, pos: str, _features: frozenset[str]) -> str:
        return self._closed(word, pos, keep_equal=True)

    def _pronoun(self, word: str, pos: str, _features: frozenset[str]) -> str:
        return self._closed(word, pos, keep_equal=False)

    def _closed(self, word: str, pos: str, keep_equal: bool) -> str:
        """Determiners and pronouns: a list of their own, a common list, then endings."""
        fixed = _looked_up(word, self._rules[pos]) or _looked_up(word, self._rules["det_and_pron_fixed"])
        if fixed:
            return fixed
        general = self._rules["det_and_pron_general"]
        candidates = [_swap(word, *rule) for rule in general] if keep_equal else self._general.replaced(word)
        candidates.append(word)
        return self._known(candidates, pos) or candidates[0]

    def _numeral(self, word: str, _pos: str, _features: frozenset[str]) -> str:
        """A listed word, or figures with a decimal point and without points between thousands."""
        if listed := _looked_up(word, self._rules["num"]):
            return listed
        if re.search(r"\.[0-9]{3}$", word.split(",")[0]):
            word = word.replace(".", "")
        return word.replace(",", ".")

    def _verb(self, word: str, pos: str, features: frozenset[str]) -> str:
        if "PronType=Prs" in features:
            return self._verb_with_clitics(word, pos, features)
        candidates = self._replaced(word, "verb", features)
        known = self._known(candidates, pos) or self._known(self._alternations(candidates), pos)
        return known or (candidates[0] if candidates else word)

    def _alternations(self, candidates: list[str]) -> list[str]:
        """Candidates with a stem vowel put back ("duermir" -> "dormir")."""
        found = []
        for word in candidates:
            for old, new in self._rules["voc_alt_1"]:
                found += [word[:i] + new + word[i + 1 :] for i, char in enumerate(word) if char == old]
            found += [word.replace(old, new, 1) for old, new in self._rules["voc_alt_2"] if old in word]
        return found

    @cached_property
    def _alternating(self) -> frozenset[str]:
        """All forms from which restoring a stem vowel may make a verb of the list."""
        rules = [*self._rules["voc_alt_1"], *self._rules["voc_alt_2"]]
        return frozenset(
            verb[:at] + old + verb[at + len(new) :]
            for verb in self._index["verb"]
            for old, new in rules
            for at in range(len(verb))
            if verb.startswith(new, at)
        )

    def _verb_with_clitics(self, word: str, pos: str, features: frozenset[str]) -> str:
        """The verb's lemma followed by those of the pronouns at its end."""
        clitics: list[str] = []
        while len(clitics) < _MAX_CLITICS and (match := _CLITIC.search(word)):
            clitics.insert(0, match.group(1))
            word = word[: match.start()]
        for old, new in self._rules["accents"]:
            word = word.replace(old, new)
        known = self._exceptions.get("verb", {}).get(word)
        verb = known[0] if known else self._verb(word, pos, features - {"PronType=Prs"})
        return " ".join([verb, *map(self._clitic, clitics)])

    def _clitic(self, word: str) -> str:
        known = self._exceptions.get("pron", {}).get(word)
        return known[0] if known else self._pronoun(word, "pron", frozenset())


def _swap(word: str, old: str, new: str) -> str:
    """The word with ending `old` replaced, or the word itself."""
    return word[: len(word) - len(old)] + new if word.endswith(old) else word


def _looked_up(word: str, rules: Rules) -> str | None:
    return next((new for old, new in rules if word == old), None)
