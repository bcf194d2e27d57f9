"""The commands over archives: data on stdout, counts on stderr, one line for every mistake."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sample_dossiers import TEXT, archive
from teletipo import query
from teletipo.cli.archive.view import show
from teletipo.store.archive import Archive
from teletipo.view.words import Lang

COMMANDS = ("ingest", "query", "statements", "exchanges", "timeline", "who", "search", "export", "verify", "upgrade")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `teletipo` in a process of its own, as a user does."""
    code = "from teletipo.cli import main; main()"
    env = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG"))} | {"LANG": "C.UTF-8"}
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code, *arguments], capture_output=True, text=True, env=env, check=False
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> str:
    """An archive of one article and a near-copy."""
    path = tmp_path_factory.mktemp("cli") / "a.duckdb"
    archive(path, [TEXT, "(Agencias) " + TEXT]).close()
    return str(path)


def test_json_rows_are_one_a_line(made: str) -> None:
    """`--json` writes rows that any tool reads; the note about copies goes to stderr."""
    done = run("query", made, "type=CONSULT actor=RUS", "--json")
    (row,) = map(json.loads, done.stdout.splitlines())
    assert (row["quote"], row["certainty"]) == ("se reunieron", "fact")
    assert done.stderr == "1 more rows in near-copies (--copies)\n"


def test_csv_has_a_header_and_joined_lists(made: str) -> None:
    """`--csv` is one flat row an answer."""
    done = run("timeline", made, "certainty>=stated", "--csv", "--copies")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [r["actors"] for r in rows] == ["China; Rusia"] * 2


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("statements", "--speaker", "wang"), "Wang Yi  direct  declaró"),
        (("exchanges",), "Irán ⇒ misiles ⇒ Siria  speculated"),
        (("who", "CHN"), "state:CHN"),
        (("search", "moscu"), "**Moscú**"),
        (("query", "--sql", "SELECT count(*) AS n FROM events"), "8"),
        (("export", "--to", "jsonl"), '{"article":{"id"'),
    ],
)
def test_answers_for_people(made: str, arguments: tuple[str, ...], says: str) -> None:
    """Each question has an answer that can be read without a manual."""
    done = run(arguments[0], made, *arguments[1:])
    assert done.returncode == 0, done.stderr
    assert says in done.stdout


@pytest.mark.parametrize(
    ("date", "lang", "says"),
    [
        (("2021-01-01", "2021-12-31", "year"), "es", "2021        "),
        (("2021-03-01", "2021-03-31", "month"), "es", "2021-03     "),
        (("2021-03-04", "2021-03-04", "day"), "es", "2021-03-04  "),
        ((None, None, None), "es", "sin fecha   "),
        ((None, None, None), "en", "undated     "),
    ],
)
def test_dates_are_as_exact_as_the_text(
    made: str, capsys: pytest.CaptureFixture[str], date: tuple[str | None, ...], lang: Lang, says: str
) -> None:
    """ "En 2021" is no first of January, and who reads English reads "undated"."""
    with Archive(made, read_only=True) as opened:
        (row,) = query.events(opened, ["type=CONSULT", "actor=RUS"]).dicts()
    row |= dict(zip(("date", "date_end", "precision"), date, strict=True))
    show(query.Answer(columns=tuple(row), rows=(tuple(row.values()),)), "events", lang, as_json=False, as_csv=False)
    assert capsys.readouterr().out.startswith(f"{says}CONSULT")


def test_a_row_does_not_double_quotation_marks(capsys: pytest.CaptureFixture[str]) -> None:
    """Content may begin with a quotation inside it."""
    row = {"speaker": "Ana", "kind": "mixed", "cue": None, "statement": "s:1", "article": "a", "start": 0, "end": 9}
    for quote in ("«Paz» y pan", "pan y «paz»", "«paz»"):
        show(
            query.Answer(columns=(*row, "quote"), rows=((*row.values(), quote),)),
            "statements", "es", as_json=False, as_csv=False,
        )  # fmt: skip
        assert f"    “{quote}”  a [0:9]" in capsys.readouterr().out


def test_a_passage_is_one_line(tmp_path: Path) -> None:
    """Whatever lines its text has: one line for the place, one for the words."""
    made = tmp_path / "a.duckdb"
    archive(made, [f"{TEXT}\nEl ministro volvió.\n"]).close()
    assert len(run("search", str(made), "ministro").stdout.splitlines()) == 2


def test_nobody_found_is_no_table(made: str) -> None:
    """Data go to stdout, and there are none."""
    done = run("who", made, "nadie")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "no results\n")


def test_verify_exits_with_one_on_an_orphan(made: str, tmp_path: Path) -> None:
    """0 orphans: exit 0; a changed text: the place and exit 1."""
    assert run("verify", made).returncode == 0
    copy = tmp_path / "a.jsonl"
    assert run("export", made, "--to", "jsonl", "-o", str(copy)).stderr == "exported 2\n"
    copy.write_text(copy.read_text().replace("periodistas", "periodista"))
    done = run("verify", str(copy))
    assert done.returncode == 1
    assert "orphaned" in done.stderr
    assert "entities[" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("query", "ARCHIVE", "tipo=X"), "tipo: no such filter; there are type"),
        (("query", "ARCHIVE", "type=CONSULT", "--sql", "SELECT 1"), "--sql and filters exclude each other"),
        (("query", "ARCHIVE", "--sql", " "), "SQL: there is no query"),
        (("query", "ARCHIVE", "--json", "--csv"), "--json and --csv exclude each other"),
        (("query", "ARCHIVE", "type=FOO"), "type=FOO: there are AGREE, CONSULT"),
        (("statements", "ARCHIVE", "--speaker", ""), "'speaker=' is not a filter"),
        (("statements", "ARCHIVE", "kind=oral"), "kind=oral: there are direct, indirect, mixed"),
        (("query", "ARCHIVE", "--limit", "-1"), "--limit -1: 0 or more"),
        (("search", "ARCHIVE", "Moscú", "--limit", "-1"), "--limit -1: 0 or more"),
        (("ingest", "ARCHIVE", "--into", "b.duckdb", "-j", "0"), "--jobs 0: at least 1"),
        (("ingest", "ARCHIVE", "--into", "b.duckdb", "--gazetteer", "nope"), "error: nope: no such folder"),
        (("ingest", "ARCHIVE", "--into", "b.duckdb", "--gazetteer", "."), "no .yaml files in this folder"),
        (("search", "ARCHIVE", "Moscú", "--json", "--csv"), "--json and --csv exclude each other"),
        (("query", "missing.duckdb"), "missing.duckdb: no such archive"),
        (("export", "ARCHIVE", "--to", "docx"), "--to docx: there are jsonl"),
        (("export", "ARCHIVE", "--to", "jsonl", "--certainty", "sure"), "--certainty sure: there are fact"),
        (("export", "ARCHIVE", "--to", "csv", "-o", "ARCHIVE"), "is the archive itself; write to another file"),
        (("ingest", "https://faro.example/a", "--into", "b.duckdb"), "is an address; nothing is fetched"),
        (("ingest", "nada", "--into", "b.duckdb"), "nada: no such file or folder"),
        (("ingest", ".", "--into", "b.duckdb"), "no articles in this folder"),
        (("ingest", "ARCHIVE", "--into", "b.duckdb", "--published", "ayer"), "error: --published: not an ISO date"),
        (("ingest", "ARCHIVE", "--into", "b.duckdb", "--map", "text"), "--map text: write text=FIELD"),
        (("ingest", "ARCHIVE", "--into", "b.duckdb", "--format", "doc"), "--format doc: there are text"),
        (("ingest", "ARCHIVE", "--into", "b.duckdb", "--encoding", "utf99"), "--encoding utf99: no such encoding"),
        (("ingest", "ARCHIVE", "--into", "b.duckdb", "--profile", "x"), "--profile x: there are teletipo"),
        (("verify", "x.jsonl"), "x.jsonl: cannot be read"),
    ],
)
def test_mistakes_are_one_line_and_exit_2(
    made: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], says: str
) -> None:
    """No traceback, and no archive is made for a call that cannot work."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(map(os.path.abspath, sys.path)))
    done = run(*(made if a == "ARCHIVE" else a for a in arguments))
    assert done.returncode == 2
    assert says in done.stderr
    assert done.stderr.count("\n") == 1
    assert not list(tmp_path.glob("b.duckdb*"))


def test_the_summary_is_of_this_run_and_counts_what_it_leaves_out(tmp_path: Path) -> None:
    """The first messages in the order of the sources, dates that are none among them, and the number of the others."""
    good = json.dumps({"text": "Rusia vendió misiles a Irán.", "published": "5 de enero"}) + "\n"
    for name, content in (("1.jsonl", "x\n" + good), ("2.jsonl", "{}\n" * 7)):
        (tmp_path / name).write_text(content, encoding="utf-8")
    into = ("--into", str(tmp_path / "a.duckdb"))
    done = run("ingest", str(tmp_path / "1.jsonl"), *into)
    assert done.returncode == 0
    counted, bad, undated = done.stderr.splitlines()
    assert counted == "read 2 · coded 1 · problems 1: json 1 · unused fields 1: date_format 1"
    assert "1.jsonl:1: not JSON" in bad
    assert undated.endswith("1.jsonl:2: published: not a date: '5 de enero'")
    done = run("ingest", str(tmp_path / "2.jsonl"), *into, "--map", "text=nope")
    counted, *told, more = done.stderr.splitlines()
    assert counted == "read 7 · coded 0 · problems 7: no_text 7"
    assert ["2.jsonl:" in line for line in told] == [True] * 5
    assert more == "  … and 2 more"
    assert done.returncode == 2, "nothing could be read"


def test_a_name_in_another_encoding_stops_nothing(tmp_path: Path) -> None:
    """Neither that of a file nor that of an outlet."""
    folder = os.fsencode(tmp_path)
    Path(os.fsdecode(folder + b"/a\xf1o.txt")).write_text("China condenó el ataque.", encoding="utf-8")
    Path(os.fsdecode(folder + b"/\xff.txt")).write_bytes(b"\xff")
    into = str(tmp_path / "a.duckdb")
    done = run("ingest", str(tmp_path), "--into", into, "--outlet", os.fsdecode(b"Espa\xf1a"))
    assert (done.returncode, done.stderr.splitlines()[0]) == (0, "read 2 · coded 1 · problems 1: encoding 1")
    rows = run(
        "query", into, "--sql", "SELECT origin, outlet FROM sources s JOIN documents d ON s.document = d.id", "--json"
    )
    done = run("ingest", str(tmp_path), "--into", os.fsdecode(folder + b"/\xff.duckdb"))
    assert (done.returncode, done.stderr.splitlines()[1:]) == (2, [])
    assert json.loads(rows.stdout) == {"origin": f"{tmp_path}/a\\udcf1o.txt", "outlet": "Espa?a"}


def test_a_bad_file_given_twice_is_two_problems(tmp_path: Path) -> None:
    """And none "already there": nothing could be read."""
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\xff")
    done = run("ingest", str(bad), str(bad), "--into", str(tmp_path / "a.duckdb"))
    assert (done.returncode, done.stderr.splitlines()[0]) == (2, "read 2 · coded 0 · problems 2: encoding 2")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_names_of_ones_own_are_known_to_an_ingestion(tmp_path: Path, jobs: str) -> None:
    """As to `read`: by every process, and the run tells them from the shipped ones."""
    names = tmp_path / "names"
    names.mkdir()
    file = "about: x\norganisations:\n- {id: OMC1, name: Orden de la Mar Chica}\n"
    (names / "mios.yaml").write_text(file, encoding="utf-8")
    text = tmp_path / "a.txt"
    text.write_text("La Orden de la Mar Chica condenó el ataque.", encoding="utf-8")
    into = str(tmp_path / "a.duckdb")
    assert run("ingest", str(text), "--into", into, "--gazetteer", str(names), "-j", jobs).returncode == 0
    rows = run("query", into, "--sql", "SELECT known, codebook FROM entities, runs", "--json").stdout.splitlines()
    alone = json.loads(run("read", str(text), "--gazetteer", str(names), "--json").stdout)
    assert {"known": "org:OMC1", "codebook": alone["run"]["codebook"]} in map(json.loads, rows)
    told = run("ingest", str(text), "--into", into).stderr.splitlines()
    assert told[0] == "read 1 · coded 0 · already there 1"
    assert told[1].startswith(
        "1 of those already there were read by another version, with other names or undated; --again"
    )
    assert run("ingest", str(text), "--into", into, "--again", "-j", jobs).stderr == "read 1 · coded 0 · read again 1\n"
    assert run("query", into, "--sql", "SELECT 1 FROM entities WHERE known = 'org:OMC1'").stdout == ""


def test_an_ingestion_tells_which_articles_lack_the_date_that_they_need(tmp_path: Path) -> None:
    """As `read` does; an article without a relative date needs none."""
    (tmp_path / "a.txt").write_text("El ministro de Defensa, Juan Ruiz, dimitió ayer.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("El ministro de Defensa, Juan Ruiz, dimitió en 2019.", encoding="utf-8")
    told = run("ingest", str(tmp_path), "--into", str(tmp_path / "a.duckdb")).stderr.splitlines()
    assert told[0] == "read 2 · coded 2"
    assert told[1].startswith("1 without a date of publication: ")
    dated = run("ingest", str(tmp_path), "--into", str(tmp_path / "b.duckdb"), "--published", "2019-05-01").stderr
    assert dated == "read 2 · coded 2\n"


def test_summaries_speak_the_users_language(made: str, tmp_path: Path) -> None:
    """As help and records do."""
    text, spanish = tmp_path / "a.txt", ("--lang", "es")
    text.write_bytes(b"\xff")
    for arguments, says in (
        (("ingest", str(text), "--into", str(tmp_path / "a.duckdb")), "leídos 1 · codificados 0 · problemas 1: "),
        (("export", made, "--to", "polecat"), "exportados 0 · fuera 5: sin fecha 2, "),
        (("verify", made), "artículos 2 · posiciones "),
        (("query", made, "type=FOO"), "error: type=FOO: hay AGREE, "),
        (("query", "nada.duckdb"), "error: nada.duckdb: no existe ese archivo de expedientes"),
    ):
        assert run(*arguments, *spanish).stderr.startswith(says)
    assert "a.txt: no es utf-8 en el byte 0" in run("ingest", str(text), "--into", str(tmp_path / "b"), *spanish).stderr


def test_a_file_of_dossiers_is_verified_whatever_it_is_called(made: str, tmp_path: Path) -> None:
    """What is in a file decides, not its ending."""
    copy = tmp_path / "x.out"
    run("export", made, "--to", "jsonl", "-o", str(copy))
    assert run("verify", str(copy)).stderr.startswith("articles 2 ")


@pytest.mark.parametrize("command", ["query", "verify"])
def test_what_is_no_archive_is_told_without_a_word_about_writing(tmp_path: Path, command: str) -> None:
    """Nothing was stored before, and nothing is being stored."""
    text = tmp_path / "01.txt"
    text.write_text("El presidente viajó a Lima.\n" * 20, encoding="utf-8")
    done = run(command, str(text))
    assert (done.returncode, done.stderr) == (2, f"error: {text}: not an archive\n")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_imports_nothing_heavy(command: str) -> None:
    """The help of a command needs neither the database nor the parser."""
    code = (
        f"import sys, teletipo.cli.app as c; app = c.build('en'); app(['{command}', '--help'], standalone_mode=False);"
        "print([m for m in ('duckdb', 'numpy', 'trafilatura', 'sqlite3') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
