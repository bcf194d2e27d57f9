"""Each export is read back by a reader of its own ecosystem and says what it left out."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import duckdb
import msgspec
import pytest

from sample_dossiers import TEXT, archive, dossier
from teletipo import export
from teletipo.errors import InputError
from teletipo.export import gdelt, plover, polecat
from teletipo.records import Dossier, When
from teletipo.store.rows import SCALE
from teletipo.view.words import WORDS

#: The toy's dossier: CONSULT fact dated, COOPERATE speculated, ASSAULT denied, CONSULT planned without a date.
ONE = dossier()


def text(format: str, *dossiers: Dossier, **how: Any) -> tuple[str, str]:
    """What a text format writes, and its report."""
    out = io.StringIO()
    report = export.write(format, dossiers or (ONE,), out, **how)
    return out.getvalue(), report.sentence()


def lines(format: str, **how: Any) -> list[dict[str, Any]]:
    """The rows of a JSON Lines format."""
    return [json.loads(line) for line in text(format, **how)[0].splitlines()]


def with_dates(one: Dossier) -> Dossier:
    """`one` with every event on one day."""
    when = When(start="2024-03-04", end="2024-03-04", precision="day", basis="explicit")
    events = tuple(msgspec.structs.replace(e, when=when) for e in one.events)
    return msgspec.structs.replace(one, events=events)


def test_polecat_has_40_columns_and_counts_what_it_left_out(tmp_path: Path) -> None:
    """DuckDB reads the table back; undated, denied and speculated events are counted."""
    path = tmp_path / "p.tsv"
    report = export.write("polecat", [ONE], path)
    assert report.sentence() == "exported 1 · left out 3: denied 1, no date 1, speculated 1"
    table = duckdb.sql(f"SELECT * FROM read_csv('{path}', delim='\t', header=true, all_varchar=true, nullstr='None')")
    assert tuple(table.columns) == polecat.COLUMNS
    assert len(polecat.COLUMNS) == 40
    (row,) = [dict(zip(table.columns, r, strict=True)) for r in table.fetchall()]
    assert (row["Event Date"], row["Event Type"], row["Quad Code"]) == ("2024-03-05", "CONSULT", "1")
    assert (row["Actor Name"], row["Actor Country"], row["Recipient Name"]) == ("Rusia;China", "RUS;CHN", None)
    assert (row["Placename"], row["Raw Placename"], row["Source"]) == ("Moscú", "Moscú", "El Faro")
    assert (row["Actor COW"], row["Latitude"], row["Longitude"]) == ("365;710", "55.75", "37.62")


@pytest.mark.parametrize(
    ("certainty", "types"),
    [
        ((), ["CONSULT", "AGREE"]),
        (("fact",), ["CONSULT"]),
        (("planned",), ["AGREE"]),
        (("speculated", "denied"), ["COOPERATE", "ASSAULT"]),
    ],
)
def test_plover_names_announced_acts_by_its_own_convention(certainty: tuple[str, ...], types: list[str]) -> None:
    """A planned CONSULT is AGREE; the record itself keeps the base act."""
    out, _ = text("plover", with_dates(ONE), certainty=certainty)
    rows = [json.loads(line) for line in out.splitlines()]
    assert [r["event"][0] for r in rows] == types
    assert all(r["base_event"] in ("CONSULT", "COOPERATE", "ASSAULT") for r in rows)


def test_plover_json_has_the_required_fields_and_the_auxiliary_modes() -> None:
    """`id, date, actor, event` of the manual, evidence by offsets, denied as negation, rumour as hypothetical."""
    out, _ = text("plover", with_dates(ONE), certainty=("speculated", "denied"))
    rumour, denial = [json.loads(line) for line in out.splitlines()]
    assert {"id", "date", "actor", "event"} <= rumour.keys()
    assert (rumour["auxiliary"], denial["auxiliary"]) == (["hypothetical"], ["negation"])
    assert TEXT[rumour["text_info"]["start"] : rumour["text_info"]["end"]] == rumour["text"]
    assert rumour["certainty_cue"] == "Se especula que"


def test_undated_events_take_the_date_of_publication_only_when_asked() -> None:
    """As POLECAT and GDELT date events; PLOVER JSON says which dates are only that."""
    out, report = text("plover", by_publication=True)
    rows = [json.loads(line) for line in out.splitlines()]
    assert report == "exported 2 · left out 2: denied 1, speculated 1"
    assert [(r["date"], r["date_basis"]) for r in rows] == [("2024-03-05", "published"), ("2024-03-05", "publication")]
    assert text("plover", dossier(published=None), by_publication=True)[1].startswith("exported 0")


def test_every_type_of_the_contract_is_in_the_plover_table() -> None:
    """16 types, each with quad class, intensity and CAMEO root; every mode belongs to a type."""
    table = plover.table()
    assert len(table.types) == 16
    assert all(1 <= t.quad <= 4 and len(t.cameo) == 3 for t in table.types.values())
    assert set(table.modes) <= set(table.types)


def test_acts_that_need_a_recipient_are_left_out_without_one() -> None:
    """COOPERATE, AID and SANCTION need somebody to act upon, unless the act is mutual."""
    event = with_dates(ONE).events[1]
    alone = msgspec.structs.replace(event, certainty="fact", roles=tuple(r for r in event.roles if r.role == "actor"))
    nobody = msgspec.structs.replace(event, certainty="fact", roles=())
    _, report = text("plover", msgspec.structs.replace(ONE, events=(alone, nobody)))
    assert report == "exported 0 · left out 2: no known actor 1, no recipient 1"


@pytest.mark.parametrize(("format", "columns"), [("gdelt", 61), ("gdelt-mentions", 16)])
def test_gdelt_tables_have_their_columns(tmp_path: Path, format: str, columns: int) -> None:
    """61 and 16 columns, no header; DuckDB reads them back, and both carry the same id."""
    path = tmp_path / "g.csv"
    export.write(format, [with_dates(ONE)], path)
    table = duckdb.sql(f"SELECT * FROM read_csv('{path}', delim='\t', header=false, all_varchar=true, quote='')")
    assert len(table.columns) == columns
    rows = table.fetchall()
    assert [int(r[0]) for r in rows] == [gdelt.event_number(ONE, ONE.events[i].id) for i in (0, 3)]
    if format == "gdelt":
        assert [rows[0][i] for i in (1, 6, 16, 26, 29)] == ["20240304", "RUSIA", "CHINA", "040", "1"]
        assert rows[0][51:58] == ("4", "Moscú", "RS", None, None, "55.75", "37.62")
        assert rows[0][60] == "https://faro.example/a1"
    else:
        assert TEXT[int(rows[0][9]) :].startswith("se reunieron")


def test_csv_holds_every_event() -> None:
    """One row an event, quotes intact, nothing left out."""
    out, report = text("csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert report == "exported 4"
    assert [(r["type"], r["certainty"]) for r in rows][1] == ("COOPERATE", "speculated")
    assert rows[0]["actors"] == "Rusia; China"
    assert (rows[0]["actor_countries"], rows[1]["recipient_countries"]) == ("RUS; CHN", "SYR")
    assert all(TEXT[int(r["start"]) : int(r["end"])] == r["quote"] for r in rows)


def test_parquet_tables_are_read_by_duckdb(tmp_path: Path) -> None:
    """One file a table, lists as lists; rows are those of the dossiers."""
    export.write("parquet", [ONE, dossier(id="a2")], tmp_path / "out")
    events = duckdb.sql(f"SELECT document, type, contexts FROM '{tmp_path}/out/events.parquet'").fetchall()
    assert len(events) == 8
    assert events[0] == ("a1", "CONSULT", [])
    good = duckdb.sql(f"SELECT giver, good, receiver FROM '{tmp_path}/out/exchanges.parquet' LIMIT 1").fetchall()
    assert good == [("Irán", "misiles", "Siria")]
    assert sorted(p.name for p in (tmp_path / "out").iterdir() if p.suffix != ".parquet") == []


@pytest.mark.parametrize("format", ["gexf", "graphml"])
def test_networks_are_xml_whatever_an_id_holds(format: str) -> None:
    """Control characters, which no XML may hold, are replaced."""
    ElementTree.fromstring(text(format, dossier(id="a\x00b\x1b"))[0])


@pytest.mark.parametrize("format", ["gexf", "graphml"])
def test_networks_are_read_by_networkx(tmp_path: Path, format: str) -> None:
    """Nodes are entities over all articles, edges acts with their certainty; one-sided acts are counted."""
    networkx = pytest.importorskip("networkx")
    path = tmp_path / "n.xml"
    report = export.write(format, [ONE, dossier(id="a2")], path)
    graph = getattr(networkx, f"read_{format}")(path)
    assert set(graph.nodes) == {"state:RUS", "state:CHN", "state:IRN", "state:SYR"}
    assert report.exported == 8
    labels = {(a, b, d["certainty"]) for a, b, d in graph.edges(data=True)}
    assert ("state:IRN", "state:SYR", "speculated") in labels


def test_gexf_edges_have_their_time() -> None:
    """A dated act spans its dates; an undated one has none."""
    root = ElementTree.fromstring(text("gexf")[0])
    edges = list(root.iter("{http://www.gexf.net/1.2draft}edge"))
    assert [edge.get("start") for edge in edges] == [None, "2024-03-05", None, None]


def test_timesketch_never_invents_a_time() -> None:
    """The three mandatory fields in each line; undated records left out and counted."""
    out, report = text("timesketch")
    rows = [json.loads(line) for line in out.splitlines()]
    assert report == "exported 2 · left out 3: no date 3"
    assert all({"message", "datetime", "timestamp_desc"} <= row.keys() for row in rows)
    assert {row["datetime"] for row in rows} == {"2024-03-05T00:00:00+00:00"}


def test_ftm_entities_are_valid() -> None:
    """Ids are stable, references point to entities of the file, and followthemoney accepts each line."""
    rows = lines("ftm")
    ids = {row["id"] for row in rows}
    assert {row["schema"] for row in rows} == {"Article", "PublicBody", "Person", "Address", "Mention", "Event", "Note"}
    for row in rows:
        for name in ("organizer", "involved", "resolved", "document", "proof", "entity"):
            assert set(row["properties"].get(name, [])) <= ids
    ftm = pytest.importorskip("followthemoney")
    for row in rows:
        schema = ftm.model.get(row["schema"])
        schema.validate({"properties": row["properties"]})
        assert set(row["properties"]) <= set(schema.properties)


def test_web_annotations_quote_and_position_agree() -> None:
    """Both selectors mean the same words, and the context pins them in the text."""
    (page,) = lines("w3c")
    assert page["type"] == "AnnotationPage"
    targets = [t for item in page["items"] for t in item["target"]]
    assert len(targets) > 20
    for target in targets:
        quote, position = target["selector"]
        assert TEXT[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in TEXT


def parse_brat(folder: Path, name: str) -> dict[str, dict[str, Any]]:
    """A strict reader of standoff: every offset is checked against the text, every reference must exist."""
    whole = (folder / f"{name}.txt").read_text(encoding="utf-8")
    found: dict[str, dict[str, Any]] = {}
    for line in (folder / f"{name}.ann").read_text(encoding="utf-8").splitlines():
        id, body = line.split("\t", 1)
        assert re.fullmatch(r"[TEAN#]\d+", id), line
        assert id not in found
        if id[0] == "T":
            head, words = body.split("\t")
            kind, offsets = head.split(" ", 1)
            pieces = [tuple(map(int, piece.split())) for piece in offsets.split(";")]
            assert " ".join(whole[s:e] for s, e in pieces) == words
            found[id] = {"kind": kind, "words": words}
        elif id[0] == "E":
            (kind, trigger), *arguments = [part.split(":") for part in body.split(" ")]
            assert found[trigger]["kind"] == kind
            assert all(term in found for _, term in arguments)
            found[id] = {"kind": kind, "arguments": {role: found[term]["words"] for role, term in arguments}}
        else:
            assert body.split("\t")[0].split(" ")[1] in found
            found[id] = {"body": body}
    return found


def test_brat_files_are_strict_standoff(tmp_path: Path) -> None:
    """Spans over a line end are fragments; ids with signs make safe file names; the configuration names all types."""
    broken = dossier(TEXT.replace("guerra", "otra\nguerra"), id="a/1")
    export.write("brat", [ONE, broken], tmp_path / "b")
    events = [v for k, v in parse_brat(tmp_path / "b", "a1").items() if k[0] == "E"]
    assert events[0]["arguments"] == {"Actor": "Rusia", "Actor2": "China", "Place": "Moscú"}
    statements = [v["words"] for v in parse_brat(tmp_path / "b", "a_1").values() if v.get("kind") == "Statement"]
    assert statements == ["No habrá otra guerra"]
    assert "CONSULT\tActor*:<ENTITY>" in (tmp_path / "b" / "annotation.conf").read_text()


def test_ninjs_items_are_events() -> None:
    """Type event, dates where there are some, places by name, and our own reader of ninjs reads the body back."""
    rows = lines("ninjs")
    assert {row["type"] for row in rows} == {"event"}
    assert rows[0]["eventDetails"]["dates"] == {"startDate": "2024-03-05", "endDate": "2024-03-05"}
    assert "eventDetails" not in rows[1]
    assert rows[0]["places"] == [{"name": "Moscú"}]


def test_schema_org_graph_hangs_together() -> None:
    """Every reference inside the graph has a node; quotations name their speaker; records name the run."""
    (page,) = lines("schemaorg")
    nodes = {node["@id"]: node for node in page["@graph"]}
    references = re.findall(r'\{"@id": "([^"]+)"\}', json.dumps(page["@graph"]))
    assert set(references) <= nodes.keys()
    (quotation,) = [n for n in nodes.values() if n["@type"] == "Quotation"]
    assert nodes[quotation["spokenByCharacter"]["@id"]]["name"] == "Wang Yi"
    assert quotation["text"] == "No habrá guerra"


def test_spacy_documents_carry_spans_and_dossier(tmp_path: Path) -> None:
    """DocBin is read by spaCy; spans have labels and ids, the dossier is in the document."""
    spacy = pytest.importorskip("spacy")
    from spacy.tokens import DocBin

    from teletipo.interop import spacy as interop

    path = tmp_path / "d.spacy"
    export.write("spacy", [ONE], path)
    interop.extend()
    (doc,) = DocBin().from_disk(path).get_docs(spacy.blank("es").vocab)
    first = doc.spans["teletipo_events"][0]
    assert (first.text, first.label_) == ("se reunieron", "CONSULT:fact")
    assert doc._.teletipo == ONE


def test_spacy_documents_fill_several_files(tmp_path: Path) -> None:
    """So that memory does not grow with the archive; no file is empty but the first of nothing."""
    pytest.importorskip("spacy")
    from spacy.tokens import DocBin

    from teletipo.export import spacy as written

    sizes = {0: {"a.spacy": 0}, 2: {"a.spacy": 2}, 5: {"a.spacy": 2, "a-2.spacy": 2, "a-3.spacy": 1}}
    for number, files in sizes.items():
        folder = tmp_path / str(number)
        folder.mkdir()
        assert written.write([ONE] * number, folder / "a.spacy", documents=2).exported == number
        assert {f.name: len(DocBin().from_disk(f)) for f in folder.iterdir()} == files


def test_spacy_component_is_registered() -> None:
    """`nlp.add_pipe("teletipo")` reads the text of a document."""
    spacy = pytest.importorskip("spacy")
    import teletipo.interop.spacy  # noqa: F401  registers the factory

    nlp = spacy.blank("es")
    nlp.add_pipe("teletipo")
    doc = nlp("Rusia y China firmaron un acuerdo en Moscú.")
    assert doc._.teletipo.article.text == doc.text


def test_an_archive_says_what_copies_it_left_out(tmp_path: Path) -> None:
    """Event series leave near-copies out unless asked; other formats keep them."""
    with archive(tmp_path / "a.duckdb", [TEXT, "(Agencias) " + TEXT]) as made:
        out = io.StringIO()
        assert "near-copies of articles 1" in export.of_archive(made, "polecat", out).sentence()
        assert "near-copies" not in export.of_archive(made, "polecat", out, copies=True).sentence()
        assert export.of_archive(made, "csv", out).sentence() == "exported 8"


@pytest.mark.parametrize("format", [f for f in export.FORMATS if f != "spacy"])
def test_what_is_left_out_is_said_in_spanish_too(tmp_path: Path, format: str) -> None:
    """Every reason and note has its words; certainties are called as in `--certainty`."""
    alone = dossier("Se especula que atacado. Rusia y China se reunieron.", published=None)
    report = export.write(format, [ONE, alone], tmp_path / "out")
    said = {f"left out.{reason}" for reason in report.left_out} | {f"note.{note}" for note in report.notes}
    assert {key for key in said if key not in WORDS} <= {f"left out.{label}" for label in SCALE}
    assert report.sentence("es").startswith(f"exportados {report.exported}")


@pytest.mark.parametrize("format", [f for f in export.FORMATS if f != "spacy"])
def test_the_same_dossiers_give_the_same_bytes(tmp_path: Path, format: str) -> None:
    """No format depends on the clock, on chance or on the order of a set."""
    for name in ("one", "two"):
        export.write(format, [ONE, dossier(id="a2")], tmp_path / name)

    def content(path: Path) -> list[bytes]:
        return [p.read_bytes() for p in sorted(path.rglob("*"))] if path.is_dir() else [path.read_bytes()]

    assert content(tmp_path / "one") == content(tmp_path / "two")


@pytest.mark.parametrize(
    ("format", "how", "says"),
    [
        ("docx", {}, "--to docx: there are jsonl, parquet"),
        ("csv", {"certainty": ("fact",)}, "csv holds all records"),
        ("polecat", {"certainty": ("facts",)}, "--certainty facts: did you mean fact"),
        ("parquet", {}, "say -o PATH"),
    ],
)
def test_wrong_calls(format: str, how: dict[str, Any], says: str) -> None:
    """One message that says what is possible."""
    with pytest.raises(InputError) as error:
        text(format, **how)
    assert says in str(error.value)


def test_one_label_may_stand_alone_and_all_means_every_one() -> None:
    """It is no list of letters, of which no event has one."""
    assert text("polecat", with_dates(ONE), certainty="denied")[1].startswith("exported 1 ")
    assert text("polecat", with_dates(ONE), certainty="all") == text("polecat", with_dates(ONE), certainty=SCALE)


def test_a_target_may_be_a_string(tmp_path: Path) -> None:
    """As in notebooks."""
    export.write("csv", [ONE], str(tmp_path / "a.csv"))
    assert (tmp_path / "a.csv").read_text(encoding="utf-8").startswith("article,")


def test_a_target_that_cannot_be_written(tmp_path: Path) -> None:
    """The message names the file."""
    with pytest.raises(InputError, match="cannot be written"):
        export.write("csv", [ONE], tmp_path / "none" / "a.csv")


@pytest.mark.parametrize("format", ["jsonl", "csv", "gexf", "plover"])
def test_a_reader_that_goes_away_is_told_apart_from_a_file(format: str) -> None:
    """`export … | head`: the command line ends quietly on what the stream raises."""

    class Gone(io.StringIO):
        def write(self, _text: str) -> int:
            raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        export.write(format, [with_dates(ONE)], Gone())
