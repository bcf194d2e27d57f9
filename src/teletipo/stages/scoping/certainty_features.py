"""Certainty features: what a small learned model weighs about an act besides its cues.

Every feature is a readable name; the model's weights say what counted. Without a model the cues alone decide.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from teletipo.act import Act
from teletipo.cast import Cast
from teletipo.grammar.finiteness import finite_verb
from teletipo.lexicon.certainty import Cues
from teletipo.records import Certainty, Statement
from teletipo.stages.scoping import scope
from teletipo.tags import NOUNS, SUBJECTS
from teletipo.tree import Sentence

_WINDOW = 4  #: words looked at before the anchor
_PATH = 4  #: labels of the path to the root


class View(msgspec.Struct, frozen=True):
    """Everything that is looked at to judge one act."""

    sentence: Sentence
    act: Act
    cast: Cast
    around: tuple[Statement, ...]  #: statements that hold it, the innermost first
    cue: Sentence | None  #: the sentence of the innermost statement's cue
    hits: tuple[scope.Hit, ...]
    rule: Certainty  #: what the cues alone say
    cues: Cues
    settled: bool = False  #: what the cues say is not for the model to correct

    @property
    def kind(self) -> str:
        """The part of speech of the anchor, and whether it is in reported speech."""
        noun = self.sentence.upos[self.act.token] in NOUNS
        return ("noun" if noun else "verb") + ("|said" if self.around else "|told")


def features(view: View) -> list[str]:
    """The named features; the plainest are also crossed with part of speech and speech."""
    plain = [f"type={view.act.type}", f"by={view.act.rule}", f"rule={view.rule}", *_cues(view), *_form(view)]
    crossed = [f"{view.kind}:{f}" for f in plain]
    speech = list(_speech(view))
    pairs = [f"rule={view.rule},{f}" for f in (*speech, view.act.type, view.kind)]
    return [view.kind, *plain, *crossed, *speech, *pairs, *_governor(view), *_words(view), *_path(view)]


def _cues(view: View) -> Iterator[str]:
    """The cues that apply to the act, and how far away they are."""
    near = sorted(view.hits, key=lambda h: h.step)
    if not near:
        yield "no cue"
    for rank, hit in enumerate(near[:3]):
        yield f"{rank}. cue={hit.label}"
    for hit in near[:1]:
        yield f"nearest={hit.cue.id}"
        yield f"nearest={hit.cue.id} at {min(hit.step, 3)}"
    for hit in view.hits:
        yield f"cue={hit.cue.id}"
        yield f"cue word={view.sentence.lemmas[hit.token]}"
        yield f"{hit.label} at {min(hit.step, 3)}"
        if view.act.anchor.contains(hit.span):
            yield f"inside={hit.label}"
            yield f"inside={hit.label} {view.act.type}"


def _form(view: View) -> Iterator[str]:
    """The form of the act's verb or noun, and its dependents."""
    s, token = view.sentence, view.act.token
    verb = finite_verb(s, token)
    if verb is not None:
        yield f"finite={s.feat(verb, 'Mood')} {s.feat(verb, 'Tense')}"
        yield f"person={s.feat(verb, 'Person')}"
        yield f"person={s.feat(verb, 'Person')} {view.act.type}"
    else:
        yield f"verb form={s.feat(token, 'VerbForm')}"
    yield f"label={s.labels[token]}"
    determiner = s.kid(token, "det")
    yield f"det={'none' if determiner is None else s.low_lemmas[determiner]}"
    yield f"label={s.labels[token]} {'none' if determiner is None else s.low_lemmas[determiner]}"
    yield f"number={s.feat(token, 'Number')}"
    opener = next((c for c in s.children[token] if s.labels[c] in ("mark", "case")), None)
    yield f"opener={'none' if opener is None else s.low[opener]}"
    yield from (f"amod={s.lemmas[c]}" for c in s.kids(token, "amod"))
    if view.act.carrier is not None:
        yield "light verb"
        yield f"light verb={s.lemmas[view.act.carrier]}"
    roles = {a.role for a in view.act.arguments}
    yield f"roles={' '.join(r for r in ('actor', 'recipient', 'time') if r in roles)}"
    if "¿" in s.forms:
        yield "question"
    if s.index == 0:
        yield "first sentence"


def _speech(view: View) -> Iterator[str]:
    """The speech that holds the act: whose, of what kind, and whether the speaker takes part in the act."""
    if not view.around:
        return
    statement, s = view.around[0], view.sentence
    yield f"said={statement.kind}"
    yield f"said={statement.kind} {view.act.type}"
    yield f"nested={min(2, len(view.around))}"
    speaker = view.cast.kind_of(statement.speaker)
    yield f"speaker={speaker}"
    subjects = _subjects(s, view.act, view.cast)
    own = statement.speaker is not None and statement.speaker in subjects
    yield f"own={own} {view.act.type}"
    yield f"own={own} {view.kind}"
    actors = {a.entity for a in view.act.arguments if a.role == "actor" and a.entity is not None}
    yield f"actor={'none' if not actors else statement.speaker in actors} {view.act.type}"
    doers = actors | subjects
    doer = "none" if not doers else str(statement.speaker in doers)
    yield f"doer={doer} {_tense(view)}"
    yield f"doer={doer} {_tense(view)} {view.act.type}"
    yield f"whole={statement.content[0].start <= s.starts[0] + 2}"
    if statement.cue is None:
        yield "no verb of saying"
        return
    yield f"before={statement.cue.start < statement.content[0].start} {statement.kind}"
    yield f"same sentence={view.cue is s}"
    if view.cue is not None and (token := view.cue.token_at(statement.cue.end - 1)) is not None:
        yield f"saying={view.cue.lemmas[token]}"
        yield f"saying={view.cue.upos[token]} {view.kind}"


def _tense(view: View) -> str:
    """Tense or mood of the act's verb, with the perfect apart; "none" for a noun or an infinitive."""
    s = view.sentence
    verb = finite_verb(s, view.act.token)
    if verb is None:
        return "none"
    perfect = s.lemmas[verb] == "haber" and s.labels[verb] == "aux"
    return "perfect" if perfect else f"{s.feat(verb, 'Mood')} {s.feat(verb, 'Tense')}"


def _subjects(s: Sentence, act: Act, cast: Cast) -> set[str]:
    """Entities that are the subject of the act's verb or its carrier."""
    found = set()
    for verb in (act.token, act.carrier):
        if verb is None:
            continue
        named = [cast.at(s.index, c) for c in s.kids(verb, *SUBJECTS)]
        found |= {p.entity for p in (*named, cast.elided(s.index, verb)) if p is not None}
    return found


def doers_of(s: Sentence, act: Act, cast: Cast) -> set[str]:
    """The entities that do the act: its actors or the subject of its verb."""
    actors = {a.entity for a in act.arguments if a.role == "actor" and a.entity is not None}
    return actors | _subjects(s, act, cast)


def is_now(s: Sentence, verb: int) -> bool:
    """True for a finite verb in neither a past tense nor a perfect: saying "rechazo" is doing it."""
    perfect = s.lemmas[verb] == "haber" and s.labels[verb] == "aux"
    mood = s.feat(verb, "Mood")
    return not perfect and mood != "Sub" and (s.feat(verb, "Tense") in ("Pres", "Fut") or mood == "Cnd")


def _governor(view: View) -> Iterator[str]:
    """The words above, with tense and mood of the clause and of the whole sentence."""
    s, token = view.sentence, view.act.token
    head = s.heads[token]
    if head >= 0:
        yield f"head={s.lemmas[head]}"
        yield f"head={s.upos[head]} {s.labels[token]}"
        verb = finite_verb(s, head)
        form = f"{s.feat(head, 'VerbForm')}" if verb is None else f"{s.feat(verb, 'Mood')} {s.feat(verb, 'Tense')}"
        yield f"head form={form}"
        yield f"head form={form} {s.labels[token]}"
        if s.lemmas[head] in view.cues.carrying:
            yield "carried"
    yield from (f"above={s.lemmas[a]}" for a in list(s.ancestors(token))[:_PATH])
    verb = finite_verb(s, token if s.root is None else s.root)
    if verb is not None:
        yield f"root={s.feat(verb, 'Mood')} {s.feat(verb, 'Tense')}"


def _words(view: View) -> Iterator[str]:
    """The lemmas in and around the anchor."""
    s, anchor = view.sentence, view.act.anchor
    inside = [t for t in range(len(s)) if anchor.start <= s.starts[t] < anchor.end] or [view.act.token]
    first, last = inside[0], inside[-1]
    yield f"lemma={s.lemmas[view.act.token]}"
    yield f"lemma={s.lemmas[view.act.token]} {view.kind}"
    yield from (f"inside={s.low_lemmas[t]}" for t in inside)
    for distance in range(1, _WINDOW + 1):
        if first - distance >= 0:
            yield f"-{distance}={s.low_lemmas[first - distance]}"
        if distance < _WINDOW and last + distance < len(s):
            yield f"+{distance}={s.low_lemmas[last + distance]}"
    yield from (f"before={s.low_lemmas[t]}" for t in range(max(0, first - 8), first))
    yield from (f"after={s.low_lemmas[t]}" for t in range(last + 1, min(len(s), last + 7)))


def _path(view: View) -> Iterator[str]:
    """The labels on the way up, step by step."""
    s, token, labels = view.sentence, view.act.token, []
    for _ in range(_PATH):
        labels.append(s.labels[token])
        token = s.heads[token]
        if token < 0:
            return
        yield f"path={'>'.join(labels)} {s.upos[token]}"
        yield f"path={'>'.join(labels)} {s.lemmas[token]}"
