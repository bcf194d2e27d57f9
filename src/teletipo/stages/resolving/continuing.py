"""Continuing: a new title for somebody who has just spoken ("El empresario añadió que …")."""

from __future__ import annotations

from teletipo.stages.naming.nouns import gender
from teletipo.stages.resolving.asked import Asked
from teletipo.stages.resolving.figures import Figure, name_words
from teletipo.stages.resolving.offices import HEADS
from teletipo.stages.resolving.topics import REACH
from teletipo.tags import NOMINAL, SUBJECTS

_LONGEST = 4  #: tokens of a description that adds nothing but adjectives to its noun
_SUBORDINATE = frozenset({"acl", "advcl"})
_NAMED_WITHIN = 8  #: tokens behind a description in which the name may follow: "el director del banco en Soria, X"
_NEXT = 2  #: sentences on which somebody is still spoken of who has said nothing
_BROAD = frozenset({"head of state", "local official", "legislator", "judge"})
#: classes of titles that say what somebody is, whatever he does
_CALLINGS = frozenset(
    {"artist", "politician", "student", "expert", "legislator", "medic", "local official", "former official"}
)
_VIEWS = frozenset({"para", "de acuerdo con", "a juicio de", "en opinión de"})


def goes_on(asked: Asked) -> Figure | None:
    """The last speaker, if a bare title that fits nobody better says something itself, or what somebody is did."""
    phrase, s = asked.phrase, asked.sentence
    says = (_speaks(asked) and (_bare(asked) or _says_alone(asked))) or _does(asked)
    if phrase.determiner != "def" or phrase.plural or not says:
        return None
    if phrase.lemma in asked.words.related | asked.words.anybody or phrase.kind.sector == "JRN":
        return None
    before = " ".join(s.low[t] for t in range(phrase.first) if not asked.context.is_quoted(s, t))
    if any(words in before for words in asked.words.turning):
        return None
    figure = _last_speaker(asked)
    if figure is None or not _agrees(asked, figure) or _other_office(asked, figure):
        return None
    if _called_before(asked) not in (None, figure):
        return None
    return figure if None in (phrase.country, figure.country) or phrase.country == figure.country else None


def _agrees(asked: Asked, figure: Figure) -> bool:
    """True unless the title is a woman's and the figure a man or has a man's name ("Gustavo"), or the reverse."""
    called = gender(asked.sentence, asked.phrase.first, asked.phrase.noun)
    first = figure.words[0] if len(figure.words) > 1 else ""
    named = "Masc" if first.endswith("o") else "Fem" if first.endswith("a") else None
    return figure.may_be(called) and (figure.gender is not None or None in (called, named) or called == named)


def _bare(asked: Asked) -> bool:
    """True for an article, a noun and adjectives, outside of quotations."""
    phrase, reference, s = asked.phrase, asked.reference, asked.sentence
    if asked.context.is_quoted(s, phrase.noun):
        return False
    words = range(phrase.first + 1, reference.last)
    plain = all(s.upos[t] in NOMINAL and s.low[t] == s.forms[t] for t in words)
    return plain and reference.last - phrase.first <= _LONGEST


def _says_alone(asked: Asked) -> bool:
    """True for the subject of a main clause, not quoted and without a name: "Al final el jefe del banco dijo".

    A clause may stand behind it ("El jefe del banco, que estuvo ayer en Soria, dijo").
    """
    phrase, reference, s = asked.phrase, asked.reference, asked.sentence
    verb = s.heads[reference.head]
    subordinate = s.labels[reference.head] not in SUBJECTS or s.labels[verb] in _SUBORDINATE
    if subordinate or phrase.kind.type == "spokesperson" or asked.context.is_quoted(s, phrase.noun):
        return False
    end = verb if verb > reference.last else reference.last + _NAMED_WITHIN
    behind = s.forms[reference.last : end]
    comma = behind.index(",") if "," in behind else None
    after = reference.last + (comma or 0) + 1
    told = s.low[after : after + 1] in (("que",), ("quien",)) or after == verb
    return comma is None or told or (comma > 0 and s.upos[after : after + 1] != ("PROPN",))


def _does(asked: Asked) -> bool:
    """True for the bare subject of a main clause: "El tenista catalán debutó ayer".

    Not of one in the present, which may tell of anybody: "El novelista realista no inventa nada".
    """
    reference, s = asked.reference, asked.sentence
    verb = s.heads[reference.head]
    if verb < 0 or s.labels[reference.head] not in SUBJECTS or s.labels[verb] not in ("root", "conj", "parataxis"):
        return False
    return asked.phrase.kind.type in _CALLINGS and "Tense=Pres" not in s.feats[verb] and _bare(asked)


def _speaks(asked: Asked) -> bool:
    """True for the subject of a verb of speaking, after "según", and after "para" or "de acuerdo con" that opens."""
    s, head = asked.sentence, asked.reference.head
    if " ".join(s.low[: asked.phrase.first]) in _VIEWS:
        return True
    if any(s.low[c] == "según" for c in s.kids(head, "case", "mark")):
        return True
    verb = s.heads[head]
    return verb >= 0 and s.labels[head] in SUBJECTS and s.low_lemmas[verb] in asked.words.speaking | asked.words.voiced


def _called_before(asked: Asked) -> Figure | None:
    """The figure called by that word before."""
    phrase, context = asked.phrase, asked.context
    core = name_words(asked.text(phrase.noun, phrase.last))
    same = asked.ledger.figures.called(core, "person")
    return same or context.last_called(phrase.lemma, "person", any_noun=False)


def _last_speaker(asked: Asked) -> Figure | None:
    """The person whom the sentences before are about, if nobody else is named next to the title."""
    now = asked.sentence.index
    told = (t for t in reversed(asked.context.topics) if not t.quoted and t.figures[0].kind == "person")
    last = next(told, None)
    if last is None or len(last.figures) > 1 or now - last.sentence > (REACH if last.speaks else _NEXT):
        return None
    figure = last.figures[0]
    beside = any(f.kind == "person" for _, f in asked.context.noted_in(now))
    return figure if figure.named and not figure.plural and not beside else None


def _other_office(asked: Asked, figure: Figure) -> bool:
    """True if the title is of a class that does not fit the figure's known posts.

    A "presidente" may preside over anything, so titles for heads and members of bodies count less than others.
    """
    kind, held = asked.phrase.kind.type, figure.types & asked.words.offices
    if kind in HEADS and figure.types & HEADS:
        return False  # "el titular del Ejecutivo" for a president
    if _of_another_body(asked, figure):
        return True
    if kind == "former official" and asked.phrase.last > asked.phrase.noun + 1:
        return False  # "el ex gobernador del banco" may be anything now
    if kind in asked.words.offices:
        return bool(figure.types & (asked.words.offices | _BROAD)) and kind not in held
    return kind in _BROAD and bool(held - {"spokesperson"})


def _of_another_body(asked: Asked, figure: Figure) -> bool:
    """True for "el alcalde de Toledo" after an "alcalde de Soria": the same title with the name of something else.

    A name with the same initial may be an acronym: "la jefa de la CTS" for "la jefa de la Central de Taxistas".
    """
    noun, named = _title(asked.text(asked.phrase.noun, asked.reference.last))
    alike = (held for title, held in (_title(post.post) for post in figure.posts) if title == noun)
    return any(named and held and named[0][0] != held[0][0] and not set(named) & set(held) for held in alike)


def _title(words: str) -> tuple[str, list[str]]:
    """The noun of a title, and the capitalised words behind it."""
    noun, _, rest = words.partition(" ")
    return noun.lower(), [word for word in rest.split() if word[0].isupper()]
