"""Conditions: what must hold of a cue and an act, beyond words and features, for the cue to apply.

Also some small questions about predicates that the conditions and the scope share.
"""

from __future__ import annotations

from collections.abc import Callable

from teletipo.grammar.finiteness import finite_verb
from teletipo.grammar.negation import negation
from teletipo.tags import NOUNS, VERBAL
from teletipo.tree import Sentence

_EVEN = ("incluso", "aun", "ni")  #: before "si": what follows is no condition


def heads_relative(sentence: Sentence, token: int) -> bool:
    """True for the verb of a relative clause."""
    return any("Rel" in (sentence.feat(c, "PronType") or "") for c in sentence.children[token])


def has_feats(sentence: Sentence, token: int, feats: str) -> bool:
    """True if the token has all of the features ("Mood=Ind|Tense=Fut")."""
    own = set(sentence.feats[token].split("|"))
    return all(f in own for f in feats.split("|") if f)


def _future_form(sentence: Sentence, act: int, at: int) -> bool:
    """The verb is spelt like a future, which guards against wrong tags ("denunciamos")."""
    return sentence.low[at].endswith(("ré", "rás", "rá", "remos", "réis", "rán"))


def _impersonal(sentence: Sentence, act: int, at: int) -> bool:
    return bool(sentence.kids(at, "expl:impers", "expl:pass"))


def _personal(sentence: Sentence, act: int, at: int) -> bool:
    """Somebody says it: "la ONG registró bombardeos", not "se registraron bombardeos"."""
    return not _impersonal(sentence, act, at)


def _unrealised(sentence: Sentence, act: int, at: int) -> bool:
    """The cue is in no past tense ("pudo", "ha podido"), or the act is a perfect infinitive ("pudo haber atacado")."""
    perfect = _perfect_moods(sentence, act)
    if has_feats(sentence, at, "VerbForm=Part"):
        return "Cnd" in perfect
    return bool(perfect) or not (has_feats(sentence, at, "Tense=Past") and sentence.feat(at, "Mood") == "Ind")


def _perfect_moods(sentence: Sentence, verb: int) -> list[str | None]:
    """The mood of "haber" in a perfect: "Sub" for "haya espiado", None for "haber espiado"; empty if none."""
    return [sentence.feat(c, "Mood") for c in sentence.kids(verb, "aux") if sentence.lemmas[c] == "haber"]


def _obligation(sentence: Sentence, act: int, at: int) -> bool:
    """ "tener que", "haber que", "haber de" before an infinitive."""
    after = list(sentence.low[at + 1 : at + 3])
    return at < act and len(after) == 2 and after[0] in ("que", "de") and after[1] != "ver"


def _open_act(sentence: Sentence, act: int, at: int) -> bool:
    """The act is a noun, an infinitive, or a verb in subjunctive, future or conditional: nothing says it was done.

    A noun with a preposition other than "a" is a circumstance: "decidieron en la reunión", "coincidió con el golpe".
    """
    if sentence.upos[act] in NOUNS:
        beside = sentence.heads[act] == at and sentence.labels[act] == "obl"
        return not beside or sentence.prepositions[act] in ("a", "al")
    verb = finite_verb(sentence, act)
    if verb is None:
        return sentence.feat(act, "VerbForm") == "Inf"
    return sentence.feat(verb, "Mood") in ("Sub", "Cnd") or sentence.feat(verb, "Tense") == "Fut"


def _perfect(sentence: Sentence, act: int, at: int) -> bool:
    """A modal verb in the conditional with a perfect infinitive: it did not happen ("debería haber dimitido")."""
    return bool(_perfect_moods(sentence, sentence.heads[at])) and sentence.feat(at, "Mood") == "Cnd"


def _not_past(sentence: Sentence, act: int, at: int) -> bool:
    """No past form says that the act was done."""
    verb = finite_verb(sentence, act)
    past = verb is not None and sentence.feat(verb, "Tense") in ("Past", "Imp") and sentence.feat(verb, "Mood") == "Ind"
    return not past and not (sentence.feat(act, "VerbForm") == "Part" and not sentence.kids(act, "aux:pass"))


def _infinitive(sentence: Sentence, act: int, at: int) -> bool:
    """The act, or a light verb that carries it under the cue, is an infinitive."""
    below = [t for t in (act, *sentence.ancestors(act)) if sentence.heads[t] == at]
    return any(sentence.feat(t, "VerbForm") == "Inf" for t in below)


def _unknown(sentence: Sentence, act: int, at: int) -> bool:
    """The act is a verb or a noun without an article that makes it known ("denunció torturas")."""
    return not any(sentence.lemmas[d] in ("el", "este", "ese", "aquel", "su") for d in sentence.kids(act, "det"))


def _not_so(sentence: Sentence, act: int, at: int) -> bool:
    """The cue is denied: "no es cierto que"."""
    return negation(sentence, at) is not None


def _lacking(sentence: Sentence, act: int, at: int) -> bool:
    """The cue or the verb above it is denied: "no hay pruebas de que", "sin pruebas de que", "no quiso confirmar"."""
    head = sentence.heads[at]
    above = head >= 0 and sentence.upos[head] in VERBAL and negation(sentence, head) is not None
    return above or negation(sentence, at) is not None or sentence.prepositions[at] == "sin"


def _perfect_subjunctive(sentence: Sentence, act: int, at: int) -> bool:
    """The act would be done already: "rechazó que haya espiado", not "rechazó que espíe"."""
    return "Sub" in _perfect_moods(sentence, act)


def _not_perfect(sentence: Sentence, act: int, at: int) -> bool:
    """The cue is no auxiliary of a perfect."""
    return sentence.lemmas[at] != "haber"


def _charged(sentence: Sentence, act: int, at: int) -> bool:
    """The act is what somebody is accused of: "rechazó las acusaciones de haber espiado"."""
    below = (t for t in sentence.ancestors(act) if sentence.heads[t] == at)
    return any(sentence.low_lemmas[t] in sentence.valency.charges for t in below)


def _supposed(sentence: Sentence, act: int, at: int) -> bool:
    """A condition: an infinitive with "de" that begins its sentence and whose main verb is not in the past."""
    head = sentence.heads[act]
    main = finite_verb(sentence, head) if head > act else None
    opens = at == 0 and sentence.labels[act] == "advcl" and sentence.feat(act, "VerbForm") == "Inf"
    return opens and main is not None and sentence.feat(main, "Tense") not in ("Past", "Imp")


def _yes_or_no(sentence: Sentence, act: int, at: int) -> bool:
    """A yes-or-no question, not one about who, how or why."""
    return at < act and not any(sentence.feat(t, "PronType") in ("Int", "Int,Rel") for t in range(at, act))


def _going_to(sentence: Sentence, act: int, at: int) -> bool:
    """True for "va a", "iba a"; not for "fue agredido", whose auxiliary looks the same, nor "van ocupando"."""
    return sentence.low[at + 1 : at + 2] == ("a",) and not has_feats(sentence, at, "Tense=Past")


def _present(sentence: Sentence, act: int, at: int) -> bool:
    """The act is not done yet: "hasta que firmen"; "hasta que firmaron", "antes de que firmaran" are past."""
    verb = finite_verb(sentence, act)
    return verb is not None and sentence.feat(verb, "Tense") == "Pres"


def _preterite(sentence: Sentence, act: int, at: int) -> bool:
    """The verb before the cue is in the preterite: "estuvo a punto de", not "estaba"."""
    return at > 0 and has_feats(sentence, at - 1, "Mood=Ind|Tense=Past")


def _not_pronominal(sentence: Sentence, act: int, at: int) -> bool:
    return not sentence.kids(at, "expl:pv")


def _with_por(sentence: Sentence, act: int, at: int) -> bool:
    """What somebody stands up for: "apuesta por negociar", not "se pronunció sobre la tregua"."""
    return _opener(sentence, act, at) in ("por", "porque")


def _bare(sentence: Sentence, act: int, at: int) -> bool:
    """No preposition or conjunction opens the act: "condicionó la entrega", not "a la entrega"."""
    return sentence.kid(act, "case", "mark") is None


def _with_de(sentence: Sentence, act: int, at: int) -> bool:
    """ "dejar de", not "dejar entrever"."""
    return sentence.low[at + 1 : at + 2] == ("de",)


def _relative(sentence: Sentence, act: int, at: int) -> bool:
    """The verb of a relative clause: "quienes ataquen"."""
    return sentence.labels[act] == "acl" and heads_relative(sentence, act)


def _conditioned(sentence: Sentence, act: int, at: int) -> bool:
    """A verb not done yet that depends on a clause with "si": "atacará si lo provocan", not "incluso si"."""
    ahead = sentence.feat(at, "Tense") == "Fut" or sentence.feat(at, "Mood") == "Cnd"
    marks = (m for c in sentence.kids(act, "advcl") for m in sentence.kids(c, "mark") if sentence.low[m] == "si")
    return ahead and any(sentence.low[m + 1] != "bien" and sentence.low[m - 1] not in _EVEN for m in marks)


def _direct(sentence: Sentence, act: int, at: int) -> bool:
    """What is asked for, not the reason nor the topic: "pidió justicia por la matanza", "datos sobre la redada"."""
    return _opener(sentence, act, at) not in ("por", "sobre")


def _opener(sentence: Sentence, act: int, at: int) -> str | None:
    """The preposition or conjunction that opens what the cue governs."""
    below = next((t for t in (act, *sentence.ancestors(act)) if sentence.heads[t] == at), act)
    opener = sentence.kid(below, "case", "mark")
    return None if opener is None else sentence.low[opener]


#: name of a condition in the lexicon -> whether it holds for (sentence, act or its carrier, cue)
HOLDS: dict[str, Callable[[Sentence, int, int], bool]] = {
    "impersonal": _impersonal,
    "personal": _personal,
    "unrealised": _unrealised,
    "obligation": _obligation,
    "open_act": _open_act,
    "not_pronominal": _not_pronominal,
    "with_por": _with_por,
    "bare": _bare,
    "perfect": _perfect,
    "not_past": _not_past,
    "future_form": _future_form,
    "infinitive": _infinitive,
    "unknown": _unknown,
    "not_so": _not_so,
    "lacking": _lacking,
    "perfect_subjunctive": _perfect_subjunctive,
    "not_perfect": _not_perfect,
    "charged": _charged,
    "supposed": _supposed,
    "yes_or_no": _yes_or_no,
    "going_to": _going_to,
    "present": _present,
    "preterite": _preterite,
    "with_de": _with_de,
    "relative": _relative,
    "conditioned": _conditioned,
    "direct": _direct,
}
