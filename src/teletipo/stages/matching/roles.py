"""Roles: turns the functions of a predicate into the arguments of an act, each with the words that name it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from teletipo.act import Argument
from teletipo.cast import SOMEBODY, SOMEWHERE, Cast, Placed
from teletipo.clauses import statements_with
from teletipo.codebook.patterns import Union
from teletipo.grammar.finiteness import finite_verb
from teletipo.grammar.frames import Frame
from teletipo.grammar.groups import coordinated, counted, introduced
from teletipo.grammar.recipients import receivers
from teletipo.grammar.relatives import is_relative
from teletipo.records import RoleName, Statement
from teletipo.spans import Span
from teletipo.tree import Sentence

_QUOTES = {"«": "»", "“": "”"}
#: what a rule may let fill a role, fewer kinds than the judge weighs (`assign.JUDGE_KINDS`); other roles need no entity
RULE_KINDS: Mapping[str, frozenset[str]] = {
    "actor": SOMEBODY,
    "recipient": SOMEBODY | {"facility"},
    "place": SOMEWHERE | {"state"},
}
#: labels of what stands before a phrase, or between its parts
_SMALL = frozenset({"case", "cc", "mark", "punct"})
#: where a path may go on besides prepositions, and the labels there
_UNDER = {"subject": "nsubj", "adjective": "amod"}
_OBJECTS = frozenset({"object", "object a", "indirect"})


class _Predicate(NamedTuple):
    """A predicate in context: its sentence and functions, the entities of the article, and the statements."""

    s: Sentence
    frame: Frame
    cast: Cast
    statements: tuple[Statement, ...]


def arguments(
    s: Sentence,
    frame: Frame,
    roles: Mapping[RoleName, tuple[Union, ...]],
    cast: Cast,
    statements: tuple[Statement, ...],
) -> tuple[Argument, ...]:
    """The arguments that `roles` license, each filler once: the first role that takes it keeps it."""
    predicate = _Predicate(s, frame, cast, statements)
    filled = frozenset(("self", "speaker", *frame.functions, *(() if frame.elided is None else (frame.silent,))))
    found: list[Argument] = []
    taken: set[int] = set()
    for role, alternatives in roles.items():
        unions = (union for union in alternatives if not union.starts.isdisjoint(filled))
        every = ([a for a in _along(predicate, role, union) if a.token not in taken] for union in unions)
        here = next((fillers for fillers in every if fillers), [])
        taken.update(a.token for a in here)
        found.extend(here or _told_us(predicate, role, alternatives))
    return tuple(found)


def _along(predicate: _Predicate, role: RoleName, union: Union) -> Iterator[Argument]:
    """The fillers of a role along all paths of one alternative."""
    for path in union.paths:
        tokens = _tokens(predicate.s, predicate.frame, path)
        if tokens or path in ("speaker", predicate.frame.silent):
            yield from _fillers(predicate, role, path, tokens)


def _told_us(predicate: _Predicate, role: RoleName, alternatives: tuple[Union, ...]) -> list[Argument]:
    """Whoever is quoted, for "me" and "nos" as the object: "[nos] pidieron ayuda", "[me] telefoneó"."""
    if role != "recipient" or not any(path in _OBJECTS for union in alternatives for path in union.paths):
        return []
    s, told = predicate.s, predicate.frame.get("me")
    return [a for t in told for a in _quoted(predicate, role, t, "me" if s.low[t] == "me" else "speaker")]


def _fillers(predicate: _Predicate, role: RoleName, path: str, tokens: tuple[int, ...]) -> list[Argument]:
    """The fillers of a role along one path; for a party, every entity named there of a kind that the role allows."""
    s, frame, cast, _ = predicate
    if path == "speaker":
        return _quoted(predicate, role, frame.token)
    if role not in RULE_KINDS:
        return [phrase(s, role, token, path) for token in tokens if not _is_empty(s, token)]
    found: list[Argument] = []
    for token in tokens:
        if found and is_relative(s, token):  # its antecedent stands before it
            continue
        if s.low[token] in ("me", "nos") and path == "subject":  # "[me] pidió citar al embajador"
            found.extend(_quoted(predicate, role, token))
        for placed in _named(s, token, cast):
            kind = cast.entity(placed.entity).kind
            if kind in RULE_KINDS[role] or (kind == "place" and path == "en"):
                found.append(_argument(s, role, token, placed, path))
    if not tokens and frame.elided is not None and path == frame.silent:
        found.extend(_unexpressed(predicate, role, frame.elided))
    return found


def _is_empty(s: Sentence, token: int) -> bool:
    """True for words without content of their own: "el pacto [que] firmaron", "[lo] pidió", but not "[los que] pidió".

    Marks, "de [manera unilateral]" and "en [el marco de la cumbre]" too.
    """
    if s.low_lemmas[token] in s.valency.manners and s.prepositions[token] not in (None, "sobre"):
        return True
    return s.upos[token] in ("PRON", "PUNCT") and all(s.labels[c] in ("case", "punct") for c in s.children[token])


def _named(s: Sentence, token: int, cast: Cast) -> tuple[Placed, ...]:
    """Every entity that a word names; else those it counts, or whose name follows: "el líder, [Luis Sosa]"."""
    if found := cast.all_at(s.index, token):
        return found
    if members := counted(s, token):
        return tuple(p for c in members for p in cast.all_at(s.index, c))
    beside = (cast.at(s.index, c) for c in s.kids(token, "appos", "flat"))
    return tuple(p for p in beside if p is not None and cast.kind_of(p.entity) == "person")[:1]


def _tokens(s: Sentence, frame: Frame, path: str) -> tuple[int, ...]:
    """The tokens at the end of a path; "object > de" continues to the complements of the object.

    "clause > subject" goes on to the subject of a clause in the active voice, "subject > adjective" to the state in
    "un misil ruso", "receiver > possessive" to "su" in "sus métodos recibieron críticas".
    """
    if (direct := frame.functions.get(path)) is not None:
        return direct
    if path == "self":
        return (frame.token,)
    if path == "receiver":
        return receivers(s, frame.get("object"))
    if path == "object a":
        return tuple(t for t in frame.get("object") if introduced(s, t) == "a")
    outer, _, inner = path.partition(" > ")
    if not inner or outer not in frame.functions:
        return ()
    if inner == "possessive":
        under = [c for t in frame.get(outer) for c in s.children[t] if s.feat(c, "Poss") == "Yes"]
    elif inner in _UNDER:
        under = [c for t in frame.get(outer) for c in s.kids(t, _UNDER[inner])]
    else:
        under = [c for t in frame.get(outer) for c in s.children[t] if s.prepositions[c] == inner]
    return tuple(t for c in under for t in coordinated(s, c))


def _argument(s: Sentence, role: RoleName, token: int, placed: Placed, path: str) -> Argument:
    span = Span(placed.mention.start, placed.mention.end)
    return Argument(role=role, sentence=s.index, token=token, span=span, entity=placed.entity, path=path)


def _unexpressed(predicate: _Predicate, role: RoleName, verb: int) -> list[Argument]:
    """The elided subject of a verb; in the first person, whoever is quoted there."""
    s = predicate.s
    finite = finite_verb(s, verb)
    if finite is not None and s.feat(finite, "Person") == "1":
        return _quoted(predicate, role, verb)
    return [_argument(s, role, verb, placed, "elided") for placed in predicate.cast.all_elided(s.index, verb)]


def _quoted(predicate: _Predicate, role: RoleName, token: int, path: str = "speaker") -> list[Argument]:
    """Whoever says the words that hold a token; the span is the token's own."""
    s, span = predicate.s, predicate.s.span(token)
    speaker = speaker_at(span, predicate.statements)
    if speaker is None:
        return []
    return [Argument(role=role, sentence=s.index, token=token, span=span, entity=speaker, path=path)]


def speaker_at(span: Span, statements: tuple[Statement, ...]) -> str | None:
    """Entity id of the speaker of the innermost statement whose content holds `span`, or None."""
    inside = [
        (content.end - content.start, statement.speaker)
        for content, statement in statements_with(statements, span)
        if statement.speaker is not None
    ]
    return min(inside, key=lambda found: found[0])[1] if inside else None


def phrase(s: Sentence, role: RoleName, token: int, path: str) -> Argument:
    """A filler that need not be an entity: its noun phrase without prepositions and relative clauses."""
    apart = [c for c in s.children[token] if s.labels[c] in _SMALL or s.labels[c].startswith(("acl", "conj"))]
    own = set(s.subtree(token)).difference(*map(s.subtree, apart))
    first = last = token
    while first - 1 in own:
        first -= 1
    while last + 1 in own:
        last += 1
    while first < token and (s.forms[first] in ",;" or _opens_only(s, first, last)):
        first += 1
    while last > token and s.forms[last] in ",;":
        last -= 1
    return Argument(role=role, sentence=s.index, token=token, span=s.span(first, last + 1), path=path)


def _opens_only(s: Sentence, first: int, last: int) -> bool:
    """True for a quotation that opens at the first of these words but closes after the last."""
    closing = _QUOTES.get(s.forms[first])
    return closing is not None and closing not in s.forms[first + 1 : last + 1]
