"""The record contract, schema 1: the output of teletipo as frozen structs.

One `Dossier` holds all records of one article. Offsets count code points of `article.text` (NFC), end exclusive; a span
is an object with `start` and `end`. Ids are hashes of content, so the same article read with the same codebook gives
the same ids on any machine.
"""

from __future__ import annotations

import hashlib
from typing import Any, Literal

import msgspec

from teletipo.spans import Span

SCHEMA = 1

EntityKind = Literal["person", "state", "organisation", "group", "facility", "place"]
MentionForm = Literal["name", "title", "description", "demonym", "metonym", "pronoun", "elided"]
StatementKind = Literal["direct", "indirect", "mixed"]
RoleName = Literal["actor", "recipient", "place", "time", "good", "topic", "instrument", "reason"]
Certainty = Literal["fact", "stated", "planned", "proposed", "possible", "speculated", "denied"]
Comparator = Literal["=", ">", "<", "≈", "range"]
Precision = Literal["minute", "day", "week", "month", "season", "quarter", "year", "decade", "century"]
LinkType = Literal["earlier", "later", "part_of", "because", "repeats"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all records: immutable, built by keyword."""


class Article(Record, frozen=True):
    """The text that was read and where it came from."""

    id: str  #: the caller's, else the first 16 characters of `sha256`
    sha256: str  #: of `text`, UTF-8
    source_sha256: str  #: of the bytes read, before decoding and normalisation
    language: str  #: ISO 639-1
    text: str | None = None  #: NFC; every span of the dossier points into it
    title: str | None = None  #: headline, as the caller or the source gives it
    url: str | None = None  #: where it was published
    outlet: str | None = None  #: who published it
    published: str | None = None  #: ISO date; given by the caller or the source, never the clock


class Model(Record, frozen=True):
    """The parser that made the trees."""

    name: str  #: of the model package
    version: str  #: of the model package


class Run(Record, frozen=True):
    """What produced the dossier; enough to produce it again."""

    version: str  #: of teletipo
    schema: int  #: of these records
    codebook: str  #: hash of codebook, lexicon, gazetteer and judges
    model: Model


class Post(Record, frozen=True):
    """A post as the text names it ("presidente de Rusia")."""

    post: str  #: its words, without the name beside them
    span: Span  #: where the text gives it


class Entity(Record, frozen=True):
    """Somebody or something that takes part in an event or a statement."""

    id: str  #: hash of content
    kind: EntityKind
    name: str  #: the fullest form in the text; for a state its common Spanish name
    country: str | None = None  #: ISO 3166 alpha-3
    sector: str | None = None  #: PLOVER sector (GOV MIL LEG JUD OPP REB …)
    posts: tuple[Post, ...] = ()
    known: str | None = None  #: gazetteer id
    latitude: float | None = None  #: of a place that the gazetteer knows, degrees, WGS 84
    longitude: float | None = None  #: as latitude


class Mention(Record, frozen=True):
    """One expression of the text that refers to an entity; for an elided subject, the verb that implies it."""

    id: str  #: hash of content
    entity: str  #: id of whom it means
    start: int  #: offset of its first character
    end: int  #: offset behind its last one
    form: MentionForm
    why: str  #: what resolved it


class Statement(Record, frozen=True):
    """One reported utterance."""

    id: str  #: hash of content
    kind: StatementKind
    content: tuple[Span, ...]  #: one span a part; quotation marks left out
    speaker: str | None = None  #: entity id
    speaker_span: Span | None = None  #: the words that name the speaker; None if the verb leaves them out
    cue: Span | None = None  #: verb, noun or preposition that reports it; None for a floating quotation
    addressee: str | None = None  #: entity id
    events: tuple[str, ...] = ()  #: ids of the events whose anchors lie inside the content


class Role(Record, frozen=True):
    """One argument of an event and the words that carry it."""

    role: RoleName
    start: int  #: offset of its first character
    end: int  #: offset behind its last one
    entity: str | None = None  #: id of who or what fills it; None for what is no entity
    value: str | None = None  #: normalised: TIMEX3 value for a time, category for a good


class When(Record, frozen=True):
    """When an event took place, as an interval of ISO dates, both ends inclusive."""

    start: str  #: first day
    end: str  #: last day
    precision: Precision
    basis: str  #: explicit, published, dateline, anchor (a date of the text) or story (inferred from the lead's day)


class Event(Record, frozen=True):
    """One occurrence of one of PLOVER's 16 acts; its certainty says whether it happened."""

    id: str  #: hash of content
    type: EventType
    anchors: tuple[Span, ...]  #: the words that express the act; the main one first
    certainty: Certainty
    rule: str  #: id of the codebook pattern that made it
    evidence: tuple[Span, ...]  #: the clause or sentence of each anchor
    roles: tuple[Role, ...] = ()
    mode: str | None = None  #: how it was done; the modes of a type are in its codebook page
    contexts: tuple[str, ...] = ()  #: PLOVER's: what it is about
    when: When | None = None
    cue: Span | None = None  #: the words that decided the certainty
    source: tuple[str, ...] = ()  #: entity ids on whose word it rests

    @property
    def clause(self) -> Span:
        """The first clause or sentence of the evidence, or else the main anchor."""
        return (self.evidence or self.anchors)[0]


class Quantity(Record, frozen=True):
    """A number with its unit and what it counts."""

    id: str  #: hash of content
    start: int  #: offset of its first character
    end: int  #: offset behind its last one
    value: float  #: the number; of a range its lower end
    comparator: Comparator
    high: float | None = None  #: upper end of a range
    unit: str | None = None  #: ISO 4217 for money, UCUM for measures, else the Spanish noun
    of: Span | None = None  #: what is counted
    status: str | None = None  #: "planned" or "done"
    event: str | None = None  #: id of the event it measures (casualties, participants)


class Link(Record, frozen=True):
    """How two events of the article are related; read `from` is `type` than/of/by `to`."""

    type: LinkType
    source: str = msgspec.field(name="from")  #: event id
    target: str = msgspec.field(name="to")  #: event id
    span: Span  #: the words that tell it


class Problem(Record, frozen=True):
    """Something that could not be read or resolved, never silently dropped."""

    code: str  #: what kind of problem, for programs
    message: str  #: the same in words
    start: int | None = None  #: offset of what it is about; None for the whole article
    end: int | None = None  #: offset behind it


class Dossier(Record, frozen=True):
    """All records of one article."""

    article: Article
    run: Run
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    links: tuple[Link, ...] = ()
    problems: tuple[Problem, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The dossier as JSON-ready builtins, in the order of the contract."""
        return msgspec.to_builtins(self)  # type: ignore[no-any-return]

    def to_json(self) -> str:
        """The dossier as one line of JSON; the same dossier always gives the same bytes."""
        return msgspec.json.encode(self).decode("utf-8")

    def _repr_html_(self) -> str:
        """Shown by notebooks: text and records side by side."""
        from teletipo.view.page import embedded

        return embedded(self)


def content_id(prefix: str, *parts: object) -> str:
    """A short id made of `prefix` and a hash of `parts`; 48 bits, ample within one article."""
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"))
    return f"{prefix}{digest.hexdigest()[:12]}"


def json_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of a dossier, generated from the structs above."""
    schema = msgspec.json.schema(Dossier)
    title = f"teletipo dossier, schema {SCHEMA}"
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **schema}
