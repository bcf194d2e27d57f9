"""People: which names are those of persons, by the words around them and the rest of the article."""

from __future__ import annotations

from teletipo.gazetteer import Gazetteer
from teletipo.lexicon.referring import Referring
from teletipo.stages.naming.names import Run
from teletipo.stages.naming.reference import Reference
from teletipo.stages.resolving.figures import name_words
from teletipo.tree import Sentence

_ARTICLES = frozenset({"el", "la", "del", "al"})
_FULL = range(2, 5)  #: words of a person's full name


def shown(
    sentences: tuple[Sentence, ...], references: tuple[Reference, ...], gazetteer: Gazetteer, words: Referring
) -> frozenset[tuple[str, ...]]:
    """Names that a title, the model or what they say shows to be a person's somewhere in the article."""
    found = set()
    for r in references:
        if r.run is None or r.run.headed or r.run.entry("state", "organisation"):
            continue
        s = sentences[r.sentence]
        full = r.run.label == "PER" and r.run.last - r.run.first > 1
        if r.kind == "person" or ((full or _tells(s, r, words)) and not has_article(s, r, r.run, gazetteer)):
            found.add(name_words(" ".join(s.forms[r.run.first : r.run.last])))
    return frozenset(found)


def has_article(sentence: Sentence, reference: Reference, run: Run, gazetteer: Gazetteer) -> bool:
    """True for a name behind an article, as people have none: "la Registraduría", unlike "el peruano Luis Sosa"."""
    if run.first == 0 or sentence.low[run.first - 1] not in _ARTICLES or reference.country is not None:
        return False
    return not any(form in gazetteer.given_names for form in sentence.forms[run.first : run.last])


def is_full_name(sentence: Sentence, reference: Reference, run: Run, gazetteer: Gazetteer) -> bool:
    """True for a known first name and one to three more words, whatever the model makes of it: "Erika Paz Ríos"."""
    forms = sentence.forms[run.first : run.last]
    called = len(forms) in _FULL and len(forms[0]) > 2 and forms[0] in gazetteer.given_names
    return called and all(form.istitle() for form in forms) and not reference.place


def speaks(sentence: Sentence, reference: Reference, words: Referring) -> bool:
    """True for the subject of a verb of speaking; of one that only somebody can do, for a known name of one word."""
    run, head = reference.run, reference.head
    verb = sentence.heads[head]
    counted = sentence.low[head].removesuffix("es") in words.counting  # "Centenares afirman que …"
    if sentence.labels[head] != "nsubj" or verb < 0 or counted:
        return False
    if run is None or run.last - run.first > 1 or (run.entry() is None and sentence.kid(verb, "ccomp") is not None):
        return sentence.low_lemmas[verb] in words.speaking
    return sentence.low_lemmas[verb] in words.voiced


def _tells(sentence: Sentence, reference: Reference, words: Referring) -> bool:
    """True for an unknown name of one word that says something somewhere ("Neymar dijo")."""
    run = reference.run
    if run is None or run.entry() is not None or run.label == "ORG" or run.last - run.first != 1:
        return False
    return speaks(sentence, reference, words) and not sentence.forms[run.first].isupper()
