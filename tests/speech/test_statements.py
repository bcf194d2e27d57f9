"""What is said, by whom and how: one sentence of ours for each construction of reported speech."""

from __future__ import annotations

import pytest

from reported import said, statements
from teletipo.pipeline import read

#: text, cue, contents, speaker's words, kind
CASES = [
    pytest.param(
        'El alcalde dijo: "No hay agua en la presa".',
        "dijo", ["No hay agua en la presa"], "El alcalde", "direct", id="cue before, colon",
    ),
    pytest.param(
        '"No hay agua en la presa", declaró el alcalde.',
        "declaró", ["No hay agua en la presa"], "el alcalde", "direct", id="cue after, inverted order",
    ),
    pytest.param(
        "«No hay agua», añadió.", "añadió", ["No hay agua"], None, "direct", id="elided subject, short quotation",
    ),
    pytest.param(
        'No hay agua en la presa", dijo el alcalde.',
        "dijo", ["No hay agua en la presa"], "el alcalde", "direct", id="opening mark missing",
    ),
    pytest.param(
        "No hay agua en la presa, dijo el alcalde.",
        "dijo", ["No hay agua en la presa"], "el alcalde", "indirect", id="free, no marks at all",
    ),
    pytest.param(
        "—No hay agua —replicó la alcaldesa Ana Gil—. La presa está vacía. Nadie lo sabía.\nLlueve.", "replicó",
        ["No hay agua", "La presa está vacía. Nadie lo sabía"], "la alcaldesa Ana Gil", "indirect", id="a turn of two",
    ),
    pytest.param(
        "En el molino —replicó la alcaldesa Ana Gil— no hay agua. La presa está vacía.", "replicó",
        ["En el molino", "no hay agua"], "la alcaldesa Ana Gil", "indirect", id="no turn, an insertion",
    ),
    pytest.param(
        "— No hay agua — dijo el alcalde.", "dijo", ["No hay agua"], "el alcalde", "indirect", id="dialogue dash",
    ),
    pytest.param(
        '"La presa", dijo el alcalde, "está vacía desde mayo".',
        "dijo", ["La presa", "está vacía desde mayo"], "el alcalde", "direct", id="cue inside a quotation",
    ),
    pytest.param(
        "La presa, lamentó el alcalde, está vacía.",
        "lamentó", ["La presa", "está vacía"], "el alcalde", "indirect", id="cue inside free speech",
    ),
    pytest.param(
        "Sin embargo, agregó, la presa está vacía.",
        "agregó", ["la presa está vacía"], None, "indirect", id="cue after a connector",
    ),
    pytest.param(
        "El alcalde anunció la retirada de la policía tras hablar con los vecinos.",
        "anunció", ["la retirada de la policía"], "El alcalde", "indirect", id="noun, then when it was said",
    ),
    pytest.param(
        "El alcalde anunció la retirada de la policía, lo que calmó a los vecinos.",
        "anunció", ["la retirada de la policía"], "El alcalde", "indirect", id="noun, then the writer's comment",
    ),
    pytest.param(
        "El alcalde aseguró que la presa está vacía.",
        "aseguró", ["que la presa está vacía"], "El alcalde", "indirect", id="que-clause",
    ),
    pytest.param(
        'El alcalde aseguró que la presa está "casi vacía".',
        "aseguró", ['que la presa está "casi vacía"'], "El alcalde", "mixed", id="que-clause with quoted words",
    ),
    pytest.param(
        "El alcalde afirmó ayer, en una entrevista con la radio local, que la presa está vacía.",
        "afirmó", ["que la presa está vacía"], "El alcalde", "indirect", id="adjuncts between cue and que",
    ),
    pytest.param(
        "El alcalde dijo que la presa está vacía y que habrá cortes.",
        "dijo", ["que la presa está vacía y que habrá cortes"], "El alcalde", "indirect", id="coordinated complements",
    ),
    pytest.param(
        "El alcalde insistió en que la presa está vacía.",
        "insistió", ["que la presa está vacía"], "El alcalde", "indirect", id="governed preposition",
    ),
    pytest.param(
        "El juez preguntó si la presa está vacía.",
        "preguntó", ["si la presa está vacía"], "El juez", "indirect", id="indirect question",
    ),
    pytest.param(
        "El alcalde dijo haber visto la presa vacía.",
        "dijo", ["haber visto la presa vacía"], "El alcalde", "indirect", id="infinitive",
    ),
    pytest.param(
        "Los vecinos exigieron que se repare la presa.",
        "exigieron", ["que se repare la presa"], "Los vecinos", "indirect", id="request with a finite clause",
    ),
    pytest.param(
        "El alcalde acusó a la empresa de «vaciar» la presa.",
        "acusó", ["de «vaciar» la presa"], "El alcalde", "mixed", id="speech act with quoted words",
    ),
    pytest.param(
        "Según el alcalde, la presa está vacía.",
        "Según", ["la presa está vacía"], "el alcalde", "indirect", id="según before",
    ),
    pytest.param(
        "La presa está vacía, según fuentes del ministerio.",
        "según", ["La presa está vacía"], "fuentes del ministerio", "indirect", id="según after",
    ),
    pytest.param(
        "La presa está vacía, según informó el alcalde.",
        "informó", ["La presa está vacía"], "el alcalde", "indirect", id="según with a verb",
    ),
    pytest.param(
        "Nadie creyó la advertencia del alcalde de que habría cortes.",
        "advertencia", ["que habría cortes"], "alcalde", "indirect", id="noun",
    ),
    pytest.param(
        "El ministro considera que la presa es segura.",
        "considera", ["que la presa es segura"], "El ministro", "indirect", id="opinion with a holder",
    ),
    pytest.param(
        "El alcalde, que viajó ayer, dijo que la presa está vacía.",
        "dijo", ["que la presa está vacía"], "El alcalde", "indirect", id="relative clause before the cue",
    ),
    pytest.param(
        'El alcalde prometió "acabar las obras en mayo".',
        "prometió", ["acabar las obras en mayo"], "El alcalde", "mixed", id="quoted words that complete the verb",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "contents", "speaker", "kind"), CASES)
def test_construction(text: str, cue: str, contents: list[str], speaker: str | None, kind: str) -> None:
    """Cue, exact content, speaker's words and kind of one construction."""
    found = statements(text)
    assert len(found) == 1
    statement = found[0]
    assert statement.cue is not None
    assert statement.cue.of(text) == cue
    assert [c.of(text) for c in statement.content] == contents
    assert (statement.speaker_span.of(text).strip(",") if statement.speaker_span else None) == speaker
    assert statement.kind == kind


NOTHING = [
    pytest.param("El grupo «Los Pinos» tocó en la plaza.", id="a name in quotation marks"),
    pytest.param("La policía detuvo a Luis Gómez, alias «el Zurdo», en Lima.", id="a nickname"),
    pytest.param("El alcalde inauguró una «nueva» presa en mayo.", id="scare quotes"),
    pytest.param("La presa, es decir, el lago, está vacía.", id="es decir"),
    pytest.param("El país exporta más trigo que maíz.", id="a comparison"),
    pytest.param("La minera rechazó las acusaciones del alcalde.", id="a speech act with a bare noun"),
    pytest.param("Los dos países están de acuerdo con la reforma.", id="de acuerdo con after a verb"),
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_statement(text: str) -> None:
    """Names, titles, scare quotes and verbs without what was said report nothing."""
    assert [[c.of(text) for c in s.content] for s in statements(text)] == []


def test_two_cues_of_one_sentence_share_it() -> None:
    """The content of the first verb ends before the coordinated second one."""
    text = "El alcalde dijo que la presa está vacía, y añadió que habrá cortes de luz."
    assert [s.content[0].of(text) for s in statements(text)] == [
        "que la presa está vacía",
        "que habrá cortes de luz",
    ]


def test_a_quotation_of_several_sentences_has_one_cue() -> None:
    """Sentences inside one pair of marks are one content."""
    text = '"La presa está vacía. No ha llovido. Habrá cortes", dijo el alcalde.'
    found = statements(text)
    assert [s.content[0].of(text) for s in found] == ["La presa está vacía. No ha llovido. Habrá cortes"]


def test_paragraphs_that_only_the_last_mark_closes_are_one_statement() -> None:
    """Each opens with a mark of its own; the cue of one is that of all."""
    text = (
        'El alcalde Luis Paz habló ayer.\n"No habrá más agua en la presa.\n"Quien la gaste pagará una multa", advirtió.'
    )
    (found,) = read(text).statements
    assert [c.of(text) for c in found.content] == ["No habrá más agua en la presa", "Quien la gaste pagará una multa"]
    assert found.speaker is not None


def test_a_mark_that_nothing_closes_is_left_out() -> None:
    """The words before the cue are a direct quotation all the same."""
    text = '"No habrá más agua, dijo el alcalde Luis Paz. La presa está vacía.'
    (found,) = read(text).statements
    assert (found.kind, found.content[0].of(text)) == ("direct", "No habrá más agua")


def test_a_quotation_without_cue_floats() -> None:
    """A sentence in quotation marks that nothing reports is a statement with no cue."""
    text = '"La presa está vacía", dijo el alcalde.\n"No ha llovido en los últimos dos años".'
    found = statements(text)
    assert [s.cue is None for s in found] == [False, True]


def test_a_reported_clause_inside_a_quotation_is_a_statement_too() -> None:
    """Statements nest: what somebody quotes of somebody else is kept with its own cue."""
    text = '"La empresa nos prometió que repararía la presa", dijo el alcalde.'
    assert {s.content[0].of(text) for s in statements(text)} == {
        "La empresa nos prometió que repararía la presa",
        "que repararía la presa",
    }


@pytest.mark.parametrize("text", ["", '"', "Según", "dijo que", "Según el alcalde", "¿¡«—", "que " * 50])
def test_scraps_do_no_harm(text: str) -> None:
    """Fragments give statements inside the text or none, never an exception."""
    for s in statements(text or " "):
        assert all(0 <= c.start < c.end <= len(text) for c in s.content)


def test_a_post_is_said_by_the_account_that_signs_it() -> None:
    """The paragraph before a signature line is a statement; links and tags are not part of it."""
    text = (
        "El alcalde habló ayer.\nHoy visitamos la presa con los vecinos del valle. #Agua pic.twitter.com/abc\n"
        "— Alcaldía de Loma (@alcaldialoma) May 2, 2021"
    )
    found = [s for s in statements(text) if s.cue is None]
    assert [s.content[0].of(text) for s in found] == ["Hoy visitamos la presa con los vecinos del valle"]
    assert [s.speaker_span.of(text) for s in found if s.speaker_span] == ["Alcaldía de Loma"]


def test_a_post_of_two_paragraphs_is_one_statement() -> None:
    """The paragraphs before a signature belong to the post as far as it may be long and nobody narrates in them."""
    text = (
        "El alcalde habló ayer.\nEl valle necesita ayuda urgente.\nLa presa sigue vacía y hay cortes. #Agua\n"
        "— Alcaldía de Loma (@alcaldialoma) May 2, 2021"
    )
    found = [s for s in statements(text) if s.cue is None]
    assert [s.content[0].of(text) for s in found] == [
        "El valle necesita ayuda urgente.\nLa presa sigue vacía y hay cortes"
    ]


def test_who_speaks_and_to_whom_are_entities() -> None:
    """Name, title and elided subject resolve to one speaker; the one addressed is no speaker."""
    text = (
        "El presidente de Francia, Emmanuel Macron, dijo a la canciller Angela Merkel que la cumbre será en Berlín. "
        "«Habrá acuerdo», agregó. Macron explicó después que la fecha sigue abierta."
    )
    assert [(s.speaker, s.addressee) for s in said(text)] == [
        ("Emmanuel Macron", "Angela Merkel"),
        ("Emmanuel Macron", None),
        ("Emmanuel Macron", None),
    ]


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("En declaraciones a la BBC, el ministro Luis Paz dijo que habrá obras.", "BBC"),
        ("«Habrá obras», dijo el ministro Luis Paz en una entrevista con Reuters.", "Reuters"),
        ("El ministro Luis Paz dijo que habrá declaraciones a la prensa.", None),
    ],
)
def test_whom_somebody_talks_with_is_spoken_to(text: str, addressee: str | None) -> None:
    """A talk named beside the cue tells to whom; one that is announced does not."""
    assert [s.addressee for s in said(text)] == [addressee]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("El alcalde dijo que el barco «Santa Fe» ya no sale al mar.", "indirect"),
        ("El alcalde dijo que el barco «Santa Fe» está «casi hundido».", "mixed"),
        ("Según el alcalde, «Fue un milagro» que nadie se ahogara.", "mixed"),
        ("El alcalde contó que vio esto en la pared: «Tierra a la vista».", "mixed"),
    ],
)
def test_a_name_in_quotation_marks_is_not_quoted_speech(text: str, kind: str) -> None:
    """Words are mixed with those of the speaker, not with a name."""
    assert [s.kind for s in statements(text)] == [kind]


def test_speech_inside_a_quotation_is_indirect() -> None:
    """What somebody quoted says of somebody else's words has no marks of its own."""
    kinds = [s.kind for s in read("«La pintora dijo que irá», contó el alcalde Luis Paz.").statements]
    assert kinds == ["direct", "indirect"]
