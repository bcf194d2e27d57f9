"""Bearers: the figure that has a given proper name: a person, a state, a body or a place."""

from __future__ import annotations

from collections.abc import Mapping

from teletipo.gazetteer import Entry
from teletipo.records import EntityKind
from teletipo.stages.naming.names import Run
from teletipo.stages.naming.nouns import gender
from teletipo.stages.naming.reference import APART, Reference
from teletipo.stages.resolving.figures import Figure, name_words
from teletipo.stages.resolving.institutions import again, ministry
from teletipo.stages.resolving.ledger import Found, Ledger
from teletipo.stages.resolving.people import has_article, is_full_name, speaks

#: what the model's labels mean where nothing else tells
_BY_LABEL: Mapping[str | None, EntityKind] = {"LOC": "place", "MISC": "organisation"}
_ACRONYM = 8  #: letters of the longest word in capitals that is taken for an acronym


def bearer(ledger: Ledger, reference: Reference) -> Found:
    """The figure with a proper name, and why; none for a name of nobody."""
    run = reference.run
    assert run is not None
    own = ledger.figures.abbreviated(name_words(ledger.text(reference.sentence, run.first, run.last)))
    if own is not None:
        return [(own, f"acronym of {own.name}")]
    state = run.entry("state")
    if state is not None and reference.kind in (None, "state", "place") and not reference.phrase:
        return [_state_or_place(ledger, reference, run, state)]
    if (short := _body_in_short(ledger, reference, run)) is not None:
        return [(short, f"part of the name {short.name}")]
    kind = reference.kind if reference.phrase else None
    kind = kind or _kind(ledger, reference, run)
    if kind is None:
        return ()
    return [person(ledger, reference, run) if kind == "person" else body(ledger, reference, run, kind)]


def _body_in_short(ledger: Ledger, reference: Reference, run: Run) -> Figure | None:
    """The body that an unknown word with an article names in short ("el Tesoro")."""
    s = ledger.sentences[reference.sentence]
    article = run.first > 0 and s.low[run.first - 1] in ("el", "la", "del", "al")
    if not article or reference.phrase is not None or run.entry() is not None:
        return None
    return ledger.figures.body_of(name_words(ledger.text(reference.sentence, run.first, run.last)))


def _state_or_place(ledger: Ledger, reference: Reference, run: Run, state: Entry) -> tuple[Figure, str]:
    form = run.form(state)
    metonym = form is not None and form.kind == "metonym"
    if not reference.place:
        why = f"metonym of {state.name}" if metonym else f"name in the gazetteer: {state.id}"
        return ledger.state(state.country or "", state), why
    text = ledger.text(reference.sentence, run.first, run.last)
    words, known = name_words(text), run.entry("place") or (None if metonym else state)
    figure = Figure(
        key=f"place {known.id}" if known else f"facility {' '.join(words)}", kind="place" if known else "facility",
        name=text, country=(known or state).country or state.country, known=known.id if known else None, words=words,
        named=True,
    )  # fmt: skip
    return ledger.figures.add(figure), "dateline" if reference.role == "dateline" else "read as a place"


def _kind(ledger: Ledger, reference: Reference, run: Run) -> EntityKind | None:
    """The kind of a name without a title, by the gazetteer, the rest of the article or the model."""
    words = name_words(ledger.text(reference.sentence, run.first, run.last))
    shown = ledger.is_person(words)
    if reference.role == "matter" and not shown:
        return None
    entry = run.entry()
    namesake = shown and len(words) == 1 and entry is not None and entry.kind in ("place", "organisation", "facility")
    if run.seated is not None and not reference.place:
        return "organisation"
    if entry is not None and not namesake:
        return entry.kind
    sentence = ledger.sentences[reference.sentence]
    if sentence.low[run.first] in ledger.words.things:
        return None
    if len(words) == 1 and sentence.low[run.first] in ledger.words.courts:
        return "organisation"
    if sentence.low[run.first] in ledger.words.portfolios and run.label != "ORG" and not shown:
        return "organisation" if speaks(sentence, reference, ledger.words) else None
    acronym = _is_acronym(sentence.forms[run.first])
    speaking = run.label != "ORG" and not acronym and speaks(sentence, reference, ledger.words)
    if (run.label == "PER" or speaking) and not shown and has_article(sentence, reference, run, ledger.gazetteer):
        return "organisation"
    if run.label == "PER" or shown or is_full_name(sentence, reference, run, ledger.gazetteer) or speaking:
        return "person"
    if run.label == "ORG" or (acronym and len(sentence.forms[run.first]) <= _ACRONYM):
        return "organisation"
    return _BY_LABEL.get(run.label)


def _is_acronym(form: str) -> bool:
    return len(form) > 1 and form.isupper()


def person(ledger: Ledger, reference: Reference, run: Run) -> tuple[Figure, str]:
    """The person of that name, with the post if a title accompanies it."""
    text = ledger.text(reference.sentence, run.first, run.last)
    words, entry = name_words(text), run.entry("person")
    phrase, s = reference.phrase, ledger.sentences[reference.sentence]
    called = gender(s, phrase.first, phrase.noun) if phrase is not None else None
    known = _called_before(ledger, run, words, entry, called)
    if known is not None and entry is not None and _turns_out(ledger, known, words, entry):
        _recognise(ledger, known, entry)
    if known is not None and known.known != (entry.id if entry else None):
        entry = None
    figure = known or _new_person(ledger, text, entry)
    if len(words) > len(figure.words):
        ledger.figures.rename(figure, words, text)
    figure.country = figure.country or reference.country
    if phrase is not None:
        ledger.entitle(figure, reference, phrase)
    if reference.role in APART:
        return figure, APART[reference.role]
    if phrase is not None:
        return figure, "title and name"
    if known is None or len(words) >= len(known.words):
        return figure, f"name in the gazetteer: {entry.id}" if entry else "name"
    return figure, f"part of the name {figure.name}"


def _turns_out(ledger: Ledger, figure: Figure, words: tuple[str, ...], entry: Entry) -> bool:
    """True if the bare surname of a headline turns out to be that of somebody the gazetteer knows by the full name."""
    bare = figure.known is None and len(figure.words) == 1 < len(words)
    return bare and figure.country in (None, entry.country) and ledger.figures.get(f"person {entry.id}") is None


def _recognise(ledger: Ledger, figure: Figure, entry: Entry) -> None:
    """Note what the gazetteer knows of a person."""
    figure.known, figure.country, figure.likely, figure.basis = entry.id, entry.country, None, None
    figure.abroad = ledger.gazetteer.is_international(entry.id, ledger.published)
    _put_in_office(ledger, figure, entry)


def _new_person(ledger: Ledger, name: str, entry: Entry | None) -> Figure:
    """A person not named before; one of the gazetteer with the posts held."""
    words = name_words(name)
    if entry is None:
        new = Figure(key=f"person {' '.join(words)}", kind="person", name=name, words=words, named=True)
        return ledger.figures.add(new)
    figure = ledger.figures.add(Figure(key=f"person {entry.id}", kind="person", name=name, words=words, named=True))
    _recognise(ledger, figure, entry)
    return figure


def _called_before(
    ledger: Ledger, run: Run, words: tuple[str, ...], entry: Entry | None, called: str | None
) -> Figure | None:
    """The person of that name in the article; a bare surname means the last one before anybody famous.

    `called` is the gender of a title beside the name: "el presidente Soto" is not "la jueza Ana Soto".
    """
    form = run.form(entry) if entry else None
    if form is not None and form.short and (found := ledger.figures.person(words, None, called)) is not None:
        return found
    found = ledger.figures.person(words, entry.id if entry else None, called)
    if found is not None or entry is not None:
        return found
    if ledger.begins_names(words[0]):
        found = ledger.figures.called_first(words)
    in_full = (name for name in ledger.names_with(words[0]) if len(name) > 1)
    borne = len(words) == 1 and any(in_full)  # by somebody elsewhere
    return found or (None if borne else ledger.figures.misspelt(words)) or ledger.figures.second_surname(words)


def _put_in_office(ledger: Ledger, figure: Figure, entry: Entry) -> None:
    """Note the posts that a known person holds or held on the day of the article: words that may mean the person."""
    day = ledger.published
    if day is None:
        return
    for held in ledger.gazetteer.held(entry.id):
        noun = held.post.split()[0].lower()
        if held.start and held.start <= day <= (held.end or held.checked):
            kind = ledger.gazetteer.noun(held.post) or ledger.gazetteer.noun(noun)
            figure.nouns.add(noun)
            if kind is not None:
                figure.types.add(kind.type)
        elif held.end and held.end < day:
            figure.nouns.add(f"ex{noun}")
            figure.types.add("former official")


def body(ledger: Ledger, reference: Reference, run: Run, kind: EntityKind) -> tuple[Figure, str]:
    """An organisation, place or facility by its name, its acronym included."""
    text, phrase = ledger.text(reference.sentence, run.first, run.last), reference.phrase
    town = ledger.homeland.town(run, phrase.country if phrase else None) if kind == "place" else None
    words, entry = name_words(text), town or run.entry(kind) or run.entry()
    if entry is not None and entry.kind in ("person", "state"):
        entry = None
    new = Figure(
        key=f"{kind} {entry.id if entry else ' '.join(words)}", kind=kind, name=text, words=words, named=True,
        country=(entry.country if entry else None) or run.country or (phrase.country if phrase else None),
        sector=(entry.sector if entry else None) or (phrase.kind.sector if phrase else None),
        known=entry.id if entry else None,
    )  # fmt: skip
    matter = ministry(ledger, words, new.country) if kind == "organisation" else frozenset()
    known = _body_before(ledger, new, matter)
    figure = known or ledger.figures.add(new)
    figure.country = figure.country or new.country
    ledger.figures.note_matter(figure, matter)
    if phrase is not None:
        figure.nouns.add(phrase.lemma)
        figure.types.add(phrase.kind.type)
    if reference.acronym:
        ledger.figures.abbreviate(figure, name_words(reference.acronym))
    if entry is not None:
        return figure, f"name in the gazetteer: {entry.id}"
    return figure, "same name" if known else "name"


def _body_before(ledger: Ledger, new: Figure, matter: frozenset[str]) -> Figure | None:
    """The body named before that a new one turns out to be: by its entry or name, by other words, by its initials."""
    figures = ledger.figures
    known = figures.get(new.key) if new.known else figures.called(new.words, new.kind)
    if known is not None:
        return known
    known = again(ledger, matter, new.country)
    if known is not None and new.known:
        figures.rename(known, new.words, new.name)
        known.known = known.known or new.known
    if known is None and not new.known and new.kind == "organisation" and new.name.isupper() and len(new.name) > 2:
        return figures.initialled(new.words[0])
    return known
