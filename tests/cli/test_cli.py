"""The command line: data on stdout, messages on stderr, exit code 2 and one line for every kind of bad input."""

from __future__ import annotations

import gzip
import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

SENTENCE = "El presidente de Francia, Emmanuel Macron, se reunió con la canciller alemana en Berlín."
COMMANDS = ([], ["read"], ["query"])
#: seconds of CPU for `--help` of any command
HELP_BUDGET = 0.15
#: on a busy machine everything is slower: as many times what importing typer alone takes, which is most of it
HELP_FACTOR = 1.6


def run(*arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `teletipo` in a process of its own, as a user does."""
    env = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG"))} | {"LANG": "C.UTF-8"} | environment
    code = "from teletipo.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code, *arguments], input=stdin, capture_output=True, env=env
    )
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


def test_reading_standard_input_gives_json_on_stdout_only() -> None:
    """`read - --json` writes one dossier and nothing else to stdout; the hint goes to stderr."""
    done = run("read", "-", "--json", stdin=SENTENCE.encode())
    assert done.returncode == 0
    dossier = json.loads(done.stdout)
    assert dossier["article"]["text"] == SENTENCE
    assert "--published" in done.stderr


def test_a_date_is_never_invented() -> None:
    """Without `--published` the article has no date; with it, that one."""
    assert json.loads(run("read", "-", "--json", stdin=SENTENCE.encode()).stdout)["article"]["published"] is None
    dated = run("read", "-", "--json", "--published", "2023-09-13", stdin=SENTENCE.encode())
    assert json.loads(dated.stdout)["article"]["published"] == "2023-09-13"


def test_the_human_view_is_the_same_every_time_and_without_colours() -> None:
    """A pipe gets plain text of a fixed width."""
    views = [run("read", "--demo", LANG="es_ES.UTF-8").stdout for _ in range(2)]
    assert views[0] == views[1]
    assert "\x1b" not in views[0]
    assert "vostochni-2023" in views[0]


def test_figures_and_counts_are_words_that_people_read() -> None:
    """The words of the text instead of codes of units, and no "1 acts"."""
    done = run("read", "-", "--lang", "en", stdin="El ministro fue condenado a doce años de cárcel.".encode())
    assert "figure  doce años (12)" in done.stdout
    assert "1 act, 1 undated · 0 statements" in done.stdout


def test_explain_gives_rule_roles_cue_and_resolutions() -> None:
    """A bare sentence is explained: which rule, which words, which cue, why each name means whom."""
    sentence = "La presidenta de Perú podría reunirse con el canciller alemán en Lima."
    done = run("explain", sentence, "--lang", "es")
    assert done.returncode == 0
    for expected in ("CONSULT · posible", "regla: consult.", "«La presidenta de Perú» [0:21]", "indicio: ", "podría"):
        assert expected in done.stdout


def test_a_text_longer_than_file_names_may_be_is_explained() -> None:
    """A paragraph given as argument is no name of a file."""
    assert "consult." in run("explain", " ".join([SENTENCE] * 20), "--lang", "es").stdout


def test_a_sentence_of_one_word_is_explained() -> None:
    """Its full stop tells it from the name of a file; without one, or with a folder in it, a word is a name."""
    done = run("explain", "Dimitió.", "--lang", "en")
    assert (done.returncode, done.stderr) == (0, "")
    for name in ("Dimitió", "carpeta/.."):
        assert run("explain", name, "--lang", "en").returncode == 2


def test_a_message_about_a_typed_sentence_names_no_file() -> None:
    """Nor the standard input, which nobody reads."""
    english = "The president of France met the German chancellor in Berlin on Monday to talk about the war."
    told = "the text does not seem to be Spanish (it seems to be English)\n"
    done = run("explain", english, "--lang", "en")
    assert (done.returncode, done.stderr) == (2, f"error: {told}")
    assert run("explain", " ", "--lang", "en").stderr == "error: there is no text\n"
    done = run("explain", "-", "--lang", "en", stdin=english.encode())
    assert (done.returncode, done.stderr) == (2, f"error: standard input: {told}")


def test_explain_says_so_if_a_file_has_no_records(tmp_path: Path) -> None:
    """A text without acts and statements is not answered by silence, be it a file or a sentence."""
    text = "El parque tiene tres fuentes y un jardín."
    (tmp_path / "nota.txt").write_text(text, encoding="utf-8")
    for given in (str(tmp_path / "nota.txt"), text):
        assert run("explain", given, "--lang", "en").stdout.count("No political act and no statement") == 1


def test_explain_finds_one_record_by_the_beginning_of_its_id() -> None:
    """An id that no record has is an input error; the beginning of one id is enough."""
    done = run("read", "--demo", "--json")
    id = json.loads(done.stdout)["events"][0]["id"]
    assert id in run("explain", "--demo", id[:8]).stdout
    assert run("explain", "--demo", "e:zz").returncode == 2


def test_timing_goes_to_stderr() -> None:
    """The time of each product is a message, not data; stages that make the same one are added up."""
    done = run("read", "-", "--json", "--timing", stdin=SENTENCE.encode())
    assert json.loads(done.stdout)
    assert [line.split()[0] for line in done.stderr.splitlines()].count("acts") == 1


def test_check_reports_findings_by_exit_code() -> None:
    """`check CLASS` reads the class's sentences; 0 all right, 2 no such class, with those that there are."""
    done = run("check", "protest")
    assert (done.returncode, done.stdout) == (0, "")
    unknown = run("check", "nada")
    assert (unknown.returncode, unknown.stdout) == (2, "")
    assert "accuse, agree" in unknown.stderr


def test_the_schema_is_json() -> None:
    """`schema` writes the JSON Schema of a dossier."""
    assert json.loads(run("schema").stdout)["title"] == "teletipo dossier, schema 1"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Files that are no article, each bad in its own way."""
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b" \n\t\n")
    (tmp_path / "binary.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)))
    (tmp_path / "latin1.txt").write_bytes("El canciller alemán viajó a París.".encode("latin-1"))
    (tmp_path / "bad.json").write_bytes(b'{"text": ')
    (tmp_path / "two.jsonl").write_bytes(b'{"text": "Uno."}\n{"text": "Dos."}\n')
    (tmp_path / "broken.txt.gz").write_bytes(gzip.compress(SENTENCE.encode())[:-12])
    (tmp_path / "long.txt").write_bytes(b"a" * 50_000_000)
    (tmp_path / "folder").mkdir()
    english = b"The president of France met the German chancellor in Berlin on Monday to talk about the war."
    (tmp_path / "english.txt").write_bytes(english)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "spanish", "english"),
    [
        ("empty.txt", "no hay texto", "no text"),
        ("blank.txt", "no hay texto", "no text"),
        ("binary.txt", "binario", "binary"),
        ("latin1.txt", "UTF-8", "UTF-8"),
        ("two.jsonl", "varios artículos", "several articles"),
        ("long.txt", "demasiado largo", "too long"),
        ("folder", "carpeta", "folder"),
        ("missing.txt", "no existe", "no such file"),
        ("bad.json", "no es JSON: termina a medias", "not JSON"),
        ("broken.txt.gz", "el archivo comprimido está dañado", "broken"),
        ("https://faro.example/nota.html", "es una dirección", "is an address"),
        ("nota con espacios.txt", "no existe", "no such file"),
    ],
)
def test_bad_input_is_one_message_and_exit_2(folder: Path, name: str, spanish: str, english: str) -> None:
    """Whatever is wrong with a file, the user reads one line that names it, in either language."""
    for lang, part in (("es", spanish), ("en", english)):
        done = run("read", name if "://" in name else str(folder / name), "--lang", lang)
        assert done.returncode == 2
        assert done.stdout == ""
        assert done.stderr.count("\n") == 1
        assert name in done.stderr
        assert part in done.stderr


def test_the_page_does_not_replace_the_article(tmp_path: Path) -> None:
    """A slip of the hand must not cost the text."""
    article = tmp_path / "a.txt"
    article.write_text(SENTENCE, encoding="utf-8")
    done = run("read", str(article), "--html", str(tmp_path / "." / "a.txt"), "--lang", "en")
    assert (done.returncode, article.read_text("utf-8")) == (2, SENTENCE)
    assert done.stderr == f"error: {article}: is the article itself; give the page another name\n"


def test_a_file_that_cannot_be_looked_at_is_not_called_missing(folder: Path) -> None:
    """It may be there, as one in a folder that others may not enter; the system says why."""
    name = "a" * 5000
    assert run("read", name, "--lang", "en").stderr == f"error: {name}: cannot be read: File name too long\n"


def test_the_name_of_a_missing_file_is_no_sentence() -> None:
    """Also where it holds blanks."""
    done = run("explain", "nota con espacios.txt", "--lang", "en")
    assert (done.returncode, done.stderr) == (2, "error: nota con espacios.txt: no such file\n")


def test_the_message_names_the_entry_of_a_feed_that_has_no_text(tmp_path: Path) -> None:
    """The file has a text, so it would not help to say that there is none in it."""
    entries = (
        "<item><title>Sí</title><description>Rusia vendió misiles.</description></item><item><title>No</title></item>"
    )
    feed = tmp_path / "feed.xml"
    feed.write_text(f'<?xml version="1.0"?><rss version="2.0"><channel>{entries}</channel></rss>', encoding="utf-8")
    done = run("read", str(feed), "--lang", "en")
    assert (done.returncode, done.stderr) == (2, f"error: {feed}:2: there is no text\n")


def test_a_date_of_the_file_that_is_none_is_told_and_recorded() -> None:
    """As in an archive; a date of the user's own replaces it."""
    line = json.dumps({"text": SENTENCE, "published": "5 de enero"}).encode()
    done = run("read", "-", "--json", stdin=line)
    assert done.returncode == 0
    assert [p["code"] for p in json.loads(done.stdout)["problems"]] == ["date_format"]
    assert "standard input:1: published: not a date: '5 de enero'" in done.stderr
    spanish = run("read", "-", "--lang", "es", stdin=line)
    assert "entrada estándar:1: published: no es una fecha: '5 de enero'\n" in spanish.stderr
    assert "date_format  published: no es una fecha: '5 de enero'" in spanish.stdout
    done = run("read", "-", "--json", "--published", "2024-01-05", stdin=line)
    assert (json.loads(done.stdout)["problems"], done.stderr) == ([], "")


def test_english_text_is_one_message_and_exit_2(folder: Path) -> None:
    """A text in another language is refused with its file and the language it seems to be."""
    file = folder / "english.txt"
    done = run("read", str(file), "--lang", "es")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"error: {file}: el texto no parece español (parece inglés)\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["read"],
        ["read", "--demo", "--json", "--html", "-"],
        ["read", "--demo", "x.txt"],
        ["read", "--demo", "--published", "ayer"],
        ["read", "--demo", "--html", ""],
        ["explain", "--demo", "--gazetteer="],
        ["check", "--gazetteer", ""],
        ["ingest", "x.txt", "--into", "x.duckdb", "--outlet", ""],
        ["query", "x.duckdb", "--sql="],
        ["nada"],
    ],
)
def test_wrong_usage_is_exit_2_without_a_traceback(arguments: list[str]) -> None:
    """Missing or contradictory arguments are explained, not traced."""
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "locale", "expected"),
    [
        ([], "es_ES.UTF-8", "Lee noticias"),
        ([], "en_GB.UTF-8", "Read Spanish"),
        ([], "C.UTF-8", "Read Spanish"),
        (["--lang", "es"], "en_GB.UTF-8", "Leer un"),
    ],
)
def test_help_speaks_the_users_language(arguments: list[str], locale: str, expected: str) -> None:
    """The locale decides, `--lang` overrides it."""
    command = ["read"] if arguments else []
    assert expected in " ".join(run(*command, *arguments, "--help", LANG=locale).stdout.split())


def cpu_seconds(*command: str) -> float:
    """CPU time of a command, the best of five, as other work disturbs the rest."""
    times = []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert subprocess.run([sys.executable, *command], capture_output=True).returncode == 0
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(times)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: " ".join(c) or "teletipo")
def test_help_is_instant(command: list[str]) -> None:
    """`--help` imports nothing but the command line itself and stays inside its budget."""
    budget = max(HELP_BUDGET, HELP_FACTOR * cpu_seconds("-c", "import typer"))
    assert cpu_seconds("-c", "from teletipo.cli import main; main()", *command, "--help") < budget


def test_help_imports_nothing_heavy() -> None:
    """What costs time is imported by the command that needs it, when it runs."""
    code = "import sys; from teletipo.cli.app import build; build('es'); print(*sys.modules)"
    loaded = set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.split())
    assert not loaded & {"msgspec", "numpy", "yaml", "rich", "duckdb", "spacy", "teletipo.records", "teletipo.pipeline"}
