"""Governments: phrases for a state or its government ("el Gobierno ruso", "su nación", "el país sudamericano")."""

from __future__ import annotations

from teletipo.stages.naming.names import Run
from teletipo.stages.naming.nouns import is_plural
from teletipo.stages.naming.phrases import Phrase, determiner
from teletipo.stages.resolving.asked import Asked
from teletipo.stages.resolving.bearers import body
from teletipo.stages.resolving.descriptions import described, points_back
from teletipo.stages.resolving.figures import Figure, name_words
from teletipo.stages.resolving.ledger import Found

_AWAY = ("es", "aquel", "dich")  #: "ese Gobierno" is another one than that of the article


def government(asked: Asked) -> Found:
    """The states or governments that a phrase refers to."""
    ledger, phrase = asked.ledger, asked.phrase
    if phrase.kind.type == "state" or phrase.kind.kind == "place":
        return _country(asked)
    if phrase.modifier is not None and _is_person(asked, phrase.modifier):
        return _under(asked, phrase.modifier)
    if _own_body(asked) or _is_regional(phrase):
        return described(asked, "organisation")
    if phrase.compound:
        return [(ledger.state(c), "governments of several states") for c in phrase.compound]
    if phrase.plural and phrase.lemma not in asked.words.authorities:
        return _several(asked)
    if phrase.country:
        return [(ledger.state(phrase.country), "government of a state")]
    if phrase.modifier is not None:
        return _under(asked, phrase.modifier)
    if known := _pointed_at(asked):
        return [known]
    country = _by_the_text(asked)
    if country and phrase.determiner != "indef":
        return [(ledger.state(country), "government without a name: that of the article")]
    return described(asked, "organisation")


def _several(asked: Asked) -> Found:
    """ "Los gobiernos": those of the states just listed, else a group of governments."""
    phrase = asked.phrase
    bare = phrase.last == phrase.noun + 1 and phrase.determiner == "def"
    if bare and (listed := asked.context.last_list("state", None)):
        return [(f, f"one of the {len(listed)} named before") for f in listed]
    return described(asked, "group")


def _pointed_at(asked: Asked) -> tuple[Figure, str] | None:
    """ "Su Gobierno" is that of its owner's country, "ese Gobierno" that of the last state named."""
    phrase = asked.phrase
    owner = asked.context.national(asked.reference) if phrase.determiner == "poss" else None
    if owner is not None and (country := owner.country or owner.likely):
        return asked.ledger.state(country), f"government of {owner.name}"
    that = phrase.determiner == "dem" and asked.sentence.low[phrase.first].startswith(_AWAY)
    last = _last_state(asked, phrase.noun, near=True) if that else None
    return None if last is None else (last, "the last state named")


def _by_the_text(asked: Asked) -> str | None:
    """The country of a government without a name: by its other words, by the viewpoint, or the article's own."""
    reference, phrase, s = asked.reference, asked.phrase, asked.sentence
    words = (t for t in range(phrase.noun + 1, phrase.last) if s.low_lemmas[t] in asked.words.again.state)
    if (word := next(words, None)) is not None:
        return _mentioned(asked, word)
    return (
        asked.context.viewpoint(reference)
        or ((home := asked.ledger.homeland.of(reference)) and home.country)
        or (asked.ledger.homeland.governed(reference) if points_back(phrase) else None)
    )


def _is_person(asked: Asked, modifier: Run) -> bool:
    """True for a place whose name is a person's in this article: "el gobierno de Santos"."""
    words = name_words(asked.text(modifier.first, modifier.last))
    return modifier.entry("place") is not None and modifier.entry("state") is None and asked.ledger.is_person(words)


def _is_regional(phrase: Phrase) -> bool:
    """True for parts of a state: "las autoridades de Texas", "el estado de Zulia"."""
    modifier = phrase.modifier
    return modifier is not None and modifier.entry("place") is not None and modifier.entry("state") is None


def _own_body(asked: Asked) -> bool:
    """True for a body, not the government: "las autoridades policiales", "la Administración de Aeronáutica"."""
    phrase, s, words = asked.phrase, asked.sentence, asked.words
    tokens = range(phrase.noun + 1, phrase.last)
    if any(w in words.bodily or w in words.parts for t in tokens for w in (s.low_lemmas[t], s.low[t])):
        return True
    if phrase.lemma in words.authorities and not phrase.plural:
        return True
    if phrase.kind.type == "government" and _of_a_part(asked):
        return True
    complement = any(s.low[t] in ("de", "para") for t in tokens)
    known = phrase.modifier is not None or phrase.country or phrase.compound
    return complement and not known and not any(s.low_lemmas[t] in words.again.state for t in tokens)


def _of_a_part(asked: Asked) -> bool:
    """True for "el gobierno del estado", which is that of one of the states of a federation."""
    s, noun = asked.sentence, asked.phrase.noun
    return (
        s.low[noun + 1 : noun + 3] == ("del", "estado") and asked.phrase.modifier is None and not asked.phrase.country
    )


def _mentioned(asked: Asked, word: int) -> str | None:
    """The country of "el Gobierno de la isla" or "las autoridades de ese país", by its noun; none if plural."""
    s = asked.sentence
    if is_plural(s, word):
        return None
    which = determiner(s, asked.phrase.noun + 1, word)
    if which == "poss":
        owner = asked.context.national(asked.reference)
        return (owner.country or owner.likely) if owner else None
    last = _last_state(asked, word, near=which == "dem")
    return last.country if last else None


def _country(asked: Asked) -> Found:
    """The states that a word for a country refers to: "el país andino", "los dos países", "su nación"."""
    ledger, phrase = asked.ledger, asked.phrase
    if phrase.compound:
        return [(ledger.state(c), "demonyms of several states") for c in phrase.compound]
    if phrase.lemma not in asked.words.again.state:
        if _is_regional(phrase) and phrase.modifier is not None and not phrase.plural:
            return [body(ledger, asked.reference, phrase.modifier, "place")]
        if not (phrase.country or phrase.plural) and _is_the_state(asked):
            country = _by_the_text(asked)
            return (
                [(ledger.state(country), "the state of the article")] if country else described(asked, "organisation")
            )
        if phrase.country or not phrase.plural:
            return [(ledger.state(phrase.country), "description with a demonym")] if phrase.country else ()
        return described(asked, "group")
    if phrase.plural:
        listed = asked.context.last_list("state", None) if phrase.determiner == "def" else []
        states = region(asked)
        if states and listed and all(f.country in states for f in listed):
            return [(f, f"one of the {len(listed)} named before") for f in listed]
        return described(asked, "group")
    if phrase.country:
        return [(ledger.state(phrase.country), "description with a demonym")]
    if phrase.determiner == "poss":
        owner = asked.context.national(asked.reference)
        country = (owner.country or owner.likely) if owner else None
        return [(ledger.state(country), f"country of {owner.name}")] if owner and country else ()
    if phrase.determiner in ("def", "dem") and (
        last := _last_state(asked, phrase.noun, near=phrase.determiner == "dem")
    ):
        return [(last, "the last state named")]
    return ()


def _is_the_state(asked: Asked) -> bool:
    """True for "el Estado" in capitals as a subject: the state acts, not the territory."""
    phrase, s = asked.phrase, asked.sentence
    return (
        s.labels[phrase.noun] == "nsubj"
        and s.forms[phrase.noun] == "Estado"
        and points_back(phrase)
        and phrase.determiner == "def"
    )


def _last_state(asked: Asked, noun: int, near: bool) -> Figure | None:
    """The state that "el país" means: one in the region that an adjective names, else the one mentioned most."""
    context = asked.context
    states = asked.words.regions.get(asked.sentence.low_lemmas[noun]) or region(asked)
    subject = context.clause_subject(asked.reference) if near else None
    known = (*context.countries(near=near), *context.nations(), *asked.ledger.homeland.countries)
    return next((asked.ledger.state(c) for c in known if c != subject and (states is None or c in states)), None)


def region(asked: Asked) -> tuple[str, ...] | None:
    """The states that an adjective of the phrase may mean: "el país andino", "el mandatario caribeño"."""
    phrase, s = asked.phrase, asked.sentence
    return next(
        (
            states
            for t in range(phrase.first, phrase.last)
            for key in (s.low_lemmas[t], s.low[t])
            if t != phrase.noun and (states := asked.words.regions.get(key))
        ),
        None,
    )


def _under(asked: Asked, modifier: Run) -> Found:
    """ "El Gobierno de Maduro" is that of his country; "las autoridades de Texas" a body of its own."""
    ledger = asked.ledger
    words = name_words(asked.text(modifier.first, modifier.last))
    entry = modifier.entry("person")
    person = ledger.figures.person(words, entry.id if entry else None)
    country = (person.country if person else None) or (entry.country if entry else None)
    if person is not None and country is None:
        home = ledger.homeland.of(asked.reference)
        country = person.likely or (home and home.country)
    if country:
        return [(ledger.state(country), f"government of {person.name if person else ' '.join(words)}")]
    return described(asked, "organisation")
