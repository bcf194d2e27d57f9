"""Ledger: the figures of one article and how names find theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from teletipo.gazetteer import Entry, Gazetteer, Holder
from teletipo.lexicon.referring import Referring
from teletipo.records import Article, EntityKind, Post
from teletipo.stages.figures import Figure, Figures, name_words, same_person
from teletipo.stages.names import Run
from teletipo.stages.nouns import gender
from teletipo.stages.phrases import Phrase
from teletipo.stages.reference import Reference
from teletipo.tree import Sentence

Found = Iterable[tuple[Figure, str]]


class Ledger:
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
        self.countries = _countries(references)
        self.home = next(iter(self.countries), None)
        self._people = _by_word(_people(sentences, references, words))
        self.titled = [r for r in references if r.kind == "person" and r.run is not None and r.phrase is not None]

    def named(self, reference: Reference) -> Found:
        """The figure of a proper name, with its title if it has one."""
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
            return [self.person(reference, run)]
        return [self.body(reference, run, kind)]

    def _state_or_place(self, reference: Reference, run: Run, state: Entry) -> tuple[Figure, str]:
        if not reference.place:
            form = run.form(state)
            metonym = form is not None and form.kind == "metonym"
            why = f"metonym of {state.name}" if metonym else f"name in the gazetteer: {state.id}"
            return self.state(state.country or "", state), why
        text = self.text(reference.sentence, run.first, run.last)
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
        words = name_words(self.text(reference.sentence, run.first, run.last))
        if reference.role == "matter" and not self.is_person(words):
            return None
        entry = run.entry()
        namesake = entry is not None and len(words) == 1 and entry.kind in ("place", "organisation")
        if entry is not None and not (namesake and self.is_person(words)):
            return entry.kind
        if run.label == "PER" or self.is_person(words):
            return "person"
        sentence = self.sentences[reference.sentence]
        form, governor = sentence.forms[run.first], sentence.heads[reference.head]
        verbs = self.words.voiced if run.last - run.first == 1 else self.words.speaking
        speaks = sentence.labels[reference.head] == "nsubj" and sentence.low_lemmas[governor] in verbs
        if speaks and run.label != "ORG" and not (len(form) > 1 and form.isupper()):
            return "person"
        if run.label == "ORG" or (1 < len(form) <= 8 and form.isupper()):
            return "organisation"
        return {"LOC": "place", "MISC": "organisation"}.get(run.label or "")  # type: ignore[return-value]

    def _in_office(self, figure: Figure, entry: Entry) -> None:
        """The posts that a known person holds or held on the day of the article, as words that may mean the person."""
        day = self.published
        for held in _held(self.gazetteer, entry.id) if day else ():
            noun = held.post.split()[0].lower()
            if held.start and held.start <= day <= (held.end or held.checked):  # type: ignore[operator]
                kind = self.gazetteer.noun(held.post) or self.gazetteer.noun(noun)
                figure.nouns.add(noun)
                if kind is not None:
                    figure.types.add(kind.type)
            elif held.end and held.end < day:  # type: ignore[operator]
                figure.nouns.add(f"ex{noun}")
                figure.types.add("former official")

    def is_person(self, words: tuple[str, ...]) -> bool:
        """Whether the article shows a person of that name or surname."""
        return any(same_person(words, p) for word in words for p in self._people.get(word, ()))

    def person(self, reference: Reference, run: Run) -> tuple[Figure, str]:
        """The person of that name, entitled if a title stands with it."""
        text = self.text(reference.sentence, run.first, run.last)
        words, entry = name_words(text), run.entry("person")
        known = self._called_before(run, words, entry)
        if known is not None and known.known != (entry.id if entry else None):
            entry = None
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
        if known is None and entry is not None:
            self._in_office(figure, entry)
        if len(words) > len(figure.words):
            self.figures.rename(figure, words, text)
        figure.country = figure.country or reference.country
        if reference.phrase is not None:
            self.entitle(figure, reference, reference.phrase)
        if reference.role == "apposition":
            return figure, "title in apposition to the name"
        if reference.phrase is not None:
            return figure, "title and name"
        if known is None or len(words) >= len(known.words):
            return figure, f"name in the gazetteer: {entry.id}" if entry else "name"
        return figure, f"part of the name {figure.name}"

    def _called_before(self, run: Run, words: tuple[str, ...], entry: Entry | None) -> Figure | None:
        """The person so called in the article; a bare surname means the last such one before anybody famous."""
        form = run.form(entry) if entry else None
        if form is not None and form.short and (found := self.figures.person(words, None)) is not None:
            return found
        found = self.figures.person(words, entry.id if entry else None)
        if found is not None or entry is not None:
            return found
        if all(name[0] == words[0] for name in self._people.get(words[0], ())):
            found = self.figures.called_first(words)
        return found or (None if self._borne(words) else self.figures.misspelt(words))

    def _borne(self, words: tuple[str, ...]) -> bool:
        """Whether a surname that stands alone here is that of somebody named in full elsewhere."""
        return len(words) == 1 and any(len(name) > 1 for name in self._people.get(words[0], ()))

    def entitle(self, figure: Figure, reference: Reference, phrase: Phrase) -> None:
        """Note a post, and the country and sector that it brings."""
        sentence = self.sentences[reference.sentence]
        first = phrase.noun
        while first > phrase.first and sentence.upos[first - 1] not in ("DET", "PUNCT", "ADP"):
            first -= 1
        span = sentence.span(first, phrase.last)
        post = Post(post=self.text(reference.sentence, first, phrase.last), span=span)
        if all(p.post.lower() != post.post.lower() for p in figure.posts):
            figure.posts.append(post)
        figure.gender = figure.gender or gender(sentence, phrase.first, phrase.noun)
        figure.nouns.add(phrase.lemma)
        figure.types.add(phrase.kind.type)
        figure.country = phrase.country or figure.country
        figure.likely = figure.likely or self._default_country(phrase)
        figure.sector = figure.sector or phrase.kind.sector

    def _default_country(self, phrase: Phrase) -> str | None:
        return self.home if phrase.kind.sector in ("GOV", "LEG", "JUD", "MIL") and phrase.modifier is None else None

    def body(self, reference: Reference, run: Run, kind: EntityKind) -> tuple[Figure, str]:
        """An organisation, place or facility by its name, its acronym included."""
        text = self.text(reference.sentence, run.first, run.last)
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
            figure.types.add(reference.phrase.kind.type)
        if reference.acronym:
            self.figures.abbreviate(figure, name_words(reference.acronym))
        if entry is not None:
            return figure, f"name in the gazetteer: {entry.id}"
        return figure, "same name" if known else "name"

    def named_in(self, forms: list[str]) -> frozenset[str]:
        """What words with a capital name: their gazetteer entries, and the words themselves."""
        found = {word for form in forms if form[0].isupper() for word in name_words(form)}
        for start, form in enumerate(forms):
            match = self.gazetteer.match(forms, start) if form[0].isupper() else None
            found.update(entry.id for entry, _ in match.entries) if match else None
        return frozenset(found)

    def text(self, sentence: int, first: int, last: int) -> str:
        """The words of tokens `[first, last)` as the article has them."""
        s = self.sentences[sentence]
        pieces = []
        for token in range(first, last):
            if token > first and s.starts[token] > s.ends[token - 1]:
                pieces.append(" ")
            pieces.append(s.forms[token])
        return "".join(pieces)


@lru_cache(maxsize=4096)
def _held(gazetteer: Gazetteer, person: str) -> tuple[Holder, ...]:
    return gazetteer.held(person)


def _countries(references: tuple[Reference, ...]) -> tuple[str, ...]:
    """Countries that the article names, the most frequent first; a dateline weighs like three mentions."""
    counts: Counter[str] = Counter()
    for r in references:
        entry = r.run.entry("state", "place") if r.run is not None else None
        country = r.country or (r.phrase.country if r.phrase else None) or (entry.country if entry else None)
        if country:
            counts[country] += 3 if r.role == "dateline" else 1
    return tuple(country for country, _ in counts.most_common())


def _by_word(names: Iterable[tuple[str, ...]]) -> dict[str, list[tuple[str, ...]]]:
    """Names by each of their words."""
    index: dict[str, list[tuple[str, ...]]] = {}
    for name in names:
        for word in name:
            index.setdefault(word, []).append(name)
    return index


def _tells(sentence: Sentence, reference: Reference, words: Referring) -> bool:
    """True for an unknown name of one word that somewhere says something ("Neymar dijo")."""
    run, head = reference.run, reference.head
    if run is None or run.entry() is not None or run.label == "ORG" or run.last - run.first != 1:
        return False
    speaks = sentence.labels[head] == "nsubj" and sentence.low_lemmas[sentence.heads[head]] in words.voiced
    return speaks and not sentence.forms[run.first].isupper()


def _people(
    sentences: tuple[Sentence, ...], references: tuple[Reference, ...], words: Referring
) -> frozenset[tuple[str, ...]]:
    """Names that a title, the model or what they say shows to be a person's somewhere in the article."""
    found = set()
    for r in references:
        if r.run is None or r.run.headed or r.run.entry("state", "organisation"):
            continue
        s = sentences[r.sentence]
        full = r.run.label == "PER" and r.run.last - r.run.first > 1
        if r.kind == "person" or full or _tells(s, r, words):
            found.add(name_words(" ".join(s.forms[r.run.first : r.run.last])))
    return frozenset(found)
