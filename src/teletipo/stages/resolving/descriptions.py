"""Descriptions: bodies, groups, places and persons known only by a description."""

from __future__ import annotations

from teletipo.gazetteer import NounClass
from teletipo.grammar.finiteness import finite_feat
from teletipo.records import EntityKind
from teletipo.stages.naming.nouns import gender, is_plural
from teletipo.stages.naming.phrases import OFFICIAL, Phrase
from teletipo.stages.naming.reference import Reference
from teletipo.stages.resolving.asked import Asked
from teletipo.stages.resolving.figures import Figure, name_words
from teletipo.stages.resolving.institutions import again, matter
from teletipo.stages.resolving.ledger import Found, Ledger

_NARROW = frozenset({"media", "armed group", "court", "party", "company", "diplomatic mission"})
_LEAD = 2  #: the last sentence that may tell again what the headline tells
_VOICES = {"voice": "subject of a verb of speaking", "free": "told by a clause", "member": "one of a group"}


def described(asked: Asked, kind: EntityKind) -> Found:
    """The figure of a description: the same words mean the same one, a bare definite phrase the last one so called."""
    ledger, reference, phrase = asked.ledger, asked.reference, asked.phrase
    told = reference.last > phrase.last and reference.acronym is None  # "los países que se negaron": by the clause
    core = name_words(asked.text(phrase.noun, reference.last if told else phrase.last))
    if (same := _told_again(asked, kind, core)) is not None:
        same.sector = same.sector or phrase.kind.sector
        return [(same, "told again by the same words")]
    if phrase.determiner != "indef":
        known = ledger.figures.called(core, kind)
        if known is not None and _compatible(known, phrase) and not _outlives(asked, known):
            return [(known, "same description")]
        if (points_back(phrase) and not told) or _same(asked) or _is_alike(asked):
            any_noun = (
                kind == "organisation"
                and phrase.determiner == "dem"
                and phrase.lemma in asked.words.again.organisation
                and phrase.kind.type in ("international body", "organisation")
            )
            last = asked.context.last_called(phrase.lemma, kind, any_noun, _class(asked), phrase.plural)
            excluded = last is not None and (_other_outlets(asked, last) or _outlives(asked, last))
            if last is not None and _compatible(last, phrase) and not excluded:
                return [(last, "the last one so called")]
    words = matter(asked) if kind == "organisation" and not told else frozenset()
    if words and (same := again(ledger, words, phrase.country)):
        return [(same, "the same body by other words")]
    figure = _new(asked, kind, core)
    ledger.figures.note_matter(figure, words)
    owned = phrase.determiner == "poss" and phrase.lemma not in asked.words.related
    if owned and figure.country is None and kind in ("group", "organisation"):
        owner = asked.context.owner(reference)
        figure.country = (owner.country or owner.likely) if owner else None
    if kind == "person":
        ledger.entitle(figure, reference, phrase)
    return [(figure, f"described as {phrase.lemma}")]


def _told_again(asked: Asked, kind: EntityKind, core: tuple[str, ...]) -> Figure | None:
    """The figure of the same words ("un grupo de soldados" as a group and as soldiers), or one in the headline.

    The lead repeats what the headline leaves indefinite: "dos cooperantes" and "dos cooperantes de una ONG".
    """
    reference, phrase, s = asked.reference, asked.phrase, asked.sentence
    here = ((r, f) for r, f in asked.context.noted_in(s.index) if f.kind == kind)
    if same := next((f for r, f in here if (r.first, r.last) == (reference.first, reference.last)), None):
        return same
    if kind != "group" or phrase.determiner != "indef" or not 0 < s.index <= _LEAD:
        return None
    counted = name_words(asked.text(phrase.first, phrase.noun + 1)) if phrase.counted else core
    headline = (f for _, f in asked.context.noted_in(0) if f.kind == kind and phrase.lemma in f.nouns)
    alike = (f for f in headline if name_words(f.name)[: len(counted)] == counted)
    return next((f for f in alike if _compatible(f, phrase)), None)


def voice(ledger: Ledger, reference: Reference) -> Found:
    """Somebody known only by speaking, by a clause ("quienes protestan") or by a group ("uno de los vecinos")."""
    text = ledger.text(reference.sentence, reference.first, reference.last)
    core = name_words(ledger.text(reference.sentence, reference.head, reference.last))
    kind: EntityKind = "group" if reference.plural else "person"
    known = ledger.figures.called(core, kind)
    figure = known or ledger.figures.add(
        Figure(key=f"{kind} {' '.join(core)}", kind=kind, name=text, words=core, plural=reference.plural)
    )
    return [(figure, _VOICES[reference.role])]


def points_back(phrase: Phrase) -> bool:
    """True for a bare definite or demonstrative phrase, which refers to somebody named before."""
    bare = phrase.last == phrase.noun + (2 if phrase.fixed else 1)  # "el grupo armado"
    return bare and phrase.determiner in ("def", "dem")


def _class(asked: Asked) -> NounClass | None:
    """Classes so narrow that another noun of the class means the same body: "el diario" after "el periódico X".

    A name means none of another noun: "la Corte Suprema" after "un tribunal".
    """
    phrase = asked.phrase
    told = phrase.kind.type in _NARROW and phrase.lemma not in asked.words.press
    return phrase.kind if told and asked.reference.form != "name" else None


def _is_alike(asked: Asked) -> bool:
    """ "El influyente diario", "la petrolera rusa": an outlet or body, of which adjectives only say what it is like."""
    phrase, s = asked.phrase, asked.sentence
    plain = all(s.upos[t] == "ADJ" for t in range(phrase.first + 1, phrase.last) if t != phrase.noun)
    outlet = phrase.kind.type == "media" and phrase.lemma not in asked.words.press
    national = phrase.kind.type in ("company", "armed group") and phrase.country is not None
    return (outlet or national) and plain and phrase.determiner == "def" and not phrase.plural


def _other_outlets(asked: Asked, figure: Figure) -> bool:
    """True for "la prensa local", which is no "diario"."""
    called = asked.phrase.lemma in figure.nouns
    return bool(figure.nouns) and not called and figure.nouns <= asked.words.press


def _outlives(asked: Asked, figure: Figure) -> bool:
    """ "Diez manifestantes murieron. [Los manifestantes] marcharon": who does something later is not the dead."""
    s, head = asked.sentence, asked.reference.head
    verb = s.heads[head]
    does = s.labels[head] == "nsubj" and verb >= 0 and s.upos[verb] == "VERB" and not _dies(asked)
    return figure.fallen and does and finite_feat(s, verb, "Tense") != "Imp"


def _dies(asked: Asked) -> bool:
    """True if the verb says that those referred to lose their lives."""
    s, head = asked.sentence, asked.reference.head
    verb, label = s.heads[head], s.labels[head]
    fatal = s.valency.objectless if label == "nsubj" else s.valency.killing
    return verb >= 0 and label in ("nsubj", "nsubj:pass", "obj") and s.low_lemmas[verb] in fatal


def _same(asked: Asked) -> bool:
    """ "Las mismas fuentes", "el citado organismo"."""
    s = asked.sentence
    return any(s.low_lemmas[t] in asked.words.same for t in range(asked.phrase.first, asked.phrase.last))


def _is_international(asked: Asked) -> bool:
    """ "La Fuerza europea", "el Consejo de la UE", "las autoridades de ambos países": a body of no one state."""
    s, words = asked.sentence, asked.words
    tokens = range(asked.phrase.noun + 1, asked.phrase.last)
    several = any(s.low_lemmas[t] in words.again.state and is_plural(s, t) for t in tokens)
    return several or any(s.low_lemmas[t] in words.supranational or s.forms[t].isupper() for t in tokens)


def _compatible(figure: Figure, phrase: Phrase) -> bool:
    return figure.country is None or phrase.country in (None, figure.country)


def _new(asked: Asked, kind: EntityKind, core: tuple[str, ...]) -> Figure:
    """A figure for a description; one that only these words mean where it is indefinite or somebody's."""
    ledger, reference, phrase = asked.ledger, asked.reference, asked.phrase
    text = asked.text(phrase.first, reference.last)
    start = asked.sentence.starts[phrase.noun]
    counted = phrase.determiner == "indef" and phrase.counted
    words = name_words(asked.text(phrase.first, phrase.last)) if counted else core
    single = phrase.determiner in ("indef", "poss") and not counted
    official = phrase.kind.sector in OFFICIAL and kind == "organisation" and phrase.modifier is None
    if phrase.country or _is_international(asked):
        official = False
    home = ledger.homeland.of(reference) if official else None
    figure = ledger.figures.add(
        Figure(
            key=f"{kind} {' '.join(words)} {start if single else ''} {phrase.country or ''}".strip(),
            kind=kind,
            name=text,
            words=core,
            country=phrase.country or (home.country if home else None),
            basis=home.why if home else None,
            sector=phrase.kind.sector,
            plural=phrase.plural,
            gender=gender(asked.sentence, phrase.first, phrase.noun),
            nouns={phrase.lemma},
            types={phrase.kind.type},
            fallen=counted and _dies(asked),
        )
    )
    if reference.acronym:
        ledger.figures.abbreviate(figure, name_words(reference.acronym))
        figure.named = True
    return figure
