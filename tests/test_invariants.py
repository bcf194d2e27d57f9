"""What holds for every dossier of every text: exact spans, stable ids, same bytes, a schema that fits."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import teletipo
from teletipo import pipeline
from teletipo.errors import InputError
from teletipo.records import Dossier, content_id, json_schema
from teletipo.spans import Span

ROOT = Path(__file__).parent.parent
SCHEMA = jsonschema.Draft202012Validator(json_schema())
SAMPLE = json.loads((ROOT / "src/teletipo/data/demo/article.jsonl").read_text("utf-8"))["text"]
TEXTS = {
    "sample": SAMPLE,
    "short": "El ministro chileno criticó a Bolivia.",
    "quotes": "«Iremos a Quito», dijo la canciller. \"No cederemos\", añadió Pedro Ruiz, 'nunca'. “Sin cerrar, dijo.",
    "typography": "El\u00a0presidente…\u2028Perú —\u200bdijo— irá\tmañana.\r\n\r\n  ¿Irá? ¡Sí!\n\n· Lima, 3 may (EFE)",
    "emoji": "🇪🇸 El Gobierno 👩\u200d👩\u200d👧 anunció 😀 sanciones contra Rusia e\u0301l lunes.",
    "right-to-left": "El líder \u202eقال الرئيس\u202c se reunió con בנימין en Madrid.",
    "markup": "<b>Rusia</b> & «China» firmaron el acuerdo <script>alert(1)</script> en Pekín.",
}


@pytest.fixture(scope="module", params=TEXTS)
def dossier(request: pytest.FixtureRequest) -> Dossier:
    """The dossier of each text."""
    return teletipo.read(TEXTS[request.param], published="2024-05-08")


def spans(value: Any) -> Iterator[Span]:
    """Every span anywhere in a record: `Span`s, and records that have `start` and `end` themselves."""
    if isinstance(value, msgspec.Struct):
        start, end = getattr(value, "start", None), getattr(value, "end", None)
        if isinstance(start, int) and isinstance(end, int):
            yield Span(start, end)
        for field in value.__struct_fields__:
            yield from spans(getattr(value, field))
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)


def assert_valid(dossier: Dossier) -> None:
    """All spans lie in the text and all ids that are used exist."""
    text = dossier.article.text
    assert text is not None
    for span in spans(dossier):
        assert 0 <= span.start < span.end <= len(text), span
        assert span.of(text).strip(), span
    entities = {e.id for e in dossier.entities}
    events = {e.id for e in dossier.events}
    used = {m.entity for m in dossier.mentions} | {r.entity for e in dossier.events for r in e.roles if r.entity}
    used |= {i for s in dossier.statements for i in (s.speaker, s.addressee) if i}
    used |= {i for e in dossier.events for i in e.source}
    assert used <= entities
    assert {i for s in dossier.statements for i in s.events} <= events
    assert {i for link in dossier.links for i in (link.source, link.target)} <= events
    assert {q.event for q in dossier.quantities if q.event} <= events


def test_spans_are_exact_and_ids_resolve(dossier: Dossier) -> None:
    """Every record can be checked: its words are in the text, its ids are in the dossier."""
    assert_valid(dossier)


def test_ids_are_unique(dossier: Dossier) -> None:
    """No two records share an id."""
    kinds = (dossier.entities, dossier.mentions, dossier.statements, dossier.events, dossier.quantities)
    ids = [record.id for kind in kinds for record in kind]
    assert len(ids) == len(set(ids))


def test_an_event_says_what_it_rests_on(dossier: Dossier) -> None:
    """Anchor, evidence and rule are there, and some evidence contains each anchor."""
    for event in dossier.events:
        assert event.rule
        assert event.anchors
        assert all(any(e.contains(a) for e in event.evidence) for a in event.anchors), event.id


def test_two_readings_give_the_same_bytes() -> None:
    """Same input, same bytes, ids included."""
    first, second = (teletipo.read(SAMPLE).to_json() for _ in range(2))
    assert first == second


def test_ids_do_not_depend_on_the_run() -> None:
    """Ids are hashes of content; this one must never change."""
    assert content_id("e:", "a", 1, 2) == "e:a103ac9bafa9"


def test_json_goes_out_and_comes_back(dossier: Dossier) -> None:
    """A dossier survives JSON, fits the published schema and is what `to_dict` says."""
    encoded = dossier.to_json()
    assert msgspec.json.decode(encoded, type=Dossier) == dossier
    plain = json.loads(encoded)
    assert plain == json.loads(json.dumps(dossier.to_dict()))
    SCHEMA.validate(plain)


def test_the_published_schema_is_that_of_the_records() -> None:
    """`schema/1.json` is generated; `make schema` writes it anew."""
    assert json.loads((ROOT / "schema/1.json").read_text("utf-8")) == json.loads(json.dumps(json_schema()))


def test_everything_can_be_pickled(dossier: Dossier) -> None:
    """Dossiers and the reading function cross process borders."""
    assert pickle.loads(pickle.dumps(dossier)) == dossier
    assert pickle.loads(pickle.dumps(pipeline.read)) is pipeline.read
    error = pickle.loads(pickle.dumps(InputError("m", "empty", name="x")))
    assert (str(error), error.code, error.values) == ("m", "empty", {"name": "x"})


ALPHABET = st.one_of(
    st.characters(),
    st.characters(categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs", "Mn", "Me", "Sk")),
    st.sampled_from("«»“”\"'‘’—–-¿?¡!.,;:()[]…\n\t \u00a0"),
)
FREQUENT = """
el la de que en y a se no con por del al más según dijo podría negó haber reunión atacó sanciones millones Putin Rusia
Pekín presidente EE.UU. Kim Jong-un 2019 $3.500 12:30 3,5 % lunes mañana
"""
WORDS = st.sampled_from(FREQUENT.split())
ARBITRARY = st.one_of(
    st.text(ALPHABET, max_size=120),
    st.lists(st.one_of(WORDS, st.text(ALPHABET, max_size=4)), max_size=30).map(" ".join),
)


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(ARBITRARY)
@example("NEGÓ")
def test_any_text_is_read_or_refused(text: str) -> None:
    """Whatever the characters, the result is a valid dossier or an InputError; nothing else is ever raised."""
    try:
        read = teletipo.read(text, published="2024-05-08")
    except InputError:
        return
    assert_valid(read)
    SCHEMA.validate(json.loads(read.to_json()))


def test_a_megabyte_on_one_line_is_read() -> None:
    """A text without line breaks, most of it one endless word, is no reason to crash."""
    text = "El presidente de Chile viajó a Lima. " * 300
    assert_valid(teletipo.read(text + "a" * (1_000_000 - len(text))))


def test_the_run_names_the_knowledge_that_was_used() -> None:
    """A dossier says by which data it was made, so that it can be made again."""
    run = teletipo.read(TEXTS["short"]).run
    assert len(run.codebook) == 16
    assert run.model.version
