"""Titles: descriptions of somebody, joined with the names next to them ("el presidente ruso, X")."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from teletipo.gazetteer import NounClass
from teletipo.lexicon.referring import Referring
from teletipo.records import MentionForm
from teletipo.stages.naming.another import names_another, serves
from teletipo.stages.naming.appositions import behind, beside_title
from teletipo.stages.naming.called import called
from teletipo.stages.naming.extents import clause_end
from teletipo.stages.naming.names import Run
from teletipo.stages.naming.phrases import OFFICIAL, Phrase, attachable
from teletipo.stages.naming.predicates import holder
from teletipo.stages.naming.reference import Reference, reference
from teletipo.tree import Sentence


def titles(
    sentence: Sentence, described: tuple[Phrase, ...], names: tuple[Run, ...], words: Referring
) -> Iterator[Reference]:
    """Descriptions, joined with the names in apposition to them."""
    starts = {r.first: r for r in names if not r.headed}
    ends = {r.last: r for r in names if not r.headed}
    joined: dict[int, Reference] = {}
    for phrase in (_womans(sentence, p, starts, ends, words) for p in reversed(described)):
        made = None if _lists(sentence, phrase, ends) else _with_name(sentence, phrase, starts, joined, words)
        made = made or _after_name(sentence, phrase, ends) or _predicated(sentence, phrase, names, words)
        if made is None:
            made = called(sentence, phrase, starts, joined, words)
            made = made or _described(sentence, _under(phrase, starts), names, words)
        joined[made.first] = made
        yield made


def _womans(
    sentence: Sentence, phrase: Phrase, starts: dict[int, Run], ends: dict[int, Run], words: Referring
) -> Phrase:
    """The phrase, as a woman's post if its noun otherwise means a body: "La coordinadora de la red, Ana Gil"."""
    if phrase.lemma not in words.women or phrase.plural:
        return phrase
    comma = sentence.forms[phrase.last : phrase.last + 1] == (",",)
    beside = starts.get(phrase.last + comma) or ends.get(phrase.first - 1)
    if beside is None or beside.label != "PER" or beside.known or beside.last - beside.first < 2:
        return phrase
    return msgspec.structs.replace(phrase, kind=NounClass("person", None, "official"))


def _lists(sentence: Sentence, phrase: Phrase, ends: dict[int, Run]) -> bool:
    """True for "Ana Gil, ministra de Salud, Juan Paz, …": a title without an article describes the name before it."""
    run = ends.get(phrase.first - 1) if phrase.determiner is None else None
    person = run is not None and (run.label == "PER" or run.entry("person") is not None)
    return person and [sentence.forms[t : t + 1] for t in (phrase.first - 1, phrase.last)] == [(",",), (",",)]


def _with_name(
    sentence: Sentence, phrase: Phrase, starts: dict[int, Run], joined: dict[int, Reference], words: Referring
) -> Reference | None:
    """ "El presidente ruso, Vladímir Putin": one expression from the title to the name."""
    if phrase.plural or phrase.kind.kind == "group":
        return None
    last, run = behind(sentence, phrase, starts, joined)
    if run is None:
        return beside_title(sentence, phrase, last, joined, words)
    following = sentence.forms[last]
    if following == "," and _is_town(sentence, phrase, run, words):
        return reference(sentence, phrase.first, run.last, "name", kind="place", run=run, phrase=phrase)
    beside = run.first == last
    if beside and _is_bodys(sentence, phrase, run):
        return None
    of_another = phrase.determiner == "indef" or (beside and phrase.lemma in words.kin)
    if (of_another and names_another(phrase, run, joined)) or (beside and serves(sentence, phrase, run, joined)):
        return None
    kind = phrase.kind.kind
    if beside and _is_holder(phrase, run):
        kind = "person"
    elif not _may_be_called(phrase, run, words) or (beside and not attachable(sentence, run)):
        return None
    if not beside and not _closes(sentence, run, phrase):
        return None
    quoted = not beside and following != "," and run.last < len(sentence)
    form: MentionForm = "title" if kind == "person" else "name"
    end = run.last + 1 if quoted else run.last
    return reference(sentence, phrase.first, end, form, kind=kind, run=run, phrase=phrase)


def _is_bodys(sentence: Sentence, phrase: Phrase, run: Run) -> bool:
    """True for "el portavoz del ministerio Ana Gil", where the name is that of whose body it is."""
    body = phrase.kind.kind == "organisation" and phrase.kind.type != "police" and run.label == "PER"
    return body and run.last - run.first > 1 and sentence.low[phrase.first - 1] in ("de", "del")


def _is_town(sentence: Sentence, phrase: Phrase, run: Run, words: Referring) -> bool:
    """True for "la capital polaca, Varsovia"; not for a list ("la capital, Jerez y Fresnillo")."""
    after, then = (sentence.forms[t] if t < len(sentence) else "." for t in (run.last, run.last + 1))
    known = run.entry("place") is not None and run.country in (None, phrase.country)
    closed = after in (".", ";", ":", ")") or (after == "," and not then[0].isupper())
    return phrase.lemma in words.again.town and known and closed


def _is_holder(phrase: Phrase, run: Run) -> bool:
    """True for "el policía Ángel Postigo", a person's name next to a public body; not "la agencia Trend"."""
    full = run.last - run.first > 1 or phrase.kind.type == "police"
    new = run.label == "PER" and not run.known
    return phrase.kind.kind == "organisation" and phrase.kind.sector in OFFICIAL and new and full


def _under(phrase: Phrase, starts: dict[int, Run]) -> Phrase:
    """The government with the name of its head right after it: "la administración Ríos"."""
    run = starts.get(phrase.last)
    if phrase.kind.type != "government" or phrase.modifier is not None or phrase.country or run is None:
        return phrase
    person = run.entry("person") is not None or (run.label == "PER" and not run.known)
    return msgspec.structs.replace(phrase, modifier=run, last=run.last) if person else phrase


def _may_be_called(phrase: Phrase, run: Run, words: Referring) -> bool:
    """False if the name cannot be of that kind: persons are not named like states, nor parties like persons.

    Nor is the press: "dijo a la prensa local Juan Gil".
    """
    kind = phrase.kind.kind
    if (phrase.kind.type == "party" or phrase.lemma in words.press) and run.label == "PER" and run.last - run.first > 1:
        return False
    if kind == "person":
        return run.entry("person") is not None or not run.known
    if kind == "state":
        return run.entry("state") is not None
    return run.entry(kind) is not None or not run.known or (kind == "organisation" and run.entry("person") is None)


def _closes(sentence: Sentence, run: Run, phrase: Phrase) -> bool:
    """True if a comma, a bracket or the end of the sentence closes the apposition; a conjunction continues a list."""
    after = sentence.forms[run.last] if run.last < len(sentence) else "."
    if phrase.kind.kind != "person":
        return after in ("”", '"', "»") and sentence.forms[run.first - 1] in ("“", '"', "«")
    if after in (",", ")", ".", ";", ":", "”", '"', "»") or sentence.labels[run.first] == "appos":
        return True
    return phrase.determiner == "def" and _lacks_comma(sentence, run, phrase)


def _lacks_comma(sentence: Sentence, run: Run, phrase: Phrase) -> bool:
    """True for an apposition without its second comma: "El diputado, Juan Gil dijo que …"."""
    head = sentence.heads[run.first]
    if sentence.labels[run.first] != "nsubj" or sentence.kids(phrase.noun, "case", "mark", "cc"):
        return False
    above = sentence.heads[phrase.noun]
    beside = sentence.labels[phrase.noun] == "appos" and sentence.upos[above] != "PROPN"
    return above == head or (beside and sentence.upos[phrase.first - 1] == "PUNCT")


def _after_name(sentence: Sentence, phrase: Phrase, ends: dict[int, Run]) -> Reference | None:
    """ "Dmitri Peskov, portavoz del Kremlin,": the title after the name means the same person."""
    if phrase.kind.kind != "person" or phrase.plural or phrase.first < 2:
        return None
    run = ends.get(phrase.first - 1)
    if phrase.determiner == "indef" and not (run is not None and _tells_who(sentence, phrase, run)):
        return None
    if run is None or sentence.forms[phrase.first - 1] not in (",", "(", "-", "–", "—") or run.entry("state", "place"):
        return None
    after = sentence.forms[phrase.last] if phrase.last < len(sentence) else "."
    if after not in (",", ")", ".", ";", "-", "–", "—", "y") and phrase.determiner is not None:
        return None
    return reference(
        sentence, phrase.first, phrase.last, "title", kind="person", run=run, phrase=phrase, role="apposition"
    )


def _predicated(sentence: Sentence, phrase: Phrase, names: tuple[Run, ...], words: Referring) -> Reference | None:
    """ "Ana Ruiz es la ministra de Salud": the title that a person is said to have."""
    run = holder(sentence, phrase, names, words)
    if run is None:
        return None
    return reference(
        sentence, phrase.first, phrase.last, "title", kind="person", run=run, phrase=phrase, role="predicate"
    )


def _tells_who(sentence: Sentence, phrase: Phrase, run: Run) -> bool:
    """True for "Ana Ruiz, una estudiante de 20 años, …": what follows a person's name describes that person."""
    after = sentence.forms[phrase.last] if phrase.last < len(sentence) else "."
    person = run.label == "PER" or run.entry("person") is not None
    return person and not phrase.counted and sentence.forms[phrase.first - 1] == "," and after in (",", ".")


def _described(sentence: Sentence, phrase: Phrase, names: tuple[Run, ...], words: Referring) -> Reference:
    """A description without a name; a body's own name ("Ministerio de Defensa") is its description."""
    last, acronym = phrase.last, None
    if last + 2 < len(sentence) and sentence.forms[last] == "(" and sentence.forms[last + 2] == ")":
        inside = sentence.forms[last + 1]
        proper = inside.isupper() and sentence.capitals[phrase.noun]  # "las Fuerzas Unidas del Sur (FUS)"
        if inside[0].isupper() and len(inside) <= 12 and (proper or not phrase.plural):
            last, acronym = last + 3, inside
    run = next((r for r in names if r.headed and r.first == phrase.noun), None)
    modifier = phrase.modifier
    if run is None and modifier is not None:
        if phrase.kind.type == "armed group" and modifier.entry("organisation"):
            return reference(sentence, phrase.first, last, "name", kind="organisation", run=modifier, phrase=phrase)
        if phrase.kind.kind == "facility" and modifier.entry("facility"):
            return reference(sentence, phrase.first, last, "name", kind="facility", run=modifier, phrase=phrase)
        if _names_place(phrase, modifier, words):
            return reference(sentence, phrase.first, last, "name", kind="place", run=modifier, phrase=phrase)
    form: MentionForm = "name" if run is not None and run.headed else "description"
    several = phrase.kind.kind == "person" or (phrase.kind.kind == "organisation" and not phrase.fixed)
    single = phrase.lemma == "fuente" and phrase.kind.type == "source" and not phrase.plural  # somebody, not a group
    kind = "group" if phrase.plural and several else "person" if single else phrase.kind.kind
    if phrase.plural and phrase.last == phrase.noun + 1 and phrase.lemma in words.generic:
        last = max(last, clause_end(sentence, phrase.first, phrase.noun))
    return reference(sentence, phrase.first, last, form, kind=kind, run=run, phrase=phrase, acronym=acronym)


def _names_place(phrase: Phrase, modifier: Run, words: Referring) -> bool:
    """ "La ciudad libia de Bengasi" is Bengasi; "las afueras de Bengasi" is not."""
    place = modifier.entry("place") is not None or (modifier.label == "LOC" and not modifier.known)
    return place and phrase.lemma in words.towns and not phrase.plural and modifier.last == phrase.last
