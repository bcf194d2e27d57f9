"""Every format gives the same kind of article, and what cannot be read gives one clear message."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from pathlib import Path

import pytest

from teletipo.errors import InputError
from teletipo.sources import Options, Source, Unreadable, articles

TEXT = "El presidente viajó ayer a Lima.\nLo acompañó la ministra de Exteriores.\n"
RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>El Faro</title>
<item><title>Viaje</title><link>https://faro.example/1</link><pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate>
<description>&lt;p&gt;El presidente viajó a Lima.&lt;/p&gt;&lt;p&gt;Volverá hoy.&lt;/p&gt;</description></item>
<item><title>Vacía</title></item></channel></rss>"""
NITF = """<?xml version="1.0"?><nitf><head><title>Viaje</title><docdata><doc-id id-string="n1"/>
<date.issue norm="20240305T100000Z"/></docdata><pubdata name="Agencia Sur"/></head><body><body.head><hedline>
<hl1>Viaje a Lima</hl1></hedline></body.head><body.content><p>El presidente viajó a <location>Lima</location>.</p>
<p>Volverá hoy.</p></body.content></body></nitf>"""
G2 = """<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:n:2"><itemMeta>
<provider literal="Agencia Sur"/><versionCreated>2024-03-05T10:00:00Z</versionCreated></itemMeta><contentMeta>
<headline>Viaje a Lima</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml">
<html xmlns="http://www.w3.org/1999/xhtml"><body><p>El presidente viajó a Lima.</p><p>Volverá hoy.</p></body></html>
</inlineXML></contentSet></newsItem>"""
NINJS = {
    "uri": "urn:n:3",
    "versioncreated": "2024-03-05T10:00:00Z",
    "headline": "Viaje a Lima",
    "copyrightholder": "Agencia Sur",
    "body_html": "<p>El presidente viajó a Lima.</p><p>Volverá hoy.</p>",
}
TWO_LINES = "El presidente viajó a Lima.\nVolverá hoy."
PAGE = """<html lang="es"><head><title>Viaje a Lima</title><meta property="article:published_time" content="2024-03-05">
<meta property="og:site_name" content="El Faro"></head><body><nav><ul><li><a href="/">Portada</a></li></ul></nav>
<article><h1>Viaje a Lima</h1><p>El presidente viajó ayer a Lima para reunirse con su homólogo peruano, según informó
el Gobierno.</p><p>La ministra de Exteriores, que lo acompaña en la visita, dijo que ambos países firmarán varios
acuerdos de comercio y de cooperación.</p></article><footer>Aceptar todas las cookies</footer></body></html>"""


def put(folder: Path, name: str, content: str | bytes) -> str:
    """A file with `content`; its path."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


def only(path: str, **how: object) -> Source | Unreadable:
    """What the one article of the file became."""
    (found,) = articles([path], Options(**how))  # type: ignore[arg-type]
    return found


def test_plain_text_keeps_its_characters_and_the_hash_of_its_bytes(tmp_path: Path) -> None:
    """The text is not trimmed or rewrapped; the hash is that of the file."""
    found = only(put(tmp_path, "a.txt", TEXT))
    assert isinstance(found, Source)
    assert found.text == TEXT
    assert found.source_sha256 == hashlib.sha256(TEXT.encode()).hexdigest()


@pytest.mark.parametrize(
    ("name", "data", "how"),
    [
        ("bom.txt", b"\xef\xbb\xbf" + TEXT.encode(), {}),
        ("utf16.txt", TEXT.encode("utf-16"), {}),
        ("latin.txt", TEXT.encode("cp1252"), {"encoding": "cp1252"}),
        ("packed.txt.gz", gzip.compress(TEXT.encode()), {}),
        ("no-suffix", TEXT.encode(), {}),
    ],
)
def test_encodings_and_compression_give_the_same_text(
    tmp_path: Path, name: str, data: bytes, how: dict[str, str]
) -> None:
    """A byte order mark, a stated encoding and gzip change nothing of the text."""
    found = only(put(tmp_path, name, data), **how)
    assert isinstance(found, Source)
    assert found.text == TEXT


def test_one_path_may_be_given_alone(tmp_path: Path) -> None:
    """It is no list of letters."""
    path = put(tmp_path, "a.txt", TEXT.encode())
    assert list(articles(path)) == list(articles([path]))


@pytest.mark.parametrize(
    ("name", "data", "code", "says"),
    [
        ("latin.txt", TEXT.encode("cp1252"), "encoding", "not utf-8 at byte 18; if it is an older Windows file"),
        ("empty.txt", b"", "empty", "no text"),
        ("blank.html", b"  \n", "empty", "no text"),
        ("nota.docx", b"PK\x03\x04\x14\0", "office", "save it as text or PDF"),
        ("nota.txt", b"{\\rtf1\\ansi Viaj\\'f3 a Lima.\\par}", "office", "save it as text or PDF"),
        ("photo.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary", "not a text"),
        ("broken.txt.gz", gzip.compress(TEXT.encode())[:-12], "gzip", "compressed file is broken"),
        ("menu.html", b"<html><body></body></html>", "no_article", "no article in this page"),
        ("bad.nitf", b"<nitf><body>", "xml", "not well-formed XML"),
        ("bomb.xml", b'<!DOCTYPE nitf [<!ENTITY a "b">]><nitf/>', "xml", "declares entities"),
        ("long.txt", b"a " * 600_000, "too_long", "1,200,000 characters"),
        ("huge.txt", b"a " * 2_100_000, "too_long", "more than 4,000,000 bytes"),
        ("none.warc", b"WARC/1.0\r\n", "no_article", "no pages"),
    ],
)
def test_bad_files_say_what_is_wrong(tmp_path: Path, name: str, data: bytes, code: str, says: str) -> None:
    """One message that names the file; never an exception in a batch."""
    path = put(tmp_path, name, data)
    found = only(path)
    assert isinstance(found, Unreadable)
    assert found.code == code
    assert found.message.startswith(path)
    assert says in found.message


@pytest.mark.parametrize(
    ("name", "content", "outlet"),
    [
        ("n.xml", NITF, "Agencia Sur"),
        ("g2.xml", G2, "Agencia Sur"),
        ("n.json", json.dumps(NINJS, indent=1), "Agencia Sur"),
        ("n.jsonl", json.dumps(NINJS), "Agencia Sur"),
    ],
)
def test_agency_formats_give_text_title_date_and_outlet(tmp_path: Path, name: str, content: str, outlet: str) -> None:
    """Paragraphs become lines; the agency's own metadata is kept."""
    found = only(put(tmp_path, name, content))
    assert isinstance(found, Source)
    assert found.text == TWO_LINES
    assert (found.title, found.published, found.outlet) == ("Viaje a Lima", "2024-03-05", outlet)
    assert found.id is not None


def test_feed_entries_are_articles_and_an_empty_one_is_reported(tmp_path: Path) -> None:
    """RSS keeps link, date and the feed's name; an entry without words is not lost silently."""
    pytest.importorskip("feedparser")
    first, second = articles([put(tmp_path, "f.rss", RSS)])
    assert isinstance(first, Source)
    assert (first.text, first.outlet, first.published) == (TWO_LINES, "El Faro", "2024-03-05")
    assert first.url == "https://faro.example/1"
    assert isinstance(second, Unreadable)
    assert second.code == "empty"


def test_html_page_without_its_menus(tmp_path: Path) -> None:
    """Title, date and outlet come from the page; navigation and cookie notices do not come into the text."""
    pytest.importorskip("trafilatura")
    found = only(put(tmp_path, "p.html", PAGE))
    assert isinstance(found, Source)
    assert "ministra de Exteriores" in found.text
    assert "Portada" not in found.text
    assert "cookies" not in found.text
    assert (found.title, found.published, found.outlet) == ("Viaje a Lima", "2024-03-05", "El Faro")


@pytest.mark.parametrize(
    ("item", "how"),
    [
        ({"text": "Viajó a Lima.", "date": "2024-03-05", "source": "El Faro"}, {}),
        ({"maintext": "Viajó a Lima.", "date_publish": "2024-03-05 10:00:00", "source_domain": "El Faro"}, {}),
        (
            {"body": {"summary": [], "sections": [{"paragraphs": ["Viajó a Lima."]}]}, "publisher": "El Faro"}
            | {"publishing_date": "2024-03-05T10:00:00+00:00"},
            {},
        ),
        ({"raw_text": "Viajó a Lima.", "date": "2024-03-05", "sitename": "El Faro"}, {}),
        (
            {"cuerpo": {"es": "Viajó a Lima."}, "dia": "20240305", "medio": "El Faro"},
            {"fields": {"text": "cuerpo.es", "published": "dia", "outlet": "medio"}},
        ),
    ],
    ids=["teletipo", "news-please", "fundus", "trafilatura", "map"],
)
def test_json_lines_of_known_tools_and_with_a_map(
    tmp_path: Path, item: dict[str, object], how: dict[str, object]
) -> None:
    """Known writers are recognised by their fields; --map says the rest."""
    found = only(put(tmp_path, "a.jsonl", json.dumps(item) + "\n"), **how)
    assert isinstance(found, Source)
    assert (found.text, found.published, found.outlet) == ("Viajó a Lima.", "2024-03-05", "El Faro")


def test_a_bad_line_does_not_stop_the_file(tmp_path: Path) -> None:
    """Errors name the line and the field; the lines around it are read."""
    lines = ['{"text": "Uno."}', "{", "[1]", '{"titular": "x"}', '{"text": "Dos.", "date": "ayer"}']
    found = list(articles([put(tmp_path, "a.jsonl", "\n".join(lines))]))
    assert [s.code if isinstance(s, Unreadable) else s.text for s in found] == [
        "Uno.", "json", "json", "no_text", "Dos.",
    ]  # fmt: skip
    missing, last = found[3], found[4]
    assert isinstance(missing, Unreadable)
    assert "a.jsonl:4: no field text" in missing.message
    assert "it has titular; say ingest --map text=FIELD" in missing.message
    assert isinstance(last, Source)
    assert last.problems[0].code == "date_format"


@pytest.mark.parametrize(
    ("item", "code", "says"),
    [
        ({"text": ""}, "empty", "field text is empty"),
        ({"text": None}, "empty", "field text is empty"),
        ({"body": 12}, "no_text", "field body is not text: 12"),
        ([{"text": TEXT}], "json", "a JSON list, not an object; write one article a line"),
        ({"uri": "x", "bodies": "y"}, "no_text", "a ninjs item without a body"),
        ({"uri": "x", "bodies": [3, {"value": 4}], "headlines": 1, "organisations": 2}, "no_text", "without a body"),
    ],
)
def test_what_is_no_article_says_why(tmp_path: Path, item: object, code: str, says: str) -> None:
    """A field that is there is not said to be missing, and no type of value stops the file."""
    found = only(put(tmp_path, "a.jsonl", json.dumps(item) + "\n"))
    assert isinstance(found, Unreadable)
    assert (found.code, says in found.message) == (code, True)


@pytest.mark.parametrize(("field", "codes"), [("titular", []), ("a.titulo", []), ("titulo", ["no_field"])])
def test_a_field_named_by_the_user_that_is_not_there_is_told(tmp_path: Path, field: str, codes: list[str]) -> None:
    """A slip in `--map title=…` does not give articles without titles in silence; an empty field is no slip."""
    line = {"text": TEXT, "titular": "", "a": {"titulo": None}}
    found = only(put(tmp_path, "a.jsonl", json.dumps(line) + "\n"), fields={"title": field})
    assert isinstance(found, Source)
    assert [p.code for p in found.problems] == codes


@pytest.mark.parametrize(
    ("date", "read"),
    [
        ("Tue, 05 Mar 2024 10:00:00 +0100", "2024-03-05"),
        ("Tue, 35 Mar 2024 10:00:00 +0100", None),
        (20240305, "2024-03-05"),
        ("20240305T101010Z", "2024-03-05"),
        (1711012345, None),
        ("2024-13-45", None),
        ({"iso": "2024-03-05"}, None),
    ],
)
def test_dates_are_read_or_told(tmp_path: Path, date: object, read: str | None) -> None:
    """Seconds are no date of the eighteenth century, and a day that no month has stops nothing."""
    found = only(put(tmp_path, "a.jsonl", json.dumps({"text": TEXT, "date": date}) + "\n"))
    assert isinstance(found, Source)
    assert (found.published, [p.code for p in found.problems]) == (read, [] if read else ["date_format"])


def test_values_of_another_type_are_told_and_not_taken(tmp_path: Path) -> None:
    """An outlet given as an object is no name of an outlet."""
    item = {"text": TEXT, "id": 7, "title": ["a"], "source": {"name": "El Faro"}}
    found = only(put(tmp_path, "a.jsonl", json.dumps(item) + "\n"), outlet="La Voz")
    assert isinstance(found, Source)
    assert (found.id, found.title, found.outlet) == ("7", None, "La Voz")
    assert [p.message.partition(":")[0] for p in found.problems] == ["title", "outlet"]


def test_a_first_line_that_is_cut_off_does_not_spoil_the_others(tmp_path: Path) -> None:
    """Nor does the ending of the file's name; an object inside another one on a line of its own is no second line."""
    good = json.dumps({"text": TEXT})
    found = list(articles([put(tmp_path, "a.json", f'{{"text": "El pres\n{good}\n{good}\n')]))
    assert [isinstance(one, Source) for one in found] == [False, True, True]
    assert isinstance(only(put(tmp_path, "b.json", f'{{"article":\n{good}\n}}')), Source)


def test_one_object_over_several_lines_is_an_article(tmp_path: Path) -> None:
    """With the fields that JSON Lines have, too."""
    found = only(put(tmp_path, "a.json", json.dumps({"text": TEXT, "date": "2024-03-05"}, indent=1)))
    assert isinstance(found, Source)
    assert (found.text, found.published) == (TEXT, "2024-03-05")


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a", "a.jsonl.gz"])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_json_lines_with_a_mark_of_their_encoding(tmp_path: Path, name: str, encoding: str) -> None:
    """The mark is believed, whatever the file is called."""
    data = "".join(json.dumps({"text": f"Núñez viajó {n} veces."}, ensure_ascii=False) + "\r\n" for n in (2, 3))
    packed = gzip.compress(data.encode(encoding)) if name.endswith(".gz") else data.encode(encoding)
    found = list(articles([put(tmp_path, name, packed)]))
    assert [item.text for item in found if isinstance(item, Source)] == ["Núñez viajó 2 veces.", "Núñez viajó 3 veces."]
    assert [item.position for item in found] == [1, 2]


def test_utf_16_json_lines_without_the_mark_or_cut_off_are_one_message(tmp_path: Path) -> None:
    """Not one for each line."""
    data = '{"text": "El presidente viajó."}\n' * 5
    assert only(put(tmp_path, "a.jsonl", data.encode("utf-16-le"))).code == "binary"  # type: ignore[union-attr]
    *read, last = articles([put(tmp_path, "b.jsonl", data.encode("utf-16")[:-1])])
    assert [type(item) for item in read] == [Source] * 4
    assert isinstance(last, Unreadable)
    assert last.code == "encoding"


def test_a_binary_file_called_json_lines_is_one_message(tmp_path: Path) -> None:
    """Zero bytes in what begins as JSON spoil only their line."""
    assert only(put(tmp_path, "a.jsonl", b"%PNG\n\x1a\n" + bytes(range(256)) * 9)).code == "binary"  # type: ignore[union-attr]
    found = list(articles([put(tmp_path, "b.jsonl", b'{"text": "Uno."}\n{"te\0xt": "Dos."}\n{"text": "Tres."}')]))
    assert [s.code if isinstance(s, Unreadable) else s.text for s in found] == ["Uno.", "binary", "Tres."]


def test_a_line_too_long_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line beyond the limit is reported with its number and never held as a whole."""
    monkeypatch.setattr("teletipo.sources.jsonl.MAX_LINE", 64)
    lines = ['{"text": "Uno."}', json.dumps({"text": "a" * 500}), '{"text": "Dos."}']
    found = list(articles([put(tmp_path, "a.jsonl", "\n".join(lines))]))
    assert [s.code if isinstance(s, Unreadable) else s.text for s in found] == ["Uno.", "too_long", "Dos."]


def test_broken_gzip_keeps_the_lines_before(tmp_path: Path) -> None:
    """What was unpacked before the damage is read."""
    data = gzip.compress(b"".join(b'{"text": "Uno %d."}\n' % i for i in range(20_000)), 1)
    found = list(articles([put(tmp_path, "a.jsonl.gz", data[: len(data) // 2])]))
    assert isinstance(found[0], Source)
    assert len(found) > 1000
    assert isinstance(found[-1], Unreadable)
    assert found[-1].code == "gzip"


def warc(pages: int) -> bytes:
    """A WARC archive of small pages."""
    data = b""
    for number in range(pages):
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + PAGE.encode()
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
        head += f"WARC-Target-URI: https://faro.example/{number}\r\n"
        head += "Content-Type: application/http; msgtype=response\r\n"
        data += f"{head}Content-Length: {len(http)}\r\n\r\n".encode() + http + b"\r\n\r\n"
    return data


@pytest.mark.parametrize("packed", [False, True])
def test_warc_pages_and_a_truncated_archive(tmp_path: Path, packed: bool) -> None:
    """Each page is an article with its address; a cut archive gives the pages before the cut."""
    pytest.importorskip("fastwarc")
    pytest.importorskip("trafilatura")
    pack = gzip.compress if packed else bytes
    whole = list(articles([put(tmp_path, "a.warc.gz" if packed else "a.warc", pack(warc(3)))]))
    assert [s.url for s in whole if isinstance(s, Source)] == [f"https://faro.example/{n}" for n in range(3)]
    cut = list(articles([put(tmp_path, "b.warc.gz" if packed else "b.warc", pack(warc(3)[:-400]))]))
    assert [isinstance(s, Source) for s in cut] == [True, True, False]
    assert isinstance(cut[2], Unreadable)
    assert cut[2].code == "truncated"


def refusing(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Have the system refuse to list folders called `name`, as it does for all but root."""
    listed = os.scandir

    def scandir(path: str = ".") -> object:
        if Path(path).name == name:
            raise PermissionError(13, "Permission denied", path)
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)


def test_a_folder_that_cannot_be_listed_is_reported_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What lies in it is missing, which must not pass for nothing to be there."""
    for name in ("a", "no", "z"):
        (tmp_path / name).mkdir()
        put(tmp_path / name, "1.txt", TEXT)
    refusing(monkeypatch, "no")
    first, refused, last = articles([str(tmp_path)])
    assert isinstance(first, Source)
    assert isinstance(last, Source)
    assert isinstance(refused, Unreadable)
    assert refused.message == f"{tmp_path}/no: cannot be read: Permission denied"
    with pytest.raises(InputError, match="no: cannot be read: Permission denied"):
        list(articles([str(tmp_path / "no")]))


@pytest.mark.parametrize("pattern", ["**/*.txt", "*/*.txt", "[anz]*/**/*.txt"])
def test_a_folder_that_a_pattern_cannot_look_into_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pattern: str
) -> None:
    """As for a plain folder; one that it needs not list is none of its business."""
    for name in ("a", "no", "z"):
        (tmp_path / name).mkdir()
        put(tmp_path / name, "1.txt", TEXT)
    refusing(monkeypatch, "no")
    items = list(articles([str(tmp_path / pattern)]))
    assert [s.message for s in items if isinstance(s, Unreadable)] == [
        f"{tmp_path}/no: cannot be read: Permission denied"
    ]
    assert [isinstance(s, Source) for s in items] == [True, False, True]
    assert len(list(articles([str(tmp_path / "[a]" / "*.txt")]))) == 1


def test_a_path_that_cannot_be_looked_at_is_one_error() -> None:
    """A name that no file can have is told as the system tells it."""
    with pytest.raises(InputError, match="cannot be read: File name too long"):
        list(articles(["a" * 5000]))


def test_folder_pattern_and_order(tmp_path: Path) -> None:
    """A folder is searched below, in a fixed order; other files in it are passed over."""
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "a.txt", "sub/c.txt", "logo.png", ".hidden.txt"):
        put(tmp_path, name, f"Texto de {name}.")
    assert [s.text for s in articles([str(tmp_path)]) if isinstance(s, Source)] == [
        "Texto de a.txt.", "Texto de b.txt.", "Texto de sub/c.txt.",
    ]  # fmt: skip
    assert len(list(articles([str(tmp_path / "*.txt")]))) == 2


@pytest.mark.parametrize(
    ("path", "how", "says"),
    [
        ("nada.txt", {}, "no such file or folder"),
        ("*.jsonl", {}, "no file matches"),
        (".", {}, "no articles in this folder"),
        ("..", {"format": "docx"}, "--format docx: there are text, html"),
        ("x.jsonl", {"encoding": "utf99"}, "--encoding utf99: no such encoding"),
        ("x.jsonl", {"encoding": "base64"}, "--encoding base64: no such encoding"),
        ("x.jsonl", {"profile": "otro"}, "--profile otro: there are"),
        ("x.jsonl", {"fields": {"texto": "a"}}, "--map texto=…: no such field"),
    ],
)
def test_a_wrong_call_is_one_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, how: dict[str, object], says: str
) -> None:
    """Mistakes in the call itself stop it at once with one message."""
    (tmp_path / "void").mkdir()
    monkeypatch.chdir(tmp_path / "void")
    if path == "x.jsonl":
        put(tmp_path / "void", path, "{}\n")
    with pytest.raises(InputError) as error:
        list(articles([path], Options(**how)))  # type: ignore[arg-type]
    assert says in str(error.value)


def test_pdf_text_layer(tmp_path: Path) -> None:
    """The text layer is read; lines of one paragraph are joined."""
    pytest.importorskip("pypdfium2")
    stream = b"BT /F1 12 Tf 72 720 Td (El presidente viaj\\363) Tj 0 -14 Td (a Lima.) Tj ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    data = b"%PDF-1.4\n" + b"".join(b"%d 0 obj%s endobj\n" % (n, o) for n, o in enumerate(objects, 1))
    found = only(put(tmp_path, "a.pdf", data + b"trailer<</Root 1 0 R/Size 6>>\n%%EOF"))
    assert isinstance(found, Source), found
    assert found.text == "El presidente viajó a Lima."


def test_without_the_extra_the_message_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing optional package is no traceback."""
    monkeypatch.setitem(__import__("sys").modules, "trafilatura", None)
    found = only(put(tmp_path, "p.html", PAGE))
    assert isinstance(found, Unreadable)
    assert "pip install 'teletipo[html]'" in found.message
