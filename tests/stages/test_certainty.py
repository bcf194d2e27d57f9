"""Every cue of the lexicon decides its own examples; speech, sources and the order of labels follow the codebook."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

import teletipo
from parsed import trees
from teletipo import pipeline
from teletipo.act import Act, Argument
from teletipo.cast import Cast, Placed
from teletipo.errors import DataError
from teletipo.languages import es
from teletipo.lexicon import certainty as lexicon
from teletipo.lexicon.certainty import Cue, Example
from teletipo.linear import Linear
from teletipo.records import Article, Entity, EventType, Mention, Statement
from teletipo.spans import Span
from teletipo.stages import certainty
from teletipo.stages.article import article
from teletipo.stages.scoping import scope
from teletipo.tree import Sentence, with_valency

EXAMPLES = [pytest.param(c, e, id=f"{c.id}-{n}") for c in es.cues().cues for n, e in enumerate(c.examples, 1)]


def read(marked: str) -> tuple[Article, tuple[Sentence, ...], Span]:
    """The article, its trees and the anchor of a text with one act in asterisks."""
    first, second = marked.index("*"), marked.rindex("*")
    text = marked.replace("*", "")
    return article(text), trees(text), Span(first, second - 1)


def act_at(sentences: tuple[Sentence, ...], anchor: Span, type_: EventType) -> Act:
    """An act whose anchor is the last word of `anchor`."""
    sentence = next(s for s in sentences if s.extent.contains(anchor))
    token = sentence.token_at(anchor.end - 1)
    assert token is not None
    return Act(sentence=sentence.index, token=token, anchor=anchor, type=type_, rule="test")


@pytest.mark.parametrize(("cue", "example"), EXAMPLES)
def test_examples_of_the_lexicon(cue: Cue, example: Example) -> None:
    """The example gets its certainty, and it gets it from the cue it illustrates."""
    whole, sentences, anchor = read(example.text)
    act = act_at(sentences, anchor, cue.types[0] if cue.types else "CONSULT")
    (judged,) = certainty.assess(whole, sentences, Cast(), (), (act,), es.cues(), {})
    found = scope.hits(sentences[act.sentence], act.token, es.cues(), act.type)
    assert cue.id in {h.cue.id for h in found}
    assert judged.certainty == example.certainty
    assert judged.cue is not None


@pytest.mark.parametrize(
    ("text", "type_", "label"),
    [
        pytest.param("Los soldados *atacaron* el puente.", "ASSAULT", "fact", id="plain past"),
        pytest.param("El ministro, que viajará a Roma, *criticó* el muro.", "ACCUSE", "fact", id="relative clause"),
        pytest.param("Los obreros *protestaron* contra la reforma que prevé el plan.", "PROTEST", "fact", id="below"),
        pytest.param("El presidente no podrá *viajar* a Cuba.", "CONSULT", "denied", id="no beats poder"),
        pytest.param("Nadie *asistió* a la cumbre.", "CONSULT", "denied", id="nobody"),
        pytest.param("Ningún ministro *acudirá* a la cumbre.", "CONSULT", "denied", id="none of them"),
        pytest.param("Ni Lima ni Quito *enviarán* tropas.", "MOBILIZE", "denied", id="neither"),
        pytest.param("La OEA pidió que se evite la *violencia*.", "ASSAULT", "possible", id="negative request"),
        pytest.param("Los ministros celebrarán una *cumbre* en Bogotá.", "CONSULT", "planned", id="light verb"),
        pytest.param("El diputado criticará el *embargo*.", "SANCTION", "fact", id="a full verb is no carrier"),
        pytest.param("La OEA pidió a Perú que no *expulse* al obispo.", "COERCE", "possible", id="asked not to"),
        pytest.param("La OEA pidió agua, pero Perú no la *envió*.", "AID", "denied", id="asked, and not done"),
        pytest.param("La *visita* del papa quedó suspendida.", "CONSULT", "denied", id="left suspended"),
        pytest.param("Rusia no *vetó* la resolución.", "REJECT", "denied", id="a refusal denied"),
        pytest.param("Los mineros fueron *agredidos*.", "ASSAULT", "fact", id="fue is not ir a"),
        pytest.param("El espía ha podido *robar* los planos.", "COERCE", "fact", id="has been able to"),
        pytest.param("El espía pudo haber *robado* los planos.", "COERCE", "possible", id="may have"),
        pytest.param("El Ejército esperó hasta que los rebeldes *liberaron* la aldea.", "RETREAT", "fact", id="until"),
        pytest.param("Los mineros marcharon antes de que la Policía los *dispersara*.", "COERCE", "fact", id="before"),
        pytest.param("El rey *viajó* a Lima antes de que acabe la tregua.", "CONSULT", "fact", id="other clause"),
        pytest.param("No fue el coronel quien *atacó* la aldea.", "ASSAULT", "denied", id="it was not he who"),
        pytest.param("No fueron los rebeldes los que *atacaron* la aldea.", "ASSAULT", "denied", id="nor they that"),
        pytest.param("Fue el coronel el que *atacó* la aldea.", "ASSAULT", "fact", id="it was he"),
        pytest.param("La OEA pidió visitarlo porque lo *detuvieron*.", "COERCE", "fact", id="why it was asked"),
        pytest.param("La Policía tuvo que *desalojar* la plaza.", "COERCE", "fact", id="had to, and did"),
        pytest.param("Se trata de un *acuerdo* de pesca.", "AGREE", "fact", id="tratarse is no attempt"),
        pytest.param("Los ministros decidieron en la *cumbre* subir el peaje.", "CONSULT", "fact", id="where decided"),
        pytest.param("Oruro dejó entrever que *liberó* al obispo.", "RETREAT", "fact", id="dejar without de"),
        pytest.param("Irán no se mostró dispuesto a *negociar*.", "CONSULT", "denied", id="shown not to be willing"),
        pytest.param("Caerá el puerto si el régimen no *retira* sus tropas.", "RETREAT", "possible", id="if not"),
        pytest.param("Si bien la OEA no *envió* tropas, ayudó.", "MOBILIZE", "denied", id="si bien"),
        pytest.param("De no *firmarse* el pacto, habrá huelga.", "SUPPORT", "possible", id="should it not be"),
        pytest.param("No habrá paz mientras no se *retiren* las tropas.", "RETREAT", "possible", id="as long as not"),
        pytest.param("Incluso si llueve, el Ejército *atacará* el puerto.", "ASSAULT", "planned", id="even if"),
        pytest.param("El obispo pidió perdón por la *matanza*.", "ASSAULT", "fact", id="why it was asked for"),
        pytest.param("La OEA pidió levantar las multas *impuestas* por Chile.", "SANCTION", "fact", id="what was done"),
        pytest.param("El juez fue *multado* por supuestos fraudes.", "SANCTION", "fact", id="no doer is alleged"),
        pytest.param("Soto aprovechó la oportunidad de *criticar* el plan.", "ACCUSE", "fact", id="a chance taken"),
        pytest.param("El *ataque* no tuvo eco en la prensa.", "ASSAULT", "fact", id="what it had not"),
        pytest.param("La *cumbre* no tuvo lugar.", "CONSULT", "denied", id="no part of its verb"),
        pytest.param("El rey inició una *gira* que lo llevará a Lima.", "CONSULT", "fact", id="where it will take him"),
        pytest.param(
            "Pidió dialogar después de que la OEA lo *criticara*.", "ACCUSE", "fact", id="after which it was asked"
        ),
        pytest.param("Le parece *lamentable* el muro.", "ACCUSE", "fact", id="seems so to somebody"),
        pytest.param("Soto se pronunció sobre la *visita* del rey.", "CONSULT", "fact", id="what a view is about"),
        pytest.param("Los vecinos se manifestaron por la *tregua*.", "CONCEDE", "proposed", id="what they want"),
        pytest.param("Los vecinos se manifestaron por la *matanza*.", "ASSAULT", "fact", id="why they protest"),
        pytest.param("Quito condicionó la *entrega* a una tregua.", "RETREAT", "possible", id="on a condition"),
        pytest.param("Quito condicionó la entrega a una *tregua*.", "CONCEDE", "proposed", id="the condition"),
        pytest.param("La junta está lista para *acoger* a los presos.", "AID", "planned", id="ready to"),
        pytest.param("Quito y Lima restablecerán la *cooperación*.", "COOPERATE", "planned", id="not yet restored"),
        pytest.param("La OEA excluyó a Chile de la *cumbre*.", "CONSULT", "fact", id="a party left out"),
        pytest.param("La X *Cumbre* Andina abordó la sequía.", "CONSULT", "fact", id="a numbered name"),
        pytest.param("El domingo se *reunió* el Consejo.", "CONSULT", "fact", id="a past Sunday"),
        pytest.param("Los cancilleres se *reúnen* en Quito.", "CONSULT", "fact", id="no day told"),
        pytest.param("Los maestros no han *convocado* marchas.", "PROTEST", "denied", id="not called"),
        pytest.param("Hay una orden de *detención* contra Soto.", "COERCE", "fact", id="a warrant is one already"),
        pytest.param("La *marcha* de los maestros colapsó Lima.", "PROTEST", "fact", id="a march held"),
        pytest.param("Con esa idea *atacaron* la base.", "ASSAULT", "fact", id="no idea of"),
        pytest.param("El papa impulsó un *diálogo* entre Lima y Quito.", "CONSULT", "fact", id="promoted, and held"),
        pytest.param("Soto insistió en que la junta *expulsó* al cónsul.", "SANCTION", "fact", id="maintained"),
        pytest.param("Esto significaría la *retirada* de las tropas.", "RETREAT", "possible", id="what it would mean"),
        pytest.param("Soto no solo *envió* víveres, sino también médicos.", "AID", "fact", id="not only"),
        pytest.param("¿Por qué *expulsó* México al embajador?", "SANCTION", "fact", id="why it happened"),
    ],
)
def test_scope(text: str, type_: EventType, label: str) -> None:
    """A cue reaches as far as its scope, and no farther."""
    whole, sentences, anchor = read(text)
    (judged,) = certainty.assess(whole, sentences, Cast(), (), (act_at(sentences, anchor, type_),), es.cues(), {})
    assert judged.certainty == label


@pytest.mark.parametrize(
    ("text", "type_", "label"),
    [
        pytest.param("El juez dijo que los testigos ya han sido interrogados.", "ACCUSE", "stated", id="passive"),
        pytest.param("El juez dijo que Lima se ha equivocado y que es culpable.", "ACCUSE", "fact", id="own criticism"),
        pytest.param("Soto dijo que los que prometieron agua han cumplido.", "AGREE", "stated", id="a promise told"),
        pytest.param("La jefa dijo que las familias que piden asilo esperan.", "REQUEST", "fact", id="who they are"),
        pytest.param("La jefa dijo que murió un hombre durante una protesta.", "PROTEST", "fact", id="meanwhile"),
    ],
)
def test_what_a_speaker_presupposes_is_a_fact(text: str, type_: str, label: str) -> None:
    """What a speaker asserts rests on his word; what he takes for known, or does by speaking, does not."""
    found = {e.type: e.certainty for e in teletipo.read(text, rules_only=True).events}
    assert found[type_] == label


def speech(text: str, kind: str, speaker: str, content: str) -> Statement:
    """A statement whose content is the given words."""
    start = text.index(content)
    return Statement(id="s", kind=kind, speaker=speaker, content=(Span(start, start + len(content)),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("marked", "type_", "content", "label", "source"),
    [
        pytest.param(
            "Kiev afirmó que los drones *destruyeron* un depósito.",
            "ASSAULT", "que los drones destruyeron un depósito", "stated", ("e1",), id="realised act in speech",
        ),
        pytest.param(
            "Kiev afirmó que los *bombardeos* de ayer fueron crueles.",
            "ASSAULT", "que los bombardeos de ayer fueron crueles", "fact", (), id="presupposed noun",
        ),
        pytest.param(
            "Kiev afirmó que un *bombardeo* mató a dos médicos.",
            "ASSAULT", "que un bombardeo mató a dos médicos", "stated", ("e1",), id="a noun that brings up the act",
        ),
        pytest.param(
            "Kiev afirmó que la *cooperación* entre Chile y Perú beneficia a todos.",
            "COOPERATE", "que la cooperación entre Chile y Perú beneficia a todos", "stated", ("e1",), id="topic",
        ),
        pytest.param(
            "«*Exigimos* respeto», dijo el embajador.",
            "REQUEST", "Exigimos respeto", "fact", (), id="done by the very words",
        ),
        pytest.param(
            "«Ayer le *pedíamos* respeto», dijo el embajador.",
            "REQUEST", "Ayer le pedíamos respeto", "stated", ("e1",), id="told of words of old",
        ),
        pytest.param(
            "«Hemos *exigido* respeto», dijo el embajador.",
            "REQUEST", "Hemos exigido respeto", "stated", ("e1",), id="told of words said already",
        ),
        pytest.param(
            "Kiev admitió haber *pedido* armas.",
            "REQUEST", "haber pedido armas", "stated", ("e1",), id="admits to words said already",
        ),
        pytest.param(
            "Kiev informó de que los marinos *detenidos* duermen bien.",
            "COERCE", "que los marinos detenidos duermen bien", "fact", (), id="whom they mean is known",
        ),
        pytest.param(
            "Kiev afirmó que hubo *combates* en el puerto.",
            "ASSAULT", "que hubo combates en el puerto", "stated", ("e1",), id="a noun that the verb brings up",
        ),
        pytest.param(
            "Kiev afirmó que dos soldados murieron en un *bombardeo*.",
            "ASSAULT", "que dos soldados murieron en un bombardeo", "stated", ("e1",), id="a new occasion",
        ),
        pytest.param(
            "Kiev afirmó que las familias que *piden* asilo viajan solas.",
            "REQUEST", "que las familias que piden asilo viajan solas", "fact", (), id="who they are is known",
        ),
        pytest.param(
            "Kiev afirmó que Moscú, que *envió* tropas, quiere ganar tiempo.",
            "MOBILIZE", "que Moscú, que envió tropas, quiere ganar tiempo", "fact", (), id="added to a name",
        ),
        pytest.param(
            "Kiev afirmó que la ocupación *violó* la ley.",
            "ACCUSE", "que la ocupación violó la ley", "fact", (), id="criticism by the very words",
        ),
        pytest.param(
            "Kiev afirmó que *se necesitan* fondos.",
            "REQUEST", "que se necesitan fondos", "fact", (), id="asked for by saying so",
        ),
        pytest.param(
            "Kiev afirmó que *retirará* sus tropas.",
            "RETREAT", "que retirará sus tropas", "planned", ("e1",), id="announced future",
        ),
    ],
)  # fmt: skip
def test_speech(marked: str, type_: EventType, content: str, label: str, source: tuple[str, ...]) -> None:
    """Inside speech an act rests on its speaker, unless it is presupposed or done by speaking."""
    whole, sentences, anchor = read(marked)
    said = speech(marked.replace("*", ""), "indirect", "e1", content)
    act = act_at(sentences, anchor, type_)
    (judged,) = certainty.assess(whole, sentences, Cast(), (said,), (act,), es.cues(), {})
    assert (judged.certainty, judged.source) == (label, source)


@pytest.mark.parametrize(
    ("verb", "speaker", "label"),
    [("rechaza", "rus", "fact"), ("rechazó", "rus", "stated"), ("ha rechazado", "rus", "stated"),
     ("rechaza", "usa", "stated")],
    ids=["said now", "told of the past", "told of what is done", "told of another"],
)  # fmt: skip
def test_what_the_speaker_now_refuses_is_refused_by_saying_so(verb: str, speaker: str, label: str) -> None:
    """ "Rusia dice que Rusia rechaza el plan" is a refusal; of another's, or an earlier one, it is word of mouth."""
    said = f"Rusia *{verb}* el plan"
    whole, sentences, anchor = read(f"{said}, dice una carta.")
    mention = Mention(id="m", entity="rus", start=0, end=5, form="name", why="")
    cast = Cast(
        entities=(Entity(id="rus", kind="state", name="Rusia", country="RUS"),),
        placed=(Placed(mention=mention, sentence=0, first=0, last=1, head=0),),
    )
    statement = speech(whole.text or "", "indirect", speaker, said.replace("*", ""))
    act = act_at(sentences, anchor, "REJECT")
    (judged,) = certainty.assess(whole, sentences, cast, (statement,), (act,), es.cues(), {})
    assert judged.certainty == label


@pytest.mark.parametrize(("verb", "label"), [("acudirá", "fact"), ("acudió", "stated")])
def test_a_refusal_announced_is_a_refusal(verb: str, label: str) -> None:
    """ "Dijo que Moscú no acudirá" refuses now; "no acudió" tells of a refusal."""
    whole, sentences, anchor = read(f"Kiev afirmó que Moscú no *{verb}* a la cita.")
    said = speech(whole.text or "", "indirect", "e1", f"que Moscú no {verb} a la cita")
    act = msgspec.structs.replace(act_at(sentences, anchor, "REJECT"), negated=True)
    (judged,) = certainty.assess(whole, sentences, Cast(), (said,), (act,), es.cues(), {})
    assert judged.certainty == label


@pytest.mark.parametrize(("sector", "label"), [("GOV", "fact"), ("OPP", "stated")])
def test_a_member_of_the_government_speaks_for_his_state(sector: str, label: str) -> None:
    """What a minister says that his state rejects is rejected by saying so; an opponent only tells of it."""
    whole, sentences, anchor = read("Perú *rechaza* el plan, dice Soto.")
    mentions = (Mention(id="m", entity="per", start=0, end=4, form="name", why=""),)
    cast = Cast(
        entities=(
            Entity(id="per", kind="state", name="Perú", country="PER"),
            Entity(id="soto", kind="person", name="Soto", country="PER", sector=sector),
        ),
        placed=tuple(Placed(mention=m, sentence=0, first=0, last=1, head=0) for m in mentions),
    )
    said = speech(whole.text or "", "indirect", "soto", "Perú rechaza el plan")
    act = act_at(sentences, anchor, "REJECT")
    (judged,) = certainty.assess(whole, sentences, cast, (said,), (act,), es.cues(), {})
    assert judged.certainty == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Kiev dijo que los jueces *presentaron una queja*.", "stated"),
        ("Kiev habló de las *quejas* que presentaron los jueces.", "fact"),
    ],
)
def test_a_speech_act_told_of_others_is_stated(text: str, label: str) -> None:
    """Where the verb belongs to the anchor it tells the act; a noun that it only says more about is presupposed."""
    whole, sentences, anchor = read(text)
    said = speech(whole.text or "", "indirect", "e1", (whole.text or "").partition(" ")[2].rstrip("."))
    act = act_at(sentences, anchor, "ACCUSE")
    verb = next(t for t, form in enumerate(sentences[0].forms) if form == "presentaron")
    act = msgspec.structs.replace(act, carrier=verb)
    (judged,) = certainty.assess(whole, sentences, Cast(), (said,), (act,), es.cues(), {})
    assert judged.certainty == label


def test_the_one_who_asks_is_the_source_of_what_is_asked() -> None:
    """Outside statements the subject of a request is the source of the act requested."""
    whole, sentences, anchor = read("Rusia pidió *liberar* a los marineros.")
    mention = Mention(id="m", entity="rus", start=0, end=5, form="name", why="")
    cast = Cast(
        entities=(Entity(id="rus", kind="state", name="Rusia", country="RUS"),),
        placed=(Placed(mention=mention, sentence=0, first=0, last=1, head=0),),
    )
    (judged,) = certainty.assess(whole, sentences, cast, (), (act_at(sentences, anchor, "RETREAT"),), es.cues(), {})
    assert (judged.certainty, judged.source) == ("proposed", ("rus",))


def _cast(*named: str) -> Cast:
    """A cast of one group for each of these words, which begin the text."""
    mentions = [Mention(id=w, entity=w, start=0, end=len(w), form="description", why="") for w in named]
    placed = tuple(Placed(mention=m, sentence=0, first=0, last=0, head=0) for m in mentions)
    return Cast(entities=tuple(Entity(id=w, kind="group", name=w) for w in named), placed=placed)


@pytest.mark.parametrize(("verb", "source"), [("reiteró", ("Rusia",)), ("rechazó", ()), ("apoyó", ())])
def test_who_judges_a_request_is_not_its_source(verb: str, source: tuple[str, ...]) -> None:
    """ "Rusia rechazó la petición de liberarlo": somebody else asked for it."""
    whole, sentences, anchor = read(f"Rusia {verb} la petición de *liberar* a los marineros.")
    sentences = with_valency(sentences, es.valency())
    (judged,) = certainty.assess(
        whole, sentences, _cast("Rusia"), (), (act_at(sentences, anchor, "RETREAT"),), es.cues(), {}
    )
    assert (judged.certainty, judged.source) == ("proposed", source)


def test_whoever_does_the_act_of_asking_is_its_source() -> None:
    """Who demands was found already where the demand is an act, also where its verb has no subject of its own."""
    whole, sentences, anchor = read("Miles marcharon para exigir la *liberación* de los presos.")
    asked = act_at(sentences, anchor, "RETREAT")
    asking = act_at(sentences, Span(21, 27), "REQUEST")
    by = Argument(role="actor", sentence=0, token=0, span=Span(0, 5), entity="Miles")
    acts = (msgspec.structs.replace(asking, arguments=(by,)), asked)
    judged = certainty.assess(whole, sentences, Cast(), (), acts, es.cues(), {})
    assert (judged[1].certainty, judged[1].source) == ("proposed", ("Miles",))


def test_whoever_rules_an_act_out_is_its_source() -> None:
    """ "Argel descartó enviar tropas": that it will not be done rests on Argel's word."""
    whole, sentences, anchor = read("Argel descartó *enviar* tropas a Mali.")
    (judged,) = certainty.assess(
        whole, sentences, _cast("Argel"), (), (act_at(sentences, anchor, "MOBILIZE"),), es.cues(), {}
    )
    assert (judged.certainty, judged.source) == ("denied", ("Argel",))


@pytest.mark.parametrize(
    ("text", "type_", "label"),
    [
        pytest.param("El senador no *asistirá* a la cumbre.", "CONSULT", "denied", id="its own verb"),
        pytest.param("La Asamblea no aprobó *sanciones* contra Burundi.", "SANCTION", "denied", id="a bare object"),
        pytest.param("Bolivia no *rechazó* la oferta de Chile.", "REJECT", "denied", id="a refusal"),
        pytest.param("La Asamblea no aprobó las *sanciones* contra Burundi.", "SANCTION", "fact", id="a known noun"),
        pytest.param("El ministro no *acusó* a nadie.", "ACCUSE", "fact", id="an act of words"),
    ],
)
def test_plain_negation_is_not_for_the_model_to_correct(text: str, type_: EventType, label: str) -> None:
    """A model that takes everything for a fact is not asked where a plain "no" denies the act."""
    fact = Linear(("denied", "fact"), (-9.0, 9.0), {}, 0.0)
    whole, sentences, anchor = read(text)
    act = act_at(sentences, anchor, type_)
    (judged,) = certainty.assess(whole, sentences, Cast(), (), (act,), es.cues(), {"certainty": fact})
    assert judged.certainty == label


@pytest.mark.parametrize(
    "text", ["Rusia no *tolerará* ataques.", "Irán no *aceptará* presiones.", "Malta decidió no *asistir* a la cumbre."]
)
def test_a_negation_that_makes_the_act_does_not_deny_it(text: str) -> None:
    """Where the rule wants a "no", the threat or refusal is made now: neither denied nor planned."""
    whole, sentences, anchor = read(text)
    act = msgspec.structs.replace(act_at(sentences, anchor, "THREATEN"), negated=True)
    (judged,) = certainty.assess(whole, sentences, Cast(), (), (act,), es.cues(), {})
    assert (judged.certainty, judged.cue) == ("fact", None)


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        pytest.param("*atacó*", "atacó", "cue denied.no has an example whose act does not stand", id="no act marked"),
        pytest.param("words: carecer", "words: carecer | faltar", r"`cues\.\d+\.words`: .*\|,;", id="bars"),
        pytest.param("links: [nmod, acl]", "links: [nmodd]", "a link `nmodd` that is no relation", id="relation"),
        pytest.param("id: denied.sin", "id: denied.no", "cue denied.no is given twice", id="id"),
        pytest.param("overrules: possible.noun", "overrules: possible.now", "overrules `possible.now`", id="overruled"),
    ],
)
def test_a_slip_in_the_lexicon_is_refused_with_its_line(tmp_path: Path, right: str, wrong: str, message: str) -> None:
    """What would silently never count is an error that names file, line and cue."""
    text = (es.LEXICON / "certainty.yaml").read_text(encoding="utf-8")
    assert right in text
    path = tmp_path / "certainty.yaml"
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(DataError, match=rf"certainty\.yaml:\d+: .*{message}"):
        lexicon.load(path)


def test_a_conditional_of_can_is_possible_in_speech_too() -> None:
    """The judge does not make a fact of "podría pedir"."""
    text = "Washington podría pedir una reunión urgente, indicaron fuentes diplomáticas."
    found = {text[e.anchors[0].start : e.anchors[0].end]: e.certainty for e in pipeline.read(text, id="t").events}
    assert found["podría pedir"] == "possible"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        pytest.param("Colombia solicitó una reunión urgente a la OEA.", "proposed", id="asked for"),
        pytest.param("El Gobierno ofreció diálogo a los rebeldes.", "proposed", id="offered"),
        pytest.param("El rey ofreció un almuerzo al emir.", "fact", id="offered and held at once"),
    ],
)
def test_meetings_asked_for_and_meals_offered(text: str, label: str) -> None:
    """A verb that carries a meeting says that it is wanted; only a host offers and holds it at once."""
    assert [e.certainty for e in pipeline.read(text).events if e.type == "CONSULT"] == [label]
