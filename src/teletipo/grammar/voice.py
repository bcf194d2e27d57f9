"""Voice: whether the subject of a verb undergoes the act."""

from __future__ import annotations

from teletipo.grammar.finiteness import is_finite
from teletipo.tree import Sentence


def is_passive(s: Sentence, verb: int) -> bool:
    """True for ser + participle, participles that modify a noun, and the passive with se."""
    if s.feat(verb, "VerbForm") == "Part" or s.upos[verb] == "ADJ":
        has_haber = any(s.lemmas[c] == "haber" for c in s.kids(verb, "aux"))
        has_ser = any(s.lemmas[c] == "ser" for c in s.kids(verb, "aux:pass", "aux", "cop"))
        return has_ser or not has_haber
    return s.kid(verb, "expl:pass") is not None


def is_reflexive(s: Sentence, verb: int) -> bool:
    """True if the verb has a reflexive clitic, as a separate word or as an ending ("reunirse", "reuniéndose")."""
    clitics = (c for c in s.children[verb] if s.low[c] in ("se", "me", "nos", "te", "os"))
    if any(s.labels[c].startswith(("expl", "obj", "iobj", "compound")) for c in clitics):
        return True
    group = (verb, *s.kids(verb, "aux"))  # "haberse reunido"
    return any(s.low[t].endswith(("rse", "ndose", "rnos", "rme")) for t in group)


def modifies(s: Sentence, participle: int) -> bool:
    """Whether a participle modifies the noun that undergoes it; in "el riesgo de ser detenido" it does not."""
    beside = s.labels[participle] in ("acl", "amod") and s.heads[participle] >= 0
    return beside and not s.kids(participle, "aux", "aux:pass") and not is_finite(s, participle)
