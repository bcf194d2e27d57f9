"""Questions to an archive; every row of an answer has its article, span and quote."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, get_args

import msgspec

from teletipo.errors import InputError
from teletipo.filters import column, party
from teletipo.filters.terms import Condition, Maker, conditions
from teletipo.records import Dossier, EventType, StatementKind
from teletipo.store.archive import Archive


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """A table: the answer to one question."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    left_out: int = 0  #: rows in near-copies, which are shown only with `copies`

    def dicts(self) -> list[dict[str, Any]]:
        """The rows as dicts by column name."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def _modes() -> list[str]:
    """All modes of the codebook."""
    from teletipo.languages import es  # the codebook takes a while, and most questions need none

    return sorted({mode for class_ in es.acts().classes for mode in class_.modes})


def _contexts() -> list[str]:
    """All contexts of the lexicon."""
    from teletipo.languages import es

    return [topic.id for topic in es.context_words().contexts]


def _rules() -> list[str]:
    """The ids of all rules of the codebook."""
    from teletipo.languages import es

    return sorted(pattern.id for class_ in es.acts().classes for pattern in class_.es.patterns)


_ARTICLE: dict[str, Maker] = {
    "published": column.date("d.published"),
    "outlet": column.words("d.outlet"),
    "title": column.words("d.title"),
    "article": column.equal("d.id"),
}
#: What `query`, `timeline` and `exchanges` may filter events by.
EVENT_FILTERS: Mapping[str, Maker] = {
    "type": column.equal("e.type", written=str.upper, among=lambda: get_args(EventType)),
    "mode": column.equal("e.mode", written=str.lower, among=_modes),
    "context": column.listed("e.contexts", written=str.lower, among=_contexts),
    "certainty": column.certainty,
    "actor": party.role("actor"),
    "recipient": party.role("recipient"),
    "who": party.role("actor", "recipient"),
    "giver": party.playing("r.role = CASE WHEN e.actor_gets THEN 'recipient' ELSE 'actor' END"),
    "receiver": party.playing("r.role = CASE WHEN e.actor_gets THEN 'actor' ELSE 'recipient' END"),
    "place": party.role("place"),
    "good": party.role("good"),
    "topic": party.role("topic"),
    "source": column.listed_names("e.sources"),
    "since": column.date("e.date_end", ">="),
    "until": column.date("e.date_start", "<="),
    "words": column.words("e.evidence"),
    "rule": column.equal("e.rule", written=str.lower, among=_rules),
} | _ARTICLE
#: What `exchanges` may be filtered by: the parties are those of the row, not all of the event.
EXCHANGE_FILTERS: Mapping[str, Maker] = {
    **EVENT_FILTERS,
    "giver": party.named("x.giver", "x.giver_country"),
    "receiver": party.named("x.receiver", "x.receiver_country"),
    "good": column.named("x.good"),
}
#: What `statements` may be filtered by.
STATEMENT_FILTERS: Mapping[str, Maker] = {
    "speaker": party.speaking,
    "country": column.equal("s.speaker_country", written=str.upper),
    "kind": column.equal("s.kind", among=lambda: get_args(StatementKind)),
    "cue": column.words("s.cue"),
    "words": column.words("s.quote"),
} | _ARTICLE


def events(archive: Archive, terms: Iterable[str] = (), *, copies: bool = False, limit: int | None = None) -> Answer:
    """The events that match all `terms`, in the order of the articles."""
    return _asked(archive, _EVENTS, conditions(terms, EVENT_FILTERS), "d.n, e.start_char", copies, limit)


def timeline(archive: Archive, terms: Iterable[str] = (), *, copies: bool = False, limit: int | None = None) -> Answer:
    """As `events`, by date; events without a date come last and never borrow one."""
    order = "e.date_start NULLS LAST, e.date_end, d.n, e.start_char"
    return _asked(archive, _EVENTS, conditions(terms, EVENT_FILTERS), order, copies, limit)


def statements(
    archive: Archive, terms: Iterable[str] = (), *, copies: bool = False, limit: int | None = None
) -> Answer:
    """Who said what: the statements that match all `terms`."""
    return _asked(archive, _STATEMENTS, conditions(terms, STATEMENT_FILTERS), "d.n, s.start_char", copies, limit)


def exchanges(archive: Archive, terms: Iterable[str] = (), *, copies: bool = False, limit: int | None = None) -> Answer:
    """Giver, good, receiver: one row for each exchange that a text claims, with its certainty."""
    order = "x.giver NULLS LAST, x.receiver NULLS LAST, x.good, d.n, x.start_char"
    return _asked(archive, _EXCHANGES, conditions(terms, EXCHANGE_FILTERS), order, copies, limit)


def who(archive: Archive, name: str, *, limit: int | None = None) -> Answer:
    """The entities with this name (words of it or their beginnings, a country or an id), and what they do everywhere.

    An entity that has the name in one article, or is called so there, is counted in all of them, under any name: the
    events in which it has a role itself. Raises InputError for an empty `name`.
    """
    asked = name.strip()
    if not asked:
        raise InputError("nothing to search for", "unasked")
    named = party.capitals(asked, "e.name", _STATE) or party.naming(asked, "e.name")
    called = party.capitals(asked, "m.quote", "NULL") or party.naming(asked, "m.quote")
    condition = Condition(
        f"{named.sql} OR e.key = ? OR (e.document, e.id) IN ({_CALLED} AND {called.sql})",
        (*named.parameters, asked, *called.parameters),
    )
    return _answer(archive, _WHO.format(condition=condition.sql) + _limit(limit), condition.parameters)


def holding(archive: Archive, record: str) -> Dossier:
    """The dossier of the only article that has a record with this id or with an id that begins so.

    Raises InputError if no article has one, or several do.
    """
    tables = ("events", "statements", "entities", "quantities", "mentions")
    records = " UNION ALL ".join(f"SELECT document, id FROM {table}" for table in tables)
    found = f"SELECT DISTINCT document FROM ({records}) WHERE starts_with(id, ?) ORDER BY document"
    articles = [id for (id,) in archive.sql(found, [record])[1]]
    if len(articles) != 1:
        code = "records" if articles else "not kept"
        raise InputError(f"{archive.path}: {record}: {len(articles)} articles", code, name=archive.path, id=record)
    return archive.dossier(articles[0])


def sql(archive: Archive, text: str) -> Answer:
    """The answer to an SQL query over the tables of the archive."""
    return _answer(archive, text)


_NAMES = """coalesce((SELECT list(DISTINCT coalesce(r.name, r.quote) ORDER BY coalesce(r.name, r.quote))
     FROM event_roles r WHERE r.document = e.document AND r.event = e.id AND r.role = '{role}'), []) AS {name}"""
_COUNTRIES = """coalesce((SELECT list(DISTINCT r.country ORDER BY r.country)
     FROM event_roles r WHERE r.document = e.document AND r.event = e.id AND r.role = '{role}'
     AND r.country IS NOT NULL), []) AS {role}_countries"""
_EVENTS = f"""
SELECT e.date_start AS date, e.date_end, e.date_precision AS precision, e.type, e.mode, e.certainty,
       {_NAMES.format(role="actor", name="actors")}, {_COUNTRIES.format(role="actor")},
       {_NAMES.format(role="recipient", name="recipients")}, {_COUNTRIES.format(role="recipient")},
       {_NAMES.format(role="place", name="places")},
       {_NAMES.format(role="good", name="goods")}, e.sources, e.quote, e.start_char AS start, e.end_char AS "end",
       e.evidence, e.evidence_start, e.evidence_end, e.cue, e.rule, e.id AS event, d.id AS article, d.title, d.outlet,
       d.published, d.url, d.copy_of
FROM events e JOIN documents d ON d.id = e.document WHERE {{condition}} ORDER BY {{order}}"""
_STATEMENTS = """
SELECT s.speaker_name AS speaker, s.speaker_country AS country, s.kind, s.cue, s.quote, s.start_char AS start,
       s.end_char AS "end", s.addressee, d.id AS article, d.title, d.outlet, d.published, d.url,
       s.id AS statement, d.copy_of
FROM statements s JOIN documents d ON d.id = s.document WHERE {condition} ORDER BY {order}"""
_EXCHANGES = """
SELECT x.giver, x.giver_country, x.good, x.good_class, x.receiver, x.receiver_country, x.certainty,
       e.date_start AS date, e.date_end, e.date_precision AS precision, x.type, x.start_char AS start,
       x.end_char AS "end", x.quote, x.evidence, x.evidence_start, x.evidence_end, d.id AS article, d.title, d.outlet,
       d.published, d.url, x.event, d.copy_of
FROM (SELECT DISTINCT * FROM exchanges) x JOIN events e ON e.document = x.document AND e.id = x.event
     JOIN documents d ON d.id = x.document
WHERE {condition} ORDER BY {order}"""
_STATE = "CASE e.kind WHEN 'state' THEN e.country END"
_CALLED = "SELECT m.document, m.entity FROM mentions m WHERE m.form IN ('name', 'metonym')"
_WHO = """
SELECT e.key AS entity, coalesce(mode(e.name) FILTER (contains(e.name, ' ')), mode(e.name)) AS name,
       mode(e.kind) AS kind, mode(e.country) AS country, mode(e.sector) AS sector,
       list_sort(list_distinct(flatten(list(e.posts)))) AS posts,
       count(DISTINCT e.document) AS articles, sum(m.n)::BIGINT AS mentions,
       coalesce(sum(r.acts), 0)::BIGINT AS acts, coalesce(sum(r.received), 0)::BIGINT AS received,
       coalesce(sum(s.n), 0)::BIGINT AS statements, arg_min(e.document, d.n) AS article,
       arg_min(f.quote, d.n) AS quote, arg_min(f.start_char, d.n) AS start, arg_min(f.end_char, d.n) AS "end"
FROM entities e JOIN documents d ON d.id = e.document
LEFT JOIN (SELECT document, entity, count(*) AS n FROM mentions GROUP BY ALL) m
       ON m.document = e.document AND m.entity = e.id
LEFT JOIN (SELECT document, entity, arg_min(quote, start_char) AS quote, min(start_char) AS start_char,
                  arg_min(end_char, start_char) AS end_char FROM mentions GROUP BY ALL) f
       ON f.document = e.document AND f.entity = e.id
LEFT JOIN (SELECT document, entity, count(DISTINCT event) FILTER (role = 'actor') AS acts,
                  count(DISTINCT event) FILTER (role = 'recipient') AS received FROM event_roles GROUP BY ALL) r
       ON r.document = e.document AND r.entity = e.id
LEFT JOIN (SELECT document, speaker, count(*) AS n FROM statements GROUP BY ALL) s
       ON s.document = e.document AND s.speaker = e.id
WHERE e.key IN (SELECT e.key FROM entities e WHERE {condition})
GROUP BY e.key ORDER BY articles DESC, mentions DESC, entity"""


def _asked(archive: Archive, query: str, condition: Condition, order: str, copies: bool, limit: int | None) -> Answer:
    own = condition.sql if copies else f"{condition.sql} AND d.copy_of IS NULL"
    left_out = 0
    if not copies:
        near = query.format(condition=f"{condition.sql} AND d.copy_of IS NOT NULL", order=order)
        left_out = archive.sql(f"SELECT count(*) FROM ({near})", condition.parameters)[1][0][0]
    return _answer(archive, query.format(condition=own, order=order) + _limit(limit), condition.parameters, left_out)


def _answer(archive: Archive, text: str, parameters: Sequence[str | int] = (), left_out: int = 0) -> Answer:
    columns, rows = archive.sql(text, parameters)
    return Answer(columns=tuple(columns), rows=tuple(rows), left_out=left_out)


def _limit(limit: int | None) -> str:
    if limit is not None and limit < 0:
        raise InputError(f"--limit {limit}: 0 or more")
    return f" LIMIT {limit}" if limit is not None else ""
