"""Functions: what a word does for the predicate it depends on.

Functions are logical: the subject of a passive is its "object", its por-phrase its "subject" and "agent". Other names
are "indirect", "possessive", "adjective" (relational: "rusas"), "clause", "negation", "yet" ("aún"), "copula", "me"
(the speaker, as an object of either kind), and any preposition itself ("con").
"""

from __future__ import annotations

from collections.abc import Iterable

from teletipo.grammar.finiteness import finite_feat
from teletipo.grammar.negation import NEGATIVE, PENDING, denying, is_not_only
from teletipo.grammar.relatives import free_relative
from teletipo.tags import FILLING
from teletipo.tree import Sentence

_CLITICS = {"lo": "object", "la": "object", "los": "object", "las": "object", "le": "indirect", "les": "indirect"}
_OURS = frozenset({"me", "nos"})
#: before whoever acts; "por" only with a passive
AGENT = ("por", "por parte de", "a manos de", "de parte de")
#: prepositions of several words that mean a plain one
PLAIN = {
    "en contra de": "contra",
    "acerca de": "sobre",
    "en torno a": "sobre",
    "respecto a": "sobre",
    "respecto de": "sobre",
    "con respecto a": "sobre",
    "en relación con": "sobre",
    "en relación a": "sobre",
}
#: what hangs on a participle beside a noun with one of these is also the noun's: "el ataque lanzado contra X"
_OF_PARTICIPLES = frozenset({"a", "contra", "con", "entre", "en", "hacia", "sobre", "ante"})


def verb_functions(s: Sentence, child: int, passive: bool) -> Iterable[str]:
    """The functions that a word fills in the frame of the verb or adjective it depends on."""
    label = s.relations[child]
    form = s.low[child]
    if (free := free_relative(s, child)) is not None:
        return _of_free(free[1], label, passive)
    if form in _CLITICS and s.upos[child] == "PRON":
        return (_CLITICS[form],)
    if form in _OURS and s.upos[child] == "PRON":
        return () if finite_feat(s, s.heads[child], "Person") in (None, "1") else ("me",)
    if form in ("se", "te", "os") and s.upos[child] == "PRON":
        return ()
    if s.low_lemmas[child] in NEGATIVE and label in ("advmod", "cc", "det") and not is_not_only(s, child):
        return ("negation",)
    if form in PENDING and label == "advmod":
        return ("yet",)
    case = _plain(s, child)
    if label == "nsubj":
        denies = child < s.heads[child] and denying(s, child) is not None
        return ("object" if passive else "subject", *(("negation",) if denies else ()))
    if label in ("ccomp", "xcomp", "csubj"):
        return ("clause",)
    if label == "iobj":
        return ("indirect",)
    if label == "obj" and case in (None, "a"):
        return ("object",)
    if label in ("obj", "obl", "nmod", "advcl", "dep") and case is not None and s.upos[child] in FILLING:
        if case in AGENT and (passive or case != "por"):
            return ("subject", "agent")
        return (case,)
    return ()


def _of_free(case: str | None, label: str, passive: bool) -> Iterable[str]:
    """The function of a free relative pronoun: "detuvo a [quienes] huían", "[los que] huían callaron"."""
    if case is None and label == "csubj":
        return ("object" if passive else "subject",)
    if case in (None, "a"):
        return ("object",)
    return ("subject", "agent") if passive and case in AGENT else (case,)


def noun_functions(s: Sentence, child: int) -> list[tuple[str, int]]:
    """The functions filled by a word that depends on a noun, each with the token that fills it."""
    label = s.relations[child]
    if label == "cop":
        return [("copula", child)]
    if label == "advmod" and s.low_lemmas[child] in NEGATIVE and not is_not_only(s, child):
        return [("negation", child)]
    if label in ("det", "nmod") and s.feat(child, "Poss") == "Yes":  # "su", "cuyo"
        return [("possessive", child)]
    if (free := free_relative(s, child)) is not None and free[1] is not None:
        return [(free[1], free[0])]
    if label == "acl" and s.kid(child, "mark") is not None:
        return [("clause", child)]
    if label in ("amod", "acl") and (s.upos[child] in ("ADJ", "VERB") or "-" in s.forms[child]):  # "hispano-marroquí"
        found = _participle_functions(s, child)
        return found if s.upos[child] == "VERB" else [*found, ("adjective", child)]
    if label == "nsubj":
        return [("subject", child)]
    if label in ("nmod", "obl", "obj", "appos", "flat") and (case := _plain(s, child)) is not None:
        return [("agent" if case in AGENT[1:] else case, child), *(_against(s, child) if case == "de" else ())]
    return []


def _participle_functions(s: Sentence, participle: int) -> list[tuple[str, int]]:
    """Parties to a noun's act that a participle brings in: "las sanciones impuestas [por X] [a Y]"."""
    judged = s.low_lemmas[participle] in s.valency.judging  # whoever criticises or backs an act does not do it
    agents = [("agent", c) for c in s.children[participle] if s.prepositions[c] in AGENT and not judged]
    if s.feat(participle, "VerbForm") != "Part":
        return agents
    by = "agent" if s.low_lemmas[participle] in s.valency.ascribed else "a"
    others = [(_plain(s, c), c) for c in s.children[participle] if s.relations[c] in ("obj", "iobj", "obl", "nmod")]
    return [*agents, *((by if case == "a" else case, c) for case, c in others if case in _OF_PARTICIPLES)]


def _against(s: Sentence, complement: int) -> list[tuple[str, int]]:
    """The target that the parser attached to the doer: "el ataque de los rebeldes [contra el ejército]"."""
    return [("contra", c) for c in s.kids(complement, "nmod") if s.prepositions[c] == "contra"]


def _plain(s: Sentence, token: int) -> str | None:
    """The preposition of a token, simplified where a single word means the same: "contra" for "en contra de"."""
    case = s.prepositions[token]
    return case if case is None else PLAIN.get(case, case)
