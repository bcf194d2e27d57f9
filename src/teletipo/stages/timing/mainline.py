"""Main line: which clauses carry an article's story, and what happens on the same occasion."""

from __future__ import annotations

from teletipo.clauses import Place
from teletipo.stages.timing.clocks import Words
from teletipo.tree import Sentence

#: Labels of what is told under a verb of reporting that closes the sentence, and of "según dijo".
_BESIDE = frozenset(["ccomp", "advcl", "parataxis"])


def is_this(sentence: Sentence, token: int) -> bool:
    """True for what the article is about: "este encuentro", "esta visita"."""
    return any(sentence.low[c] in ("este", "esta") for c in sentence.kids(token, "det"))


def in_relative(place: Place, forms: tuple[str, ...] = ("Fin", "Part")) -> bool:
    """True inside a relative clause or under a participle ("el tratado que se firmó, firmado ayer")."""
    sentence, token = place
    below = (n for n in sentence.upwards(token) if sentence.labels[n].startswith(("acl", "amod")))
    return any(sentence.feat(n, "VerbForm") in forms for n in below)


def beside_root(sentence: Sentence, verb: int, words: Words) -> bool:
    """True for a clause parallel to the opening's main verb, or in the present itself: "X llegó hoy, informó Y".

    Also for what its subject underwent ("la carta, leída hoy, pide"), but not for the printing of the news.
    """
    above = sentence.heads[verb]
    if above >= 0 and sentence.labels[above] == "nsubj":
        return sentence.labels[sentence.heads[above]] == "root"
    if sentence.labels[verb] == "root":
        return sentence.feat(verb, "Tense") == "Pres"
    beside = above >= 0 and sentence.labels[above] == "root" and sentence.labels[verb] in _BESIDE
    return beside and sentence.low_lemmas[verb] not in words["printed"]


def goes_with(sentence: Sentence, token: int, verb: int, words: Words, which: str = "during") -> bool:
    """True for a noun during which the verb happens ("durante la cumbre", "en la apertura de la cumbre").

    Not for what lasts long: "tras dos años de negociaciones". `which` names the list of prepositions allowed.
    """
    while sentence.heads[token] not in (verb, -1):
        token = sentence.heads[token]
        if sentence.low_lemmas[token] in words["long"]:
            return False
    cases = [sentence.low[c] for t in (token, *sentence.kids(token, "amod")) for c in sentence.kids(t, "case")]
    return sentence.labels[token].startswith("obl") and bool(cases) and cases[0] in words[which]


def meets(sentence: Sentence, token: int, verb: int, words: Words) -> bool:
    """True for a meeting at which the verb happens: "al inicio de la cumbre", "con motivo de su visita"."""
    node = token
    while sentence.heads[node] not in (verb, -1):
        node = sentence.heads[node]
    if sentence.heads[node] != verb or sentence.low_lemmas[node] in words["long"]:
        return False
    before = [node, sentence.heads[token], *sentence.kids(node, "case"), *sentence.kids(token, "case")]
    if any(sentence.low[t] in words["meeting"] for t in before):
        return True
    return not words["occasion"].isdisjoint(sentence.low[max(0, min(node, token) - 3) : token])


def teller(sentence: Sentence, token: int, spoken: bool) -> int:
    """The clause that reports `token`, through infinitives, gerunds and "cuando"; for speech through any such clause.

    A purpose ("viajó para pedir una tregua") is not reported by the clause above it.
    """
    while sentence.labels[token] in ("advcl", "xcomp"):
        past = sentence.feat(token, "Tense") == "Past"
        if any(sentence.low[c] == "para" for c in sentence.kids(token, "mark")):
            break
        together = spoken or any(sentence.low[c] == "cuando" for c in sentence.children[token])
        if sentence.feat(token, "VerbForm") == "Fin" and not (together and past):
            break
        token = sentence.heads[token]
        if sentence.labels[token] == "advmod":  # "dijo antes de insistir"
            token = sentence.heads[token]
    return token


def is_told(sentence: Sentence, token: int, present: bool = False) -> bool:
    """True for a main clause in the preterite or the perfect, or with `present` in the present."""
    label, head = sentence.labels[token], sentence.heads[token]
    main = label == "root" or (label in ("conj", "parataxis") and head >= 0 and sentence.labels[head] == "root")
    if not main:
        return False
    if sentence.feat(token, "VerbForm") == "Fin":
        return sentence.feat(token, "Tense") in (("Past", "Pres") if present else ("Past",))
    helpers = sentence.kids(token, "aux", "aux:pass")
    return any(sentence.feat(c, "VerbForm") == "Fin" for c in helpers)


def is_earlier(sentence: Sentence, token: int, words: Words) -> bool:
    """True for what preceded the story: "ha criticado" after the opening, "había criticado", "posteriormente"."""
    if not words["other_times"].isdisjoint(sentence.low[c] for c in sentence.kids(token, "advmod")):
        return True
    return sentence.index > 0 and any(sentence.low_lemmas[c] == "haber" for c in sentence.kids(token, "aux"))


def told_root(sentence: Sentence) -> bool:
    """True for a sentence whose main verb is in the past."""
    return any(head < 0 and is_told(sentence, token) for token, head in enumerate(sentence.heads))
