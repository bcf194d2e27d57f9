"""Certainty: how sure each act is, by the cues that apply to it, and whose word it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from teletipo.act import Act
from teletipo.cast import Cast
from teletipo.clauses import sentence_of, statements_with
from teletipo.grammar.finiteness import finite_verb
from teletipo.grammar.negation import negation
from teletipo.lexicon.certainty import Cues
from teletipo.linear import Linear
from teletipo.records import Article, Certainty, Statement
from teletipo.stages.scoping import scope
from teletipo.stages.scoping.certainty_features import View, doers_of, features, is_now
from teletipo.stages.scoping.conditions import heads_relative
from teletipo.stages.scoping.sources import Doers, doers_by_place, source_of
from teletipo.tags import NOUNS, SUBJECTS
from teletipo.tree import Sentence

#: acts done by speaking: in the first person they are done by the very words
_SPEECH_ACTS = frozenset({"REQUEST", "ACCUSE", "SUPPORT", "REJECT", "THREATEN", "AGREE"})
#: acts that words may do although their verb is negated: "no nos dejaremos chantajear"
_DONE_IN_WORDS = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
#: labels of cues that make the act inside its anchor: "deberían" requests, "ofreció un almuerzo" receives
_MAKING = {
    "denied": frozenset({"THREATEN", "ACCUSE", "REQUEST"}),
    "proposed": frozenset({"REQUEST", "CONSULT"}),
    "planned": frozenset({"THREATEN"}),
}
#: determiners of a noun whose act the reader is supposed to know
_KNOWN = frozenset({"el", "este", "ese", "aquel", "su", "dicho", "ambos"})


def assess(
    article: Article,
    sentences: tuple[Sentence, ...],
    cast: Cast,
    statements: tuple[Statement, ...],
    acts: tuple[Act, ...],
    cues: Cues,
    models: Mapping[str, Linear],
) -> tuple[Act, ...]:
    """The same acts with certainty, cue and source; without a model named "certainty" the cues alone decide."""
    model = models.get("certainty")
    doers = doers_by_place(acts)
    return tuple(_assessed(view_of(a, sentences, cast, statements, cues), model, doers) for a in acts)


def view_of(act: Act, sentences: tuple[Sentence, ...], cast: Cast, statements: Sequence[Statement], cues: Cues) -> View:
    """Everything that is looked at to judge the act."""
    around = _around(statements, act)
    sentence = sentences[act.sentence]
    hits = scope.hits(sentence, act.token, cues, act.type, reported=bool(around), carrier=act.carrier)
    if act.negated:  # "no tolerará", "decidió no firmar": said now
        decided = finite_verb(sentence, act.token) is None
        hits = tuple(h for h in hits if (h.step and not decided) or h.label not in ("denied", "planned"))
    said = around[0].cue if around else None
    cue = sentence_of(sentences, said) if said else None
    own = bool(around) and _speaks_for(cast, around[0].speaker, doers_of(sentence, act, cast))
    rule = _by_rule(sentence, around, act, hits, own=own)
    hosted = (
        act.type == "CONSULT" and bool(hits) and all(_makes(sentence, h, act) for h in hits)
    )  # "ofreció un almuerzo"
    topic = rule == "stated" and _topic(sentence, act)
    rare = rule == "speculated" or hosted or topic or any(h.cue.decides and h.label == rule for h in hits)
    plain = rule == "denied" and _plainly_denied(sentence, act, hits)
    settled = rare or plain or (rule == "possible" and _plainly_possible(sentence, hits))
    return View(sentence, act, cast, around, cue, hits, rule, cues, settled)


def _around(statements: Sequence[Statement], act: Act) -> tuple[Statement, ...]:
    """The statements whose content holds the act's anchor, the innermost first."""
    inside = dict.fromkeys(s for _, s in statements_with(statements, act.anchor))
    return tuple(sorted(inside, key=lambda s: sum(c.end - c.start for c in s.content)))


def _speaks_for(cast: Cast, speaker: str | None, doers: set[str]) -> bool:
    """True if the speaker does the act, or a member of the government that does it speaks."""
    known = {e.id: e for e in cast.entities if e.id == speaker or e.id in doers}
    voice = known.get(speaker or "")
    states = [e.country for e in known.values() if e.kind == "state"]
    return speaker in doers or (voice is not None and voice.sector == "GOV" and voice.country in states)


def _by_rule(
    sentence: Sentence, around: tuple[Statement, ...], act: Act, hits: tuple[scope.Hit, ...], *, own: bool
) -> Certainty:
    """The strongest label of the cues, without those that make the act itself; `own` acts are the speaker's."""
    modal = act.type == "REQUEST" and sentence.upos[act.token] == "AUX"
    found = [h for h in hits if not (_makes(sentence, h, act) or (modal and h.token == act.token))]  # "deberán" asks
    overruled = {(h.cue.overrules, h.step - 1) for h in found}
    found = [h for h in found if (h.cue.id, h.step) not in overruled]  # "planteó la opción de"
    if around:  # the statement itself says whose word it is
        found = [h for h in found if h.label != "stated"]
        hits = tuple(h for h in hits if h.label != "stated")
    if found:
        return min(found, key=_strength).label
    return "fact" if hits else _unmarked(sentence, around, act, own=own)


def _plainly_denied(sentence: Sentence, act: Act, hits: tuple[scope.Hit, ...]) -> bool:
    """True if "no" negates the act's verb in the indicative, its light verb, or the verb it is a bare object of.

    "No asistirá a la cumbre", "no aprobó sanciones": of 161 such acts in gold train and our annotations 138 are denied,
    but a linear model that sees "asistirá" as well is not sure of it.
    """
    if {h.label for h in hits} & {"proposed", "possible"}:
        return False
    own = any(h.label == "denied" and not h.step for h in hits)
    verb = act.token if own else sentence.heads[act.token]
    form = finite_verb(sentence, verb) if verb >= 0 and negation(sentence, verb) is not None else None
    if form is None or sentence.feat(form, "Mood") != "Ind":
        return False
    bare = sentence.labels[act.token] == "obj" and sentence.kid(act.token, "det") is None
    return act.type not in _DONE_IN_WORDS if own else act.carrier is not None or bare


def _plainly_possible(sentence: Sentence, hits: tuple[scope.Hit, ...]) -> bool:
    """True for "podría pedir": of 14 such acts in gold train and our annotations 12 are possible, none a fact."""
    own = (h for h in hits if h.label == "possible" and h.cue.scope == "modifier" and not h.step)
    return any(sentence.feat(h.token, "Mood") == "Cnd" for h in own)


def _strength(hit: scope.Hit) -> tuple[int, int]:
    return scope.ORDER.index(hit.label), hit.step


def _assessed(view: View, model: Linear | None, doers: Doers) -> Act:
    label: Certainty = view.rule
    if model is not None and not view.settled:
        chances = model.distribution(features(view))
        label = max(scope.ORDER, key=lambda c: chances.get(c, 0.0))
    hit = min((h for h in view.hits if h.label == label), key=_strength, default=None)
    said = view.around[0].cue if view.around and label != "fact" else None
    source = source_of(view, label, hit, doers)
    return msgspec.structs.replace(view.act, certainty=label, cue=hit.span if hit else said, source=source)


def _makes(sentence: Sentence, hit: scope.Hit, act: Act) -> bool:
    """True if the cue is part of the words that make the act ("pidió disculpas"); see also `_MAKING`."""
    asked = act.type == "CONSULT" and sentence.low_lemmas[act.token] not in sentence.valency.meals
    if act.type in _MAKING.get(hit.label, ()) and act.anchor.contains(hit.span) and not asked:
        return not hit.cue.decides  # "debería haber exigido" asks nothing
    made = hit.token in (act.token, act.carrier) and hit.cue.scope == "complement"
    return made and (act.type in _SPEECH_ACTS or act.type == "CONCEDE")


def _unmarked(sentence: Sentence, around: tuple[Statement, ...], act: Act, *, own: bool) -> Certainty:
    """The label of an act without cues: a fact outside of speech, "stated" inside unless it is presupposed."""
    if not around:
        return "fact"
    if sentence.upos[act.token] in NOUNS:
        told = not own and _is_retold(sentence, act) if act.type in _SPEECH_ACTS else _is_new(sentence, act)
        return "stated" if told or _topic(sentence, act) else "fact"
    verb = finite_verb(sentence, act.token)
    if verb is None and sentence.labels[act.token] in ("amod", "acl") and _is_participle(sentence, act.token):
        return "fact"  # "dijo que las personas detenidas": who they are is supposed to be known
    modal = act.type == "REQUEST" and sentence.upos[act.token] == "AUX"
    if modal or (act.type in _SPEECH_ACTS and _does(sentence, act.token, verb)):
        return "fact"
    now = verb is not None and is_now(sentence, verb)
    if own and now and act.type in _SPEECH_ACTS:
        return "fact"  # "Lima dijo que rechaza el plan"
    passive = bool(sentence.kids(act.token, "aux:pass"))  # "ya han sido interrogados"
    saying = (act.type == "ACCUSE" and verb is not None and not passive) or (act.type == "REQUEST" and now)
    refusal = act.type == "REJECT" and act.negated and now
    by_words = refusal or (saying and (own or not _has_actor(act)))  # "se necesitan fondos", "Lima no asistirá"
    added = around[0].kind != "direct" and _is_added(sentence, act)
    return "fact" if by_words or added else "stated"


def _does(sentence: Sentence, token: int, verb: int | None) -> bool:
    """True for a speech act that is done by saying it, as its form tells: "condenamos", not "hemos condenado"."""
    if verb is None:
        told = sentence.labels[token] in ("ccomp", "xcomp")
        return not (told and any(sentence.lemmas[c] == "haber" for c in sentence.kids(token, "aux")))
    form = sentence.low[verb]  # "pedimos", today or then; the tagger guesses
    either = verb == token and form.endswith("mos") and not form.endswith(("ábamos", "íamos"))
    return sentence.feat(verb, "Person") == "1" and (either or is_now(sentence, verb))


def _has_actor(act: Act) -> bool:
    return any(a.role == "actor" and a.entity is not None for a in act.arguments)


def _is_added(sentence: Sentence, act: Act) -> bool:
    """True for a relative clause that says who somebody is or what else was said of it: presupposed, not told.

    "Dijo que las familias que piden asilo esperan", "que Lima, que firmó el pacto, esperará"; whoever promises
    something there often does so to the speaker.
    """
    if sentence.labels[act.token] != "acl" or not heads_relative(sentence, act.token):
        return False
    named = sentence.upos[sentence.heads[act.token]] == "PROPN"
    return named or (act.type in _SPEECH_ACTS and act.type != "AGREE")


def _is_participle(sentence: Sentence, token: int) -> bool:
    return sentence.feat(token, "VerbForm") == "Part" and not sentence.kids(token, "aux")


def _is_retold(sentence: Sentence, act: Act) -> bool:
    """True for a speech act that its verb tells of others: "dijo que los jueces presentaron una queja"."""
    verb = None if act.carrier is None else finite_verb(sentence, act.carrier)
    told = act.carrier is not None and act.anchor.contains(sentence.span(act.carrier))
    return told and verb is not None and sentence.feat(verb, "Person") == "3"


def _is_new(sentence: Sentence, act: Act) -> bool:
    """True for a noun that its verb tells or the sentence introduces: "un bombardeo mató a seis", "hay presos"."""
    determiners = {sentence.lemmas[d] for d in sentence.kids(act.token, "det")}
    label, with_ = sentence.labels[act.token], sentence.prepositions[act.token]
    subject = label in SUBJECTS and (not determiners or "uno" in determiners)
    beside = label == "obl" and "uno" in determiners and with_ != "durante"
    introduced = subject or beside or label in ("obj", "ccomp")
    return (act.carrier is not None or introduced) and not determiners & _KNOWN


def _topic(sentence: Sentence, act: Act) -> bool:
    """True for a cooperation as the subject of a verb in the present: the speaker asserts that it goes on."""
    head = sentence.heads[act.token]
    verb = finite_verb(sentence, head) if head >= 0 else None
    present = verb is not None and sentence.feat(verb, "Tense") == "Pres"
    return act.type == "COOPERATE" and sentence.labels[act.token] in SUBJECTS and present
