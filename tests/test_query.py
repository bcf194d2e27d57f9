"""An analyst's questions give rows, each with its article, its span and the words at it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import duckdb
import pytest
from msgspec.structs import replace

from sample_dossiers import TEXT, archive, read, source
from teletipo import query
from teletipo.errors import InputError, StoreError
from teletipo.filters import party
from teletipo.filters.terms import Term
from teletipo.ingest import ingest
from teletipo.records import Dossier
from teletipo.sources.source import Source
from teletipo.store.archive import Archive
from teletipo.store.getting import gets, getting

OTHER = "China e Irán se reunieron en Moscú. El canciller Wang Yi viajó solo."


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """Two articles of two outlets and dates, and a near-copy of the first."""
    items = [
        source(TEXT, 1, id="a", outlet="El Faro", published="2024-03-05", title="Cita"),
        source(OTHER, 2, id="b", outlet="La Voz", published="2023-12-31", title="Otra"),
        source("(Agencias) " + TEXT, 3, id="c", outlet="El Eco", published="2024-03-06", title="Cita"),
        source(OTHER + " Sin fecha.", 4, id="d"),
    ]
    with Archive(tmp_path_factory.mktemp("q") / "a.duckdb", create=True) as archive:
        ingest(items, archive, read)
        yield archive


@pytest.mark.parametrize(
    ("terms", "found"),
    [
        (["type=consult"], [("a", "se reunieron"), ("a", "visitar"), ("b", "se reunieron"), ("d", "se reunieron")]),
        (["type=CONSULT", "actor=RUS"], [("a", "se reunieron")]),
        (["actor=iran"], [("a", "vendería"), ("b", "se reunieron"), ("d", "se reunieron")]),
        (["actor=ran"], []),
        (["actor=state:CHN", "recipient=state:IRN"], [("a", "visitar")]),
        (["actor=CHN", "recipient=IRN"], [("a", "visitar")]),
        (["actor=CHN", "actor=RUS"], [("a", "se reunieron")]),
        (["actor!=CHN", "type=CONSULT"], []),
        (["certainty>=stated", "place=moscu", "outlet=faro"], [("a", "se reunieron")]),
        (["certainty=speculated,denied"], [("a", "vendería"), ("a", "atacado")]),
        (["certainty<=speculated"], [("a", "vendería"), ("a", "atacado")]),
        (["mode=Visit"], [("a", "visitar")]),
        (["context=diplomatic"], []),
        (["since=2024"], [("a", "se reunieron")]),
        (["since=2023-12", "until=2023-12"], [("b", "se reunieron")]),
        (["published>=2024-01"], [("a", "se reunieron"), ("a", "vendería"), ("a", "atacado"), ("a", "visitar")]),
        (["good=misil", "receiver=SYR"], [("a", "vendería")]),
        (["actor=UNO"], []),
        (['place="Moscú"', 'outlet="El Faro,x"'], []),
        (['words="se especula que Irán"'], [("a", "vendería")]),
        (["words=se especula"], [("a", "vendería")]),
        (["article=b"], [("b", "se reunieron")]),
    ],
)
def test_filters(made: Archive, terms: list[str], found: list[tuple[str, str]]) -> None:
    """Terms are joined by AND, commas are OR; names ignore accents; countries are exact."""
    rows = query.events(made, terms).dicts()
    assert [(r["article"], r["quote"]) for r in rows] == found


def test_the_countries_of_both_sides_stand_beside_their_names(made: Archive) -> None:
    """A table by pairs of countries needs no second query."""
    (row,) = query.events(made, ["article=a", "mode=visit"]).dicts()
    assert (row["actors"], row["actor_countries"], row["recipient_countries"]) == (["China"], ["CHN"], ["IRN"])


def test_near_copies_are_counted_and_can_be_had(made: Archive) -> None:
    """By default an agency text counts once; the answer says what it left out."""
    terms = ["type=CONSULT", "actor=RUS"]
    assert query.events(made, terms).left_out == 1
    both = query.events(made, terms, copies=True)
    assert ([r["article"] for r in both.dicts()], both.left_out) == (["a", "c"], 0)


def test_every_row_has_article_span_and_quote(made: Archive) -> None:
    """The quote of each row is the text of its article at its span."""
    texts = {d.article.id: d.article.text or "" for d in made.dossiers()}
    answers = [query.events(made), query.timeline(made), query.statements(made), query.who(made, "wang")]
    answers.append(query.exchanges(made))
    rows = [row for answer in answers for row in answer.dicts()]
    assert len(rows) > 10
    assert all(texts[r["article"]][r["start"] : r["end"]] == r["quote"] for r in rows)


def test_statements_of_a_speaker(made: Archive) -> None:
    """Who said what, with cue and post-posed speaker found by part of the name."""
    (row,) = query.statements(made, ["speaker=wang"]).dicts()
    assert (row["speaker"], row["cue"], row["quote"]) == ("Wang Yi", "declaró", "No habrá guerra")


def test_exchanges_keep_their_certainty(made: Archive) -> None:
    """Giver, good and receiver of a rumour are a row that says it is a rumour."""
    (row,) = query.exchanges(made, ["giver=IRN"]).dicts()
    assert (row["giver"], row["good"], row["receiver"], row["certainty"]) == ("Irán", "misiles", "Siria", "speculated")
    assert row["quote"] == "misiles"
    assert row["evidence"] == " Se especula que Irán vendería misiles a Siria."


def test_one_exchange_is_one_row(tmp_path: Path) -> None:
    """Two entities of one name, such as a state and its government, do not double the row."""

    def doubled(sources: Sequence[Source]) -> list[Dossier]:
        (dossier,) = read(sources)
        (event,) = dossier.events
        twin = [replace(e, id=f"{e.id}-2") for e in dossier.entities if e.name == "Siria"]
        roles = [replace(r, entity=twin[0].id) for r in event.roles if r.role == "recipient"]
        events = (replace(event, roles=(*event.roles, *roles)),)
        return [replace(dossier, entities=(*dossier.entities, *twin), events=events)]

    with Archive(tmp_path / "a.duckdb", create=True) as archive:
        ingest([source("Se especula que Irán vendería misiles a Siria.", 1)], archive, doubled)
        assert len(query.exchanges(archive).rows) == 1


def test_who_buys_gets(tmp_path: Path) -> None:
    """The actor of a purchase is the receiver of the exchange; in the event the roles stay as they are."""
    with archive(tmp_path / "a.duckdb", ["Rusia compró misiles a Irán."]) as bought:
        (row,) = query.exchanges(bought, ["giver=IRN", "receiver=RUS"]).dicts()
        assert (row["giver"], row["receiver"]) == ("Irán", "Rusia")
        assert [row["actors"] for row in query.events(bought, ["giver=IRN", "receiver=RUS"]).dicts()] == [["Rusia"]]
        assert query.events(bought, ["giver=RUS"]).rows == ()


def test_the_words_for_getting_are_known_in_their_forms() -> None:
    """The examples of the list are such acts, its counterexamples are none."""
    assert [gets(words) for words in getting().examples] == [True] * len(getting().examples)
    assert [gets(words) for words in getting().counterexamples] == [False] * len(getting().counterexamples)


@pytest.mark.parametrize(
    ("terms", "rows"), [(["receiver=SYR", "good=misil"], 1), (["giver=SYR"], 0), (["giver!=irán"], 0)]
)
def test_exchanges_are_filtered_by_their_own_parties(made: Archive, terms: list[str], rows: int) -> None:
    """A row is found by its giver and receiver, not by others who take part in the event."""
    assert len(query.exchanges(made, terms).rows) == rows


def test_timeline_puts_undated_events_last(made: Archive) -> None:
    """By date, and no event without a date gets one."""
    dates = [r["date"] for r in query.timeline(made, ["type=CONSULT"]).dicts()]
    assert dates == ["2023-12-31", "2024-03-05", None, None]


def test_who_sums_over_articles(made: Archive) -> None:
    """One row an entity, over all articles, with posts and counts."""
    (row,) = query.who(made, "CHN").dicts()
    assert (row["name"], row["articles"], row["acts"]) == ("China", 4, 6)
    (row,) = query.who(made, "Wang Yi").dicts()
    assert (row["posts"], row["statements"], row["received"]) == (["canciller"], 2, 0)


def _under_two_names(sources: Sequence[Source]) -> list[Dossier]:
    """The toy's dossiers; Wang Yi, whom the gazetteer knows, is "Wang" in all but the first article."""
    made = []
    for dossier in read(sources):
        name = "Wang Yi" if dossier.article.id == "a" else "Wang"
        known = [replace(e, name=name, known="person:wang-yi") if e.kind == "person" else e for e in dossier.entities]
        made.append(replace(dossier, entities=tuple(known)))
    return made


@pytest.mark.parametrize("name", ["Wang Yi", "wang", "person:wang-yi"])
def test_who_sums_over_all_names_of_somebody(tmp_path: Path, name: str) -> None:
    """Asking by the full name does not lose the articles that give the surname alone; the full name is shown."""
    with Archive(tmp_path / "a.duckdb", create=True) as archive:
        ingest([source(TEXT + f" Parte {id}.", n, id=id) for n, id in enumerate("abc")], archive, _under_two_names)
        (row,) = query.who(archive, name).dicts()
        assert len(query.statements(archive, [f"speaker={row['entity']}"], copies=True).rows) == row["statements"]
        assert len(query.statements(archive, [f"speaker!={row['entity']}"], copies=True).rows) == 0
    assert (row["name"], row["articles"]) == ("Wang Yi", 3)


@pytest.mark.parametrize(
    ("name", "found"),
    [("rus", ["Rusia"]), ("usia", []), ("yi", ["Wang Yi"]), ("wang yi", ["Wang Yi"]), ("state:CHN", ["China"])],
)
def test_who_finds_words_from_their_beginning(made: Archive, name: str, found: list[str]) -> None:
    """ "Rus" is no part of "Taurus"."""
    assert [row["name"] for row in query.who(made, name).dicts()] == found


def _called_otherwise(sources: Sequence[Source]) -> list[Dossier]:
    """The toy's dossiers; Irán has no key of its own, Siria is called by another name, and Rusia acts twice over."""
    made = []
    for dossier in read(sources):
        names = {"Irán": "unos civiles", "Siria": "República Árabe Siria"}
        cast = [replace(e, known=None, name=names[e.name]) if e.name in names else e for e in dossier.entities]
        mentions = [
            replace(m, form="description") if dossier.article.text[m.start : m.end] == "Irán" else m
            for m in dossier.mentions
        ]
        events = [replace(e, roles=(*e.roles, *e.roles)) for e in dossier.events]
        made.append(replace(dossier, entities=tuple(cast), mentions=tuple(mentions), events=tuple(events)))
    return made


@pytest.mark.parametrize("name", ["rusia", "civiles", "siria"])
def test_the_events_that_who_counts_are_those_of_its_key(tmp_path: Path, name: str) -> None:
    """Also of somebody who is only described; an event with two mentions of one side counts once."""
    with Archive(tmp_path / "a.duckdb", create=True) as archive:
        ingest([source(TEXT, 0)], archive, _called_otherwise)
        (row,) = query.who(archive, name).dicts()
        for role, column in (("actor", "acts"), ("recipient", "received")):
            found = query.events(archive, [f"{role}={row['entity']}"], copies=True).rows
            assert len(found) == row[column]
        assert row["acts"] + row["received"]


def test_who_finds_somebody_by_what_he_is_called(tmp_path: Path) -> None:
    """By any name, not only the one that is shown; as the filters of `query` do."""
    with Archive(tmp_path / "a.duckdb", create=True) as archive:
        ingest([source(TEXT, 0)], archive, _called_otherwise)
        assert [row["name"] for row in query.who(archive, "siria").dicts()] == ["República Árabe Siria"]


def test_one_filter_may_stand_alone(made: Archive) -> None:
    """It is no list of letters."""
    assert query.events(made, "type=CONSULT") == query.events(made, ["type=CONSULT"])


def test_who_wants_a_name(made: Archive) -> None:
    """Nothing asked is no question for everybody."""
    with pytest.raises(InputError, match="nothing to search for"):
        query.who(made, " ")


@pytest.mark.parametrize(
    ("terms", "says"),
    [
        (["tipo=CONSULT"], "tipo: no such filter; there are type, mode"),
        (["CONSULT"], "'CONSULT' is not a filter"),
        (["certainty>=sure"], "certainty>=sure: the scale is fact > stated"),
        (["since=ayer"], "since=ayer: a date is YYYY"),
        (["since!=2012"], "since!=: only = can be used with since"),
        (["until>=2012"], "until>=: only = can be used with until"),
        (["published=2012,2014"], "published=2012,2014: only one value can be compared"),
        (["certainty>=stated,denied"], "certainty>=stated,denied: only one value can be compared"),
        (["until=2024-13"], "until=2024-13: a date is YYYY"),
        (["published=2023-02-29"], "published=2023-02-29: a date is YYYY"),
        (["certainty<fact"], "write name=value (or !=, >=, <=)"),
        (["type=CONSUL"], "type=CONSUL: did you mean CONSULT? there are AGREE, CONSULT"),
        (["mode=vist"], "mode=vist: did you mean visit or assist? there are abduct, access"),
        (["mode=visit,x"], "mode=x: there are abduct, access"),
        (["context=militar"], "context=militar: did you mean military? there are military, intelligence"),
        (["rule=consult.reunirs"], "rule=consult.reunirs: did you mean consult."),
        (["rule=x"], "rule=x: there are "),
        (["actor>=RUS"], "only = and != can be used with actor"),
    ],
)
def test_wrong_filters_say_what_is_possible(made: Archive, terms: list[str], says: str) -> None:
    """A mistake is one message with the choices."""
    with pytest.raises(InputError) as error:
        query.events(made, terms)
    assert says in str(error.value)


def test_three_capitals_are_a_country_or_an_acronym() -> None:
    """ "ONU" is found as a word of a name, and never inside another."""
    names = [("Asamblea General de la ONU", ""), ("ONUDI", ""), ("Rusia", "RUS"), ("el ministro ruso", "RUS")]
    rows = ", ".join(map(str, names))
    for value, found in (("ONU", names[:1]), ("RUS", names[2:]), ("onu", names[:2])):
        condition = party.named("name", "country")(Term("who", "=", (value,)))
        query = f"SELECT name, country FROM (VALUES {rows}) AS t(name, country) WHERE {condition.sql}"
        assert duckdb.execute(query, condition.parameters).fetchall() == found
        against = party.named("name", "country")(Term("who", "!=", (value,)))
        query = f"SELECT count(*) FROM (VALUES {rows}) AS t(name, country) WHERE {against.sql}"
        assert duckdb.execute(query, against.parameters).fetchall() == [(4 - len(found),)]


def test_sql(made: Archive) -> None:
    """Any SQL over the tables; a wrong one gives DuckDB's message."""
    assert query.sql(made, "SELECT count(*) AS n FROM documents").dicts() == [{"n": 4}]
    with pytest.raises(StoreError, match="nada"):
        query.sql(made, "SELECT nada FROM documents")
    with pytest.raises(StoreError, match="there is no query"):
        query.sql(made, " -- nothing")


def test_quotes_in_values_are_only_text(made: Archive) -> None:
    """Values never become SQL."""
    assert query.events(made, ["actor=' OR 1=1 --"]).rows == ()
