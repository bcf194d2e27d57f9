"""UN sentences as verbal or material, cooperation or conflict.

usage: bench/quad.py [GOLD.jsonl] [--events]   (default: ../shared/bench/un-quadclass-es/dev.jsonl)

Nothing is trained. The acts of a sentence vote for their PLOVER quad, those near its root with more weight. The gold
labels every sentence by its theme, act or not ("fortalecer la capacidad" is material cooperation), so the words of
a register list vote too; the lists were written while reading the development part, whose figure they flatter.
`--events` leaves them out.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

import msgspec

from teletipo.act import Act
from teletipo.errors import InputError
from teletipo.export.plover import table
from teletipo.languages import es
from teletipo.pipeline import STAGES, run
from teletipo.stages import judge
from teletipo.stages.article import article
from teletipo.tree import Sentence

BENCH = next((p / "shared/bench" for p in Path(__file__).resolve().parents if (p / "shared/bench").is_dir()), Path())
LABELS = {1: "verbal_cooperation", 2: "material_cooperation", 3: "verbal_conflict", 4: "material_conflict"}
READING = STAGES[: next(i for i, stage in enumerate(STAGES) if stage.run is judge.judge) + 1]
THRESHOLD = 0.3  #: of the judge: a report names acts in passing, without their actors
DEPTH = 0.5  #: loss of weight for each step below the root
REACH = 150  #: code points after which a word of the register weighs half
FLOOR = 0.6  #: weight below which a sentence is irrelevant
#: A UN sentence speaks of encouragement and effort whatever else it says, so the other quads count for more. Chosen on
#: the development part; chosen on one half of it, weights like these gain .018 on the other.
WEIGHTS = {"verbal_conflict": 1.8, "material_conflict": 1.25, "material_cooperation": 1.3}
DEMANDS = frozenset({"exigir", "exigencia"})  #: the other requests of a council are cooperation
CRIMES = frozenset({"violar", "violación", "atacar", "ataque", "persecución", "vulnerar"})
REGISTER = {
    "verbal_conflict": (
        r"preocup\w+ conden\w+ deplor\w+ exig\w+ inaceptabl\w+ lament\w+ obst[áa]cul\w+ incumpl\w+ impunidad denunci\w+"
        r" acus\w+ rechaz\w+ neg(?:ó|aron|ativa|aba) cr[ií]tic\w+ enérgic\w+ advert\w+ advirti\w+ desafíos? riesgos?"
        r" dificultad\w* inquiet\w+ alarm\w+ quej\w+ reproch\w+ amenaz\w+ tensi\w+"
    ),
    "material_conflict": (
        r"mat(?:ó|aron|ar|ado|ados|anza|anzas) muert\w+ herid\w+ asesin\w+ secuestr\w+ tortur\w+"
        r" viola(?:da|das|ron|r|do|n) violaci\w+ ataques? atac\w+ atentados? combat(?:e|es|ientes) enfrentamientos?"
        r" rebeld\w+ milicias? soldados? bombas? bombarde\w+ aldeas? destru\w+ saque\w+ incendi\w+ violent\w+"
        r" desplazamientos? detenid\w+ arrest\w+ reclut\w+ contraband\w+ tráfico armad(?:o|os|as) insurg\w+ dispar\w+"
        r" explosi\w+ víctimas? cr[ií]men\w* embargo incidentes? homicid\w+"
    ),
    "material_cooperation": (
        r"capacitaci\w+ adiestra\w+ formación programas? colabora\w+ coordina\w+ asistencia intercambi\w+ proyectos?"
        r" fortalec\w+ mejor(?:a|ar|as|ando|ado) mecanismos? ayud\w+ prest(?:a|an|ar|ando|ado|ó) proporcion\w+"
        r" suministr\w+ establec(?:ió|ido|imiento|er|idos|ieron) centros? oficinas? estrategias? marcha conjunt[oa]s?"
        r" reformas? reintegra\w+ desmovili\w+ desarme técnic\w+ financ\w+ despl[ei]+g\w+ policía legislaci\w+"
        r" gestión registros? ejecut\w+ elabor\w+ implant\w+ facilit\w+ control\w*"
    ),
    "verbal_cooperation": (
        r"al(?:e|ie)nt\w+ beneplácito acog\w+ reafirm\w+ reconoc\w+ subray\w+ insta[n]? exhort\w+ pid\w+ pedir"
        r" recomend\w+ comprom\w+ diálogo negociaci\w+ reuni(?:ón|ones) llamamientos? agradec\w+ encomi\w+ felicit\w+"
        r" satisfacción acuerdos? apoy(?:a|an|o|ó|aron|ar) destac\w+ necesidad prop(?:uest|on)\w+ invit\w+ esfuerzos"
        r" visita\w* declar\w+ expres\w+ celebr\w+ acord\w+ respald\w+ esper(?:a|an|o|amos) import(?:ancia|ante) papel"
        r" garanti\w+ pacífic\w+ conversaciones"
    ),
}
WORDS = {name: re.compile(rf"\b(?:{'|'.join(stems.split())})\b", re.I) for name, stems in REGISTER.items()}


def label(text: str, register: bool) -> str:
    """The class with most weight; "irrelevant" if none has enough."""
    votes = _acts(text)
    if register:
        for name, weight in _words(text).items():
            votes[name] += weight
    if not votes:
        return "irrelevant"
    name, weight = max(((name, votes[name] * WEIGHTS.get(name, 1)) for name in votes), key=lambda one: one[1])
    return name if weight >= (FLOOR if register else 0) else "irrelevant"


def _acts(text: str) -> defaultdict[str, float]:
    models = dict(es.KNOWLEDGE["models"]())
    models["event"] = msgspec.structs.replace(models["event"], threshold=THRESHOLD)
    try:
        products = run(READING, article(text, published=None), {"models": models})
    except InputError:  # a sentence that is no Spanish, which an article reader refuses
        return defaultdict(float)
    votes: defaultdict[str, float] = defaultdict(float)
    for act in products["acts"]:
        sentence = products["sentences"][act.sentence]
        votes[_quad(act, sentence)] += act.score / (1 + DEPTH * _depth(sentence, act.token))
    return votes


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


def _depth(sentence: Sentence, token: int) -> int:
    steps = 0
    while sentence.heads[token] >= 0 and steps < len(sentence):
        token, steps = sentence.heads[token], steps + 1
    return steps


def _words(text: str) -> defaultdict[str, float]:
    """Each word of the register once, the earlier the heavier."""
    votes: defaultdict[str, float] = defaultdict(float)
    for name, pattern in WORDS.items():
        first: dict[str, int] = {}
        for match in pattern.finditer(text):
            first.setdefault(match.group(0).lower()[:6], match.start())
        votes[name] += sum(REACH / (REACH + start) for start in first.values())
    return votes


def main() -> None:
    """Predict and score."""
    given = [a for a in sys.argv[1:] if not a.startswith("-")]
    gold = Path(given[0]) if given else BENCH / "un-quadclass-es/dev.jsonl"
    if not gold.exists():
        sys.exit(f"bench/quad.py: {gold} is not there")
    register = "--events" not in sys.argv
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        for line in gold.read_text("utf-8").splitlines():
            out.write(json.dumps({"label": label(json.loads(line)["text"], register)}) + "\n")
        out.flush()
        subprocess.run([sys.executable, str(BENCH / "score.py"), "quad", str(gold), out.name], check=True)


if __name__ == "__main__":
    main()
