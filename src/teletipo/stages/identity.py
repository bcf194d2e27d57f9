"""Identity: which figure a name, title, description or demonym means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from teletipo.gazetteer import Entry, Gazetteer
from teletipo.records import Article, EntityKind, Post
from teletipo.referring import Referring
from teletipo.stages.anaphora import Anaphora
from teletipo.stages.figures import Figure, Figures, name_words, same_person
from teletipo.stages.mentions import Reference
from teletipo.stages.names import Run
from teletipo.stages.phrases import Phrase
from teletipo.tree import Sentence

Found = Iterable[tuple[Figure, str]]


class Identity:
    """The figures of one article; asked in text order."""

    def __init__(
        self,
        article: Article,
        sentences: tuple[Sentence, ...],
        references: tuple[Reference, ...],
        gazetteer: Gazetteer,
        words: Referring,
    ) -> None:
        """Looks through all references once, so that a title may be resolved by a name that comes later."""
        self.sentences, self.gazetteer, self.words = sentences, gazetteer, words
        self.published = article.published
        self.figures = Figures()
        self.home = _home(references, gazetteer)
        self._people = _people(sentences, references)
        self._titled = [r for r in references if r.kind == "person" and r.run is not None and r.phrase is not None]

    def who(self, reference: Reference, context: Anaphora) -> Found:
        """The figures meant and why; none if the expression names nobody."""
        if reference.form == "demonym":
            return self._demonym(reference)
        if reference.run is not None and (reference.phrase is None or not reference.run.headed):
            return self._named(reference)
        if reference.phrase is not None:
            return self._described(reference, reference.phrase, context)
        return ()

    # names

    def _named(self, reference: Reference) -> Found:
        run = reference.run
        assert run is not None
        state = run.entry("state")
        if state is not None and reference.kind in (None, "state", "place") and not reference.phrase:
            return [self._state_or_place(reference, run, state)]
        kind = reference.kind if reference.phrase else None
        kind = kind or self._kind(reference, run)
        if kind is None:
            return ()
        if kind == "person":
            return [self._person(reference, run)]
        return [self._body(reference, run, kind)]

    def _state_or_place(self, reference: Reference, run: Run, state: Entry) -> tuple[Figure, str]:
        if not reference.place:
            form = run.form(state)
            metonym = form is not None and form.kind == "metonym"
            why = f"metonym of {state.name}" if metonym else f"name in the gazetteer: {state.id}"
            return self.state(state.country or "", state), why
        text = self._text(reference.sentence, run.first, run.last)
        place = run.entry("place")
        known = place or state
        figure = Figure(
            key=f"place {known.id}", kind="place", name=text, country=known.country or state.country,
            known=known.id, words=name_words(text), named=True,
        )  # fmt: skip
        return self.figures.add(figure), "dateline" if reference.role == "dateline" else "read as a place"

    def state(self, country: str, entry: Entry | None = None) -> Figure:
        """The one figure of a state, under whatever name."""
        entry = entry or self._state_entry(country)
        figure = Figure(
            key=f"state {country}", kind="state", name=entry.name if entry else country, country=country,
            sector="GOV", known=entry.id if entry else None, named=True,
        )  # fmt: skip
        return self.figures.add(figure)

    def _state_entry(self, country: str) -> Entry | None:
        try:
            return self.gazetteer.entry(f"state:{country}")
        except KeyError:
            return None

    def _kind(self, reference: Reference, run: Run) -> EntityKind | None:
        """Of a name without a title: what the gazetteer, the rest of the article or the model says."""
        words = name_words(self._text(reference.sentence, run.first, run.last))
        entry = run.entry()
        if entry is not None and not (entry.kind == "place" and words in self._people):
            return entry.kind
        if run.label == "PER" or any(same_person(words, p) for p in self._people):
            return "person"
        form = self.sentences[reference.sentence].forms[run.first]
        if run.label == "ORG" or (len(form) > 1 and form.isupper()):
            return "organisation"
        return {"LOC": "place", "MISC": "organisation"}.get(run.label or "")  # type: ignore[return-value]

    def _person(self, reference: Reference, run: Run) -> tuple[Figure, str]:
        text = self._text(reference.sentence, run.first, run.last)
        words, entry = name_words(text), run.entry("person")
        known = self.figures.person(words, entry.id if entry else None)
        figure = known or self.figures.add(
            Figure(
                key=f"person {entry.id if entry else ' '.join(words)}",
                kind="person",
                name=text,
                words=words,
                country=entry.country if entry else None,
                known=entry.id if entry else None,
                named=True,
            )
        )
        if len(words) > len(figure.words):
            figure.words, figure.name = words, text
        if reference.phrase is not None:
            self._entitle(figure, reference, reference.phrase)
        if reference.role == "apposition":
            return figure, "title in apposition to the name"
        if reference.phrase is not None:
            return figure, "title and name"
        if known is None or len(words) >= len(known.words):
            return figure, f"name in the gazetteer: {entry.id}" if entry else "name"
        return figure, f"part of the name {figure.name}"

    def _entitle(self, figure: Figure, reference: Reference, phrase: Phrase) -> None:
        sentence = self.sentences[reference.sentence]
        first = phrase.noun
        while first > phrase.first and sentence.upos[first - 1] not in ("DET", "PUNCT", "ADP"):
            first -= 1
        span = sentence.span(first, phrase.last)
        post = Post(post=self._text(reference.sentence, first, phrase.last), span=span)
        if all(p.post.lower() != post.post.lower() for p in figure.posts):
            figure.posts.append(post)
        figure.nouns.add(phrase.lemma)
        figure.country = phrase.country or figure.country or self._default_country(phrase)
        figure.sector = figure.sector or phrase.kind.sector

    def _default_country(self, phrase: Phrase) -> str | None:
        return self.home if phrase.kind.sector in ("GOV", "LEG", "JUD", "MIL") and phrase.modifier is None else None

    def _body(self, reference: Reference, run: Run, kind: EntityKind) -> tuple[Figure, str]:
        """An organisation, place or facility by its name, its acronym included."""
        text = self._text(reference.sentence, run.first, run.last)
        words, entry = name_words(text), run.entry(kind) or run.entry()
        if entry is not None and entry.kind in ("person", "state"):
            entry = None
        known = self.figures.get(f"{kind} {entry.id}") if entry else self.figures.called(words, kind)
        country = (
            (entry.country if entry else None)
            or run.country
            or (reference.phrase.country if reference.phrase else None)
        )
        figure = known or self.figures.add(
            Figure(
                key=f"{kind} {entry.id if entry else ' '.join(words)}",
                kind=kind,
                name=text,
                words=words,
                country=country,
                sector=(entry.sector if entry else None)
                or (reference.phrase.kind.sector if reference.phrase else None),
                known=entry.id if entry else None,
                named=True,
            )
        )
        figure.country = figure.country or country
        if reference.phrase is not None:
            figure.nouns.add(reference.phrase.lemma)
        if reference.acronym:
            figure.aliases.add(" ".join(name_words(reference.acronym)))
        if entry is not None:
            return figure, f"name in the gazetteer: {entry.id}"
        return figure, "same name" if known else "name"

    # demonyms

    def _demonym(self, reference: Reference) -> Found:
        assert reference.country is not None
        return [(self.state(reference.country), "demonym")]

    # descriptions

    def _described(self, reference: Reference, phrase: Phrase, context: Anaphora) -> Found:
        kind = reference.kind or phrase.kind.kind
        if self._is_member_phrase(reference, phrase):
            return self._members(reference, phrase, kind, context)
        if kind == "state":
            return self._government(reference, phrase, context)
        if kind == "person":
            return self._post(reference, phrase, context)
        return self._thing(reference, phrase, kind, context)

    def _is_member_phrase(self, reference: Reference, phrase: Phrase) -> bool:
        forms = [f.lower() for f in self.sentences[reference.sentence].forms[phrase.first : phrase.noun]]
        both = any(f in self.words.both for f in forms)
        dual = (
            len(forms) >= 2
            and forms[0] in ("los", "las", "estos", "estas", "esos", "esas")
            and forms[1] in self.words.dual
        )
        return phrase.plural and (both or dual) and phrase.last == phrase.noun + 1

    def _members(self, reference: Reference, phrase: Phrase, kind: EntityKind, context: Anaphora) -> Found:
        """ "Ambos países", "los tres presidentes": the last figures of that kind."""
        forms = [f.lower() for f in self.sentences[reference.sentence].forms[phrase.first : phrase.noun]]
        count = next((i + 2 for i, w in enumerate(("dos", "tres", "cuatro", "cinco")) if w in forms), 2)
        wanted: EntityKind = "person" if phrase.kind.kind in ("person", "group") else phrase.kind.kind
        if phrase.lemma in ("gobierno", "nación", "país", "estado", "capital"):
            wanted = "state"
        found = context.recent(wanted, count)
        if len(found) < count:
            return self._thing(reference, phrase, "group", context)
        return [(f, f"one of the last {count} named") for f in found]

    def _government(self, reference: Reference, phrase: Phrase, context: Anaphora) -> Found:
        if phrase.compound:
            return [(self.state(c), "demonym of several states") for c in phrase.compound]
        again = phrase.lemma in self.words.again.state
        if phrase.plural and phrase.lemma != "autoridad":
            return self._thing(reference, phrase, "group", context)
        if phrase.country and not again:
            return [(self.state(phrase.country), "government of a state")]
        if phrase.country and again:
            return [(self.state(phrase.country), "description with a demonym")]
        if phrase.modifier is not None:
            return self._under(reference, phrase, phrase.modifier, context)
        if phrase.determiner == "poss" and (owner := context.owner(reference)) and owner.country:
            return [(self.state(owner.country), f"government or country of {owner.name}")]
        if again:
            last = context.recent("state", 1) or context.recent_country()
            if last and last[0].country and (phrase.determiner in ("dem", "def")):
                return [(self.state(last[0].country), "the last state named")]
            return ()
        bare = phrase.last == phrase.noun + 1
        if bare and phrase.determiner in ("def", "dem", None):
            country = context.last_government or self.home
            if country:
                return [(self.state(country), "government without a name: that of the article")]
        return self._thing(reference, phrase, "organisation", context)

    def _under(self, reference: Reference, phrase: Phrase, modifier: Run, context: Anaphora) -> Found:
        """ "El Gobierno de Maduro" is that of his country; "las autoridades de Texas" a body of its own."""
        words = name_words(self._text(reference.sentence, modifier.first, modifier.last))
        entry = modifier.entry("person")
        person = self.figures.person(words, entry.id if entry else None)
        country = (person.country if person else None) or (entry.country if entry else None)
        if country:
            return [(self.state(country), f"government of {(person or modifier.entry('person')).name}")]  # type: ignore[union-attr]
        return self._thing(reference, phrase, "organisation", context)

    def _post(self, reference: Reference, phrase: Phrase, context: Anaphora) -> Found:
        """A title without a name: by the article first, by the dated gazetteer second."""
        if phrase.determiner != "indef":
            figure = self._by_article(phrase, context, reference)
            if figure is not None:
                return [(figure, f"same post as {figure.name}")]
            if entry := self._holder(reference, phrase):
                return [(self._known_person(reference, entry), f"held the post on {self.published}: {entry.id}")]
        return self._thing(reference, phrase, "person", context)

    def _by_article(self, phrase: Phrase, context: Anaphora, reference: Reference) -> Figure | None:
        other = phrase.lemma in self.words.counterparts
        generic = phrase.lemma in self.words.again.person or other
        owner = context.owner(reference) if other else None
        for figure in (*context.people(), *self._later()):
            if figure.country and phrase.country and figure.country != phrase.country:
                continue
            if other and (figure is owner or phrase.country is None or figure.country != phrase.country):
                continue
            if self._same_post(phrase, figure) or (
                generic and figure.named and self._bare(phrase) and not self._clashes(phrase, figure)
            ):
                return figure
        return None

    def _bare(self, phrase: Phrase) -> bool:
        return phrase.modifier is None and (phrase.last == phrase.noun + 1 or phrase.country is not None)

    def _same_post(self, phrase: Phrase, figure: Figure) -> bool:
        return (
            phrase.lemma in figure.nouns
            and (phrase.country is None or figure.country in (None, phrase.country))
            and phrase.modifier is None
        )

    def _clashes(self, phrase: Phrase, figure: Figure) -> bool:
        """A minister is no president."""
        return bool(figure.nouns) and phrase.lemma not in self.words.loose and not (figure.nouns & {phrase.lemma})

    def _later(self) -> list[Figure]:
        """Persons that are named with a title further on."""
        found = []
        for r in self._titled:
            assert r.run is not None
            text = self._text(r.sentence, r.run.first, r.run.last)
            entry = r.run.entry("person")
            known = self.figures.person(name_words(text), entry.id if entry else None)
            if known is None:
                found.append(self._person(r, r.run)[0])
        return found

    def _holder(self, reference: Reference, phrase: Phrase) -> Entry | None:
        if phrase.country is None or (phrase.modifier is not None and phrase.modifier.entry("state") is None):
            return None
        return self.gazetteer.holder(phrase.lemma, phrase.country, self.published)

    def _known_person(self, reference: Reference, entry: Entry) -> Figure:
        known = self.figures.person(name_words(entry.name), entry.id)
        return known or self.figures.add(
            Figure(
                key=f"person {entry.id}",
                kind="person",
                name=self._text(reference.sentence, reference.first, reference.last),
                words=name_words(entry.name),
                country=entry.country,
                known=entry.id,
                named=True,
            )
        )

    def _thing(self, reference: Reference, phrase: Phrase, kind: EntityKind, context: Anaphora) -> Found:
        """A body, group, place or person known by description only: the same words are the same figure."""
        text = self._text(reference.sentence, reference.first, reference.last)
        core = name_words(self._text(reference.sentence, phrase.noun, phrase.last))
        if phrase.determiner != "indef":
            if (known := self.figures.called(core, kind)) is not None:
                return [(known, "same description")]
            if self._points_back(phrase, kind) and (
                last := context.last_called(phrase.lemma, kind, self._again(phrase, kind))
            ):
                return [(last, "the last one so called")]
        start = self.sentences[reference.sentence].starts[phrase.noun]
        figure = Figure(
            key=f"{kind} {' '.join(core)} {start if phrase.determiner == 'indef' else ''}".strip(), kind=kind,
            name=text, words=core, country=phrase.country or self._belongs(phrase, kind), sector=phrase.kind.sector,
            plural=phrase.plural, nouns={phrase.lemma},
        )  # fmt: skip
        figure = self.figures.add(figure)
        if reference.acronym:
            figure.aliases.add(" ".join(name_words(reference.acronym)))
            figure.named = True
        if kind == "person":
            self._entitle(figure, reference, phrase)
        return [(figure, f"described as {phrase.lemma}")]

    def _belongs(self, phrase: Phrase, kind: EntityKind) -> str | None:
        official = phrase.kind.sector in ("GOV", "MIL", "LEG", "JUD", "COP")
        return self.home if official and kind == "organisation" and phrase.modifier is None else None

    def _points_back(self, phrase: Phrase, kind: EntityKind) -> bool:
        """A bare definite or demonstrative phrase refers to what was named before."""
        short = phrase.last == phrase.noun + 1
        return short and phrase.determiner in ("def", "dem")

    def _again(self, phrase: Phrase, kind: EntityKind) -> bool:
        return kind == "organisation" and phrase.lemma in self.words.again.organisation and phrase.determiner == "dem"

    def _text(self, sentence: int, first: int, last: int) -> str:
        s = self.sentences[sentence]
        pieces = []
        for token in range(first, last):
            if token > first and s.starts[token] > s.ends[token - 1]:
                pieces.append(" ")
            pieces.append(s.forms[token])
        return "".join(pieces)


def _home(references: tuple[Reference, ...], gazetteer: Gazetteer) -> str | None:
    """Country that the article is about: the one it names most, the first of equals."""
    counts: Counter[str] = Counter()
    for r in references:
        entry = r.run.entry("state", "place") if r.run is not None else None
        country = r.country or (r.phrase.country if r.phrase else None) or (entry.country if entry else None)
        if country:
            counts[country] += 1
    return counts.most_common(1)[0][0] if counts else None


def _people(sentences: tuple[Sentence, ...], references: tuple[Reference, ...]) -> frozenset[tuple[str, ...]]:
    """Names that a title or the model shows to be a person's somewhere in the article."""
    found = set()
    for r in references:
        if r.run is None or r.run.headed or r.run.entry("state", "organisation"):
            continue
        if r.kind == "person" or (r.run.label == "PER" and r.run.last - r.run.first > 1):
            s = sentences[r.sentence]
            found.add(name_words(" ".join(s.forms[r.run.first : r.run.last])))
    return frozenset(found)
