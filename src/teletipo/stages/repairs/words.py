"""Words tagged or lemmatised wrongly: infinitives, plurals, participles, verbs taken for nouns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from teletipo.morphology import PRONOUNS, Verbs
from teletipo.morphology.participles import masculine_singular
from teletipo.stages.repairs.change import Change, cases, is_participle
from teletipo.tags import NOUNS, VERBAL
from teletipo.tree import Sentence

_CLAUSES = frozenset({"acl", "advcl", "ccomp", "root", "parataxis"})
_CUT_PLURAL = re.compile(".+(qu|[ae]j|t|v|g|gu)es")  #: no Spanish noun ends in these letters
_OVERSTRESSED = re.compile(".*[áéíóú][^aeiouáéíóú]+[aeo]n")  #: an accent that a last n forbids: "órden"
_VERB_ENDING = re.compile("...+r(?:á|ás|án|éis)|.+[aei]mos")  #: of futures ("irán" may be the state) and "-mos"
_CONSONANTAL = ("ores", "ares", "ales", "iles", "ades", "eres", "enes")  #: plurals of nouns in a consonant
_PRONOUNS = frozenset({"ustedes", "nosotros", "ellos", "ellas", "quienes", "quiénes", "cuáles", "juntos", "todos"})
_FUTURE = "Mood=Ind|Number=Plur|Person=1|Tense=Fut|VerbForm=Fin"
_VERBAL_KIDS = frozenset({"obl", "obl:agent", "advmod", "aux", "advcl", "xcomp", "iobj"})


def dashes(sentence: Sentence, _: Verbs) -> Iterator[Change]:
    """Dashes that the tagger takes for a part of a name or an adverb."""
    for token, form in enumerate(sentence.forms):
        if form in ("-", "–") and sentence.upos[token] != "PUNCT" and sentence.heads[token] >= 0:
            yield Change(token, label="punct", upos="PUNCT")


def fused_pronouns(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """Infinitives with clitics that were tagged as nouns ("se reunió para pedirles ayuda")."""
    for token, tag in enumerate(sentence.upos):
        if tag not in ("NOUN", "ADJ") or not sentence.low[token].endswith(PRONOUNS):
            continue
        infinitive = verbs.fused(sentence.low[token])
        if infinitive is None or sentence.kids(token, "det", "cop"):
            continue
        label = sentence.labels[token]
        noun = sentence.upos[sentence.heads[token]] in NOUNS if sentence.heads[token] >= 0 else False
        clause = "acl" if noun else "advcl"
        yield Change(token, label=clause if label in ("nmod", "obl", "amod") else None, lemma=infinitive, upos="VERB")
        yield from (Change(c, label="mark") for c in sentence.kids(token, "case"))


def infinitives(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """Verbs with an impossible lemma ("celebrir", "cooperan") or that of another verb ("medió")."""
    for token, tag in enumerate(sentence.upos):
        if tag not in VERBAL:
            continue
        if sentence.lemmas[token] not in verbs.known or (tag == "VERB" and sentence.low[token] in verbs.irregular):
            lemma = verbs.infinitive(sentence.forms[token])
            if lemma and lemma != sentence.lemmas[token]:
                yield Change(token, lemma=lemma)


def truces(sentence: Sentence, _: Verbs) -> Iterator[Change]:
    """ "Pidió un [alto el fuego] inmediato" is one thing asked for; what belongs to "fuego" belongs to the whole."""
    for token, form in enumerate(sentence.low[:-2]):
        fire = token + 2
        if form not in ("alto", "cese") or sentence.low[token + 1 : fire + 1] != ("el", "fuego"):
            continue
        if token and sentence.low[token - 1] in ("en", "por", "de"):  # "pasó por alto el fuego de la casa"
            continue
        yield Change(token, upos="NOUN", lemma=form)
        if sentence.heads[token] != fire:
            yield Change(fire, token, "compound")
            yield from (Change(c, token) for c in sentence.children[fire] if c > fire)


def futures(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "Enviaremos" is a future, whatever the tagger says: of 240 such forms in 2,400 articles half are mistagged."""
    for token, form in enumerate(sentence.low):
        lemma = verbs.future(form) if form.endswith("remos") else None
        if lemma and (lemma != sentence.lemmas[token] or sentence.feat(token, "Tense") != "Fut"):
            yield Change(token, lemma=lemma, upos="AUX" if sentence.upos[token] == "AUX" else "VERB", feats=_FUTURE)


def plurals(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """Impossible lemmas of plurals: "ciberataques" is from "ciberataque", "órdenes" from "orden"."""
    for token, tag in enumerate(sentence.upos):
        if tag != "NOUN" or not sentence.low[token].endswith("es"):
            continue
        form = sentence.low[token]
        if sentence.lemmas[token] == form[:-2] and _CUT_PLURAL.fullmatch(form):
            yield Change(token, lemma=form[:-1])
        elif form.endswith("nes") and _OVERSTRESSED.fullmatch(sentence.lemmas[token]):
            yield Change(token, lemma=unicodedata.normalize("NFD", sentence.lemmas[token]).replace("\u0301", ""))


def plural_openers(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "Tropas rusas entraron": the first word of a sentence is no name if its adjective or verb is plural.

    Then words in small letters that the parser joins to the name are its adjectives and complements.
    """
    for token, form in enumerate(sentence.low[:-1]):
        if sentence.upos[token] != "PROPN" or not form.endswith("s") or not sentence.opens(token) or form in _PRONOUNS:
            continue
        if not all(sentence.forms[t].islower() for t in (token + 1, *sentence.kids(token, "flat", "conj", "appos"))):
            continue
        beside = [c for c in sentence.kids(token, "amod") if sentence.forms[c].islower()]
        verb = [sentence.heads[token]] if sentence.relations[token] == "nsubj" else []
        if any(sentence.feat(t, "Number") == "Plur" for t in (*beside, *verb)):
            yield Change(token, lemma=_singular(form), upos="NOUN", feats="Number=Plur")
            for child in sentence.kids(token, "flat"):
                complement = bool(cases(sentence, child))
                yield Change(child, label="nmod" if complement else "amod", upos="NOUN" if complement else "ADJ")


def _singular(plural: str) -> str:
    """The singular of a noun, by its ending: "tropas", "militares", "organizaciones", "jueces"."""
    if plural.endswith("iones"):
        return plural[: -len("ones")] + "ón"
    if plural.endswith("ces"):
        return plural[: -len("ces")] + "z"
    return plural[:-2] if plural.endswith(_CONSONANTAL) else plural[:-1]


def hidden_verbs(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """Verbs tagged as nouns ("el Gobierno espía a todos"): bare words that head a clause."""
    for token, tag in enumerate(sentence.upos):
        if tag not in NOUNS or sentence.labels[token] not in _CLAUSES:
            continue
        if not sentence.forms[token].islower() or not _is_verbal(sentence, token):
            continue
        lemma = verbs.infinitive(sentence.forms[token])
        if lemma and not verbs.is_fossil(masculine_singular(sentence.forms[token])):
            yield Change(token, lemma=lemma, upos="VERB")


def unknown_verbs(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "Un dron", "el pontífice": after "un" or "el", a word that is no form of a known verb is a noun."""
    for token in range(1, len(sentence)):
        if sentence.upos[token] != "VERB" or sentence.low[token - 1] not in ("un", "una", "el"):
            continue
        if sentence.heads[token - 1] == token and verbs.infinitive(sentence.forms[token]) is None:
            yield Change(token, upos="NOUN", feats="Number=Sing")


def unmistakable_verbs(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """Verbs tagged as names because they open a sentence or quotation ("Invadirá X"), known by their ending.

    Whether a name behind such a verb is its subject or its object stays open.
    """
    for token, tag in enumerate(sentence.upos):
        if tag != "PROPN" or not sentence.opens(token) or not _VERB_ENDING.fullmatch(sentence.low[token]):
            continue
        if lemma := verbs.infinitive(sentence.forms[token]):
            yield Change(token, lemma=lemma, upos="VERB")
            yield from (Change(c, label="dep") for c in sentence.kids(token, "flat"))


def _is_verbal(sentence: Sentence, token: int) -> bool:
    """True if the word has dependents that only verbs have; after a copula it must be a participle."""
    if sentence.kids(token, "det", "case", "amod", "nummod"):
        return False
    if sentence.kids(token, "cop"):
        agrees = sentence.low[token].endswith(("ada", "ida", "adas", "idas", "ados", "idos"))
        return agrees and sentence.labels[token] != "root"
    return bool(sentence.kids(token, "nsubj", "obj", "mark")) or sentence.low[token - 1 : token] == ("que",)


def nominal_plurals(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """Words in "-ciones" and "-siones" are nouns ("difíciles [negociaciones] con")."""
    for token, form in enumerate(sentence.forms):
        if sentence.upos[token] in ("ADJ", "VERB") and form.endswith(("ciones", "siones")):
            yield Change(token, lemma=form[: -len("ones")] + "ón", upos="NOUN")


def counted(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """ "Diez civiles": the word after a number is a noun, and the number depends on it."""
    for token, tag in enumerate(sentence.upos):
        number = token - 1
        plural = tag == "ADJ" and sentence.low[token].endswith("s") and not is_participle(sentence, token)
        if not plural or number < 0 or sentence.upos[number] != "NUM":
            continue
        if sentence.heads[token] == number and sentence.labels[token] == "amod":
            yield Change(token, head=sentence.heads[number], label=sentence.labels[number], upos="NOUN")
            yield from (Change(c, head=token) for c in sentence.children[number] if c != token)
            yield Change(number, head=token, label="nummod")
        elif sentence.labels[token] not in ("amod", "acl", "flat"):
            yield Change(token, upos="NOUN")


def participles(sentence: Sentence, verbs: Verbs) -> Iterator[Change]:
    """Participles tagged as adjectives ("las sanciones impuestas por") are verbs; fossils need an agent."""
    for token, tag in enumerate(sentence.upos):
        if tag != "ADJ" or not is_participle(sentence, token):
            continue
        verbal = any(sentence.labels[c] in _VERBAL_KIDS or cases(sentence, c) for c in sentence.children[token])
        fossil = verbs.is_fossil(sentence.lemmas[token]) and not _has_agent(sentence, token)
        lemma = verbs.infinitive(sentence.forms[token])
        if lemma and not fossil and (verbal or token > sentence.heads[token]):
            yield Change(token, lemma=lemma, upos="VERB")


def _has_agent(sentence: Sentence, token: int) -> bool:
    return any("por" in cases(sentence, c) for c in sentence.children[token])
