"""Measures the classes of UN sentences: verbal or material, cooperation or conflict.

usage: python bench/quad.py [GOLD.jsonl] [--events]

Nothing is trained. The acts of a sentence vote for their PLOVER quad class, those near its root with more weight. The
gold labels every sentence by its theme, act or not ("fortalecer la capacidad" is material cooperation), so the words of
a register list vote too (`--events` leaves them out). What a vote counts for depends on the words above it in the tree:
violence that is prevented or investigated is cooperation, help that is asked for is talk, and what is condemned is
verbal conflict. The first lists and weights were written on the whole development part, so its figure flatters them;
later ones on one half of it, with the other half as a check.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec
from scoring import gold_file, scored

from teletipo.act import Act
from teletipo.errors import InputError
from teletipo.export.plover import table
from teletipo.languages import es
from teletipo.pipeline import STAGES, run
from teletipo.stages import judge
from teletipo.stages.article import article
from teletipo.tree import Sentence

LABELS = {1: "verbal_cooperation", 2: "material_cooperation", 3: "verbal_conflict", 4: "material_conflict"}
READING = STAGES[: next(i for i, stage in enumerate(STAGES) if stage.run is judge.judge) + 1]
THRESHOLD = 0.3  #: of the judge: a report names acts in passing, without their actors
DEPTH = 0.5  #: loss of weight for each step below the root
REACH = 150  #: code points after which a word of the register weighs half
FLOOR = 0.6  #: weight that every sentence has for being irrelevant
#: A UN sentence speaks of encouragement and effort whatever else it says, so the other quads count for more.
WEIGHTS = {"verbal_conflict": 2, "material_conflict": 1.5, "material_cooperation": 1.8}
DEMANDS = frozenset({"exigir", "exigencia"})  #: the other requests of a council are cooperation
CRIMES = frozenset({"violar", "violación", "atacar", "ataque", "persecución", "vulnerar"})
#: Whatever stands below these words is blamed: "condenó la ayuda a los rebeldes". What was "denunciado" in a report was
#: only told.
BLAME = frozenset(
    "condenar condena preocupar preocupado preocupación deplorar lamentar rechazar rechazo acusar acusación"
    " inquietar inquietud alarmar alarma consternación indignación".split()
)
#: Violence below these is what cooperation is about: "la lucha contra los secuestros", "investigó los ataques".
REMEDIES = frozenset(
    "prevenir prevención combatir lucha luchar reprimir erradicar erradicación eliminar eliminación solucionar"
    " solución resolver protección proteger investigar investigación enjuiciar enjuiciamiento tipificar"
    " respuesta responder abordar evitar abstener cesar cese cesación contrarrestar reducir reducción mitigar frente"
    " impedir poner prohibir superar fin control controlar detectar detección supervisar vigilar".split()
)
#: Help below these is asked for, welcomed or announced, not given: "pidió que se desplegaran observadores".
WORDS_ONLY = frozenset(
    "pedir instar exhortar alentar recomendar recomendación solicitar invitar llamamiento acoger reafirmar reiterar"
    " subrayar destacar necesidad importancia agradecer encomiar deber necesario importante esperar convenir reconocer"
    " comprometer compromiso proponer propuesta encarecer celebrar expresar manifestar observar recordar promover"
    " garantizar".split()
)
#: Themes of each class. Written while reading one half of the development part, so that they gain more on that half.
REGISTER = {
    "irrelevant": (
        r"reclamante\w* reclamaci(?:ón|ones) costos? montos? importes? valor pérdidas? inversi\w+ millones dólares"
        r" pagos? artículos? párrafo apartado define definici\w+ titulad[oa] figur\w+ cifras? documentación pobreza"
        r" educación salud económic[oa]s? socioeconómic\w+ comercio industria propiedad desafíos? proyectos?"
    ),
    "verbal_conflict": (
        r"preocup\w+ conden\w+ deplor\w+ exig\w+ inaceptabl\w+ inadmisibl\w+ lament\w+ consterna\w+ indigna\w+"
        r" repud\w+ repulsa obst[áa]cul\w+ obstaculiz\w+ socav\w+ menoscab\w+ impid\w+ impedi\w+ incumpl\w+"
        r" contraven\w+ infring\w+ impunidad acus(?!e)\w+ rechaz\w+ neg(?:ó|aron|ativa|aba) cr[ií]tic\w+ enérgic\w+"
        r" advert\w+ advirti\w+ advierte\w* riesgos? dificultad\w* inquiet\w+ alarm\w+ quej\w+ reproch\w+ amenaz\w+"
        r" tensi\w+ estancamiento deterior\w+ empeor\w+ agrav\w+ persist(?:e|en|ente|entes|encia) incapa[cz]\w+"
        r" fracas\w+ discrepanci\w+ desacuerdo desconfianza controversia\w* divisiones protest(?:a|as|ó|aron|ar)"
        r" provocaci\w+ intoleranci\w+ hostil(?:idad|es)? oposici\w+ opon\w+ opus\w+ temor(?:es)? temen? frágil\w*"
        r" precari\w+ inestab\w+ insegur\w+ retroce\w+"
    ),
    "material_conflict": (
        r"mat(?:ó|aron|ar|ado|ados|ada|adas|aban|anza|anzas) muert\w+ muere\w* muri\w+ herid\w+ herir hiri\w+"
        r" asesin\w+ secuestr\w+ rehén rehenes tortur\w+ maltrat\w+ viola(?:da|das|ron|r|do|n) violaci\w+ violenci\w+"
        r" violent\w+ ataques? atac\w+ atentados? agresi(?:ón|ones) agred\w+ golpe(?:ad\w+|ar|aron|ó|s) palizas?"
        r" combat(?:e|es|ientes) enfrentamientos? tiroteos? dispar\w+ balas? emboscad\w+ invas\w+ invad\w+"
        r" ocup(?:ó|aron) asedi\w+ sitiad\w+ rebeld\w+ milicias? milician\w+ paramilitar\w* insurg\w+ soldados?"
        r" armad(?:o|os|as) artillería morteros? helicópteros? cohetes? misil(?:es)? bombas? bombarde\w+ explosi\w+"
        r" explot(?:ó|aron) estall\w+ suicid\w+ terror terroristas? destru\w+ demol\w+ saque\w+ robos? rob(?:ar|aron)"
        r" incendi\w+ quem(?:ó|aron|ado|ados|ada|adas|ar|ando) aldeas? desplazamientos? hu(?:ir|yó|yeron|ido|yendo)"
        r" expuls\w+ deport\w+ detenid\w+ deten(?:ción|ciones) detuv\w+ arrest\w+ encarcel\w+ captur\w+ confisc\w+"
        r" congel(?:ó|ados|aron|ación|ar) reclut\w+ extors\w+ intimid\w+ hostig\w+ acos(?!t)\w+ represi\w+"
        r" represali\w+ homicid\w+ masacr\w+ atrocidad\w* mutil\w+ decapit\w+ linch\w+ ejecuciones víctimas? bajas"
        r" perpetr\w+ comet(?:ió|ieron|ido|idos|ida|idas|er|iendo|en) sufr(?:ió|ieron|ido|idos) cr[ií]men\w*"
        r" contraband\w+ tráfico (?<!sin\s)embargo incidentes?"
    ),
    "material_cooperation": (
        r"capacitaci\w+ adiestra\w+ formación talleres taller seminarios? programas? colabora\w+ coordina\w+"
        r" asistencia donant\w+ donaci\w+ intercambi\w+ fortalec\w+ mejor(?:a|ar|as|ando|ado) mecanismos? ayud\w+"
        r" prest(?:a|an|ar|ando|ado|ó) proporcion(?!al)\w+ suministr\w+ transferencias?"
        r" establec(?:ió|ido|imiento|er|idos|ieron) centros? oficinas? estrategias? (?<=en\s)marcha conjunt[oa]s?"
        r" reformas? reintegra\w+ desmovili\w+ desarme desminado técnic\w+ financi(?!er)\w+ despl[ei]+g\w+ policía"
        r" legislaci\w+ gestión registros? ejecut\w+ elabor\w+ implant\w+ implement\w+ facilit(?!ador)\w+ control\w*"
        r" reconstru\w+ rehabilit\w+ repatri\w+ enjuici\w+ extradi\w+ tribunal(?:es)? (?:sub)?regional\w* género"
    ),
    "verbal_cooperation": (
        r"al(?:e|ie)nt\w+ beneplácito acog\w+ reafirm\w+ reiter\w+ reconoc\w+ subray\w+ instan? exhort\w+ pid\w+"
        r" pedir recomend\w+ comprom\w+ diálogo negociaci\w+ reuni(?:ón|ones) llamamientos? agradec\w+ encomi\w+"
        r" felicit\w+ aplaud\w+ elogi\w+ satisfacción acuerdos? apoy(?:a|an|o|ó|aron|ar) destac(?!am)\w+ necesidad"
        r" prop(?:uest|on)\w+ invit\w+ esfuerzos visita\w* declar\w+ expres(?!i[óo]n|ament)\w+ celebr\w+ acord\w+"
        r" respald\w+ esper(?:a|an|o|amos) import(?:ancia|ante) garanti\w+ pacífic\w+ conversaciones cooperaci\w+"
        r" ratific\w+ reconciliaci\w+ promov\w+ promuev\w+ foment\w+"
    ),
}
WORDS = {name: re.compile(rf"\b(?:{'|'.join(stems.split())})\b", re.I) for name, stems in REGISTER.items()}


class Vote(NamedTuple):
    """What speaks for a quad: an act or a word of the register, and the token where it stands."""

    quad: str
    weight: float
    sentence: Sentence | None = None
    token: int = -1


def label(text: str, register: bool) -> str:
    """The class with most weight."""
    sentences, acts = _read(text)
    votes = [_of_act(act, sentences[act.sentence]) for act in acts]
    sums = {"irrelevant": FLOOR if register else 0.0}
    for vote in [*votes, *(_of_words(text, sentences) if register else ())]:
        quad = _within(vote)
        sums[quad] = sums.get(quad, 0.0) + vote.weight * WEIGHTS.get(quad, 1)
    return max(sums, key=lambda name: sums[name])


def _read(text: str) -> tuple[tuple[Sentence, ...], tuple[Act, ...]]:
    models = dict(es.KNOWLEDGE["models"]())
    models["event"] = msgspec.structs.replace(models["event"], threshold=THRESHOLD)
    try:
        products = run(READING, article(text, published=None), {"models": models})
    except InputError:  # refused: the sentence is not Spanish
        return (), ()
    return products["sentences"], products["acts"]


def _of_act(act: Act, sentence: Sentence) -> Vote:
    """The act's quad, the heavier the surer it is and the nearer to the root."""
    weight = act.score / (1 + DEPTH * len(list(sentence.ancestors(act.token))))
    return Vote(_quad(act, sentence), weight, sentence, act.token)


def _quad(act: Act, sentence: Sentence) -> str:
    """The quad of the act's type, but for what UN documents do with requests, violations and inquiries."""
    lemma = sentence.lemmas[act.token].lower()
    if act.type == "REQUEST" and lemma not in DEMANDS:
        return "verbal_cooperation"
    if act.type == "ACCUSE" and lemma in CRIMES:
        return "material_conflict"
    if act.type == "ACCUSE" and act.mode == "investigate":
        return "material_cooperation"
    return LABELS[table().types[act.type].quad]


def _of_words(text: str, sentences: Sequence[Sentence]) -> Iterator[Vote]:
    """Each word of the register once, the earlier the heavier."""
    for name, pattern in WORDS.items():
        first: dict[str, int] = {}
        for match in pattern.finditer(text):
            first.setdefault(match.group(0).lower()[:6], match.start())
        for start in first.values():
            yield Vote(name, REACH / (REACH + start), *_token(start, sentences))


def _token(offset: int, sentences: Sequence[Sentence]) -> tuple[Sentence | None, int]:
    for sentence in sentences:
        if (token := sentence.token_at(offset)) is not None:
            return sentence, token
    return None, -1


def _within(vote: Vote) -> str:
    """The quad of what a word means where it stands: blamed, remedied or only spoken of."""
    if vote.sentence is None or vote.quad == "irrelevant":
        return vote.quad
    above = {vote.sentence.low_lemmas[token] for token in vote.sentence.ancestors(vote.token)}
    quad = vote.quad
    if above & BLAME:
        return "verbal_conflict"
    if quad == "material_conflict" and above & REMEDIES:
        quad = "material_cooperation"
    if quad == "material_cooperation" and above & WORDS_ONLY:
        quad = "verbal_cooperation"
    return quad


def main() -> None:
    """Predict and score."""
    register = "--events" not in sys.argv
    gold = gold_file("un-quadclass-es/dev.jsonl")
    print(scored("quad", gold, lambda row: {"label": label(row["text"], register)}), end="")


if __name__ == "__main__":
    main()
