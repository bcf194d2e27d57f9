"""Measures factuality flags of sentences on MEANTIME (Spanish Wikinews).

usage: python bench/factuality.py [GOLD.jsonl]

A sentence has an uncertain, future or negated event if a cue of certainty has one of its predicates in its scope. The
tables below tell which cues the benchmark's annotators count: they mark ability, purpose and plans as future events.
"""

from __future__ import annotations

from scoring import gold_file, scored

from teletipo.languages import es
from teletipo.stages import mend
from teletipo.stages.scoping import scope
from teletipo.tree import Sentence

PREDICATES = ("VERB", "AUX", "NOUN", "ADJ", "PROPN")
FUTURE = (
    "planned.future planned.ir_a planned.verb planned.foreseen planned.resolve planned.tomorrow planned.para "
    "planned.before planned.aim proposed.want proposed.request proposed.plead proposed.call proposed.suggest "
    "proposed.willing proposed.deber proposed.tener_que proposed.para_que possible.poder possible.conditional "
    "possible.si possible.noun"
).split()
#: nouns as cues: only a verb that they govern is a future event ("el plan de cerrar")
FUTURE_VERBS = ("planned.noun", "proposed.noun")
UNCERTAIN = (
    "possible.predict possible.adverb possible.predicate possible.verb possible.conditional "
    "speculated.adverb speculated.verb speculated.seem speculated.impersonal speculated.rumour"
).split()
#: words that foresee an event, whether it is a verb or a noun ("prevé una caída")
FORESEEING = {"planned.foreseen": ["prever"]}
#: cue -> words that announce what may happen, if it is a verb
PROBABLE = {
    "possible.noun": "posibilidad temor esperanza expectativa perspectiva probabilidad pronóstico".split(),
    "planned.noun": ["plan"],
    "proposed.want": ["esperar"],
}
NEGATED = (
    "denied.verb",
    "denied.noun",
    "denied.stop",
    "denied.cease",
    "denied.not_so",
    "denied.nearly",
    "denied.unfulfilled",
    "possible.prevent",
)


def flags(sentences: tuple[Sentence, ...]) -> dict[str, bool]:
    """The three flags of a text."""
    found = [
        (s, t, hit)
        for s in sentences
        for t in range(len(s))
        if s.upos[t] in PREDICATES and not s.labels[t].startswith("aux")
        for hit in scope.hits(s, t, es.cues())
    ]
    return {
        "has_future": any(is_future(s, t, h) for s, t, h in found),
        "has_uncertain": any(is_uncertain(s, t, h) for s, t, h in found),
        "has_negated": any(is_negated(s, t, h) for s, t, h in found),
    }


def is_future(s: Sentence, token: int, hit: scope.Hit) -> bool:
    return hit.cue.id in FUTURE or (hit.cue.id in FUTURE_VERBS and s.upos[token] == "VERB")


def is_uncertain(s: Sentence, token: int, hit: scope.Hit) -> bool:
    if hit.cue.id == "possible.poder":
        return s.feat(hit.token, "Tense") != "Fut"
    announcing = PROBABLE.get(hit.cue.id, []) if s.upos[token] == "VERB" else []
    words = [*FORESEEING.get(hit.cue.id, []), *announcing]
    return hit.cue.id in UNCERTAIN or s.lemmas[hit.token] in words


def is_negated(s: Sentence, token: int, hit: scope.Hit) -> bool:
    verb = s.upos[token] in ("VERB", "AUX")
    return hit.cue.id in NEGATED or (hit.cue.id in ("denied.no", "denied.sin", "denied.avoid") and verb)


def main() -> None:
    """Predict and score."""
    gold = gold_file("factuality-es/meantime_dev.jsonl")
    print(scored("factuality", gold, lambda row: flags(mend.mended(es.parse(row["es"]), es.verbs()))), end="")


if __name__ == "__main__":
    main()
