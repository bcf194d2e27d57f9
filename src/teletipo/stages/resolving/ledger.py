"""Ledger: the figures of one article, with an overview of all its references before they are resolved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from teletipo.gazetteer import Entry, Gazetteer
from teletipo.lexicon.referring import Referring
from teletipo.records import Article, Post
from teletipo.stages.naming.nouns import gender, is_plural, noun_class
from teletipo.stages.naming.phrases import Phrase
from teletipo.stages.naming.reference import Reference
from teletipo.stages.resolving.figures import Figure, Figures, name_words, same_person
from teletipo.stages.resolving.homeland import Homeland
from teletipo.stages.resolving.people import shown
from teletipo.tree import Sentence

Found = Iterable[tuple[Figure, str]]


class Ledger:
    """The figures of one article; it must be asked in text order."""

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
        self.homeland = Homeland(sentences, references, gazetteer, article.published)
        self._names = shown(sentences, references, gazetteer, words)
        self._people = _by_word(self._names)
        self._later = frozenset(word for name in self._names for word in name if word != name[0])
        self.titled = [r for r in references if r.kind == "person" and r.run is not None and r.phrase is not None]

    def state(self, country: str, entry: Entry | None = None) -> Figure:
        """The one figure of a state, whatever it is called."""
        entry = entry or self._state_entry(country)
        figure = Figure(
            key=f"state {country}", kind="state", name=entry.name if entry else country, country=country,
            sector="GOV", known=entry.id if entry else None, named=True,
        )  # fmt: skip
        return self.figures.add(figure)

    def state_name(self, country: str) -> str:
        """What a state is called; its code if the gazetteer has no name."""
        entry = self._state_entry(country)
        return entry.name if entry else country

    def _state_entry(self, country: str) -> Entry | None:
        try:
            return self.gazetteer.entry(f"state:{country}")
        except KeyError:
            return None

    def is_person(self, words: tuple[str, ...]) -> bool:
        """Whether the article shows a person of that name or surname."""
        alike = (same_person(words, p) for word in words for p in self.names_with(word))
        return bool(words and words in self._names) or any(alike)

    def begins_names(self, word: str) -> bool:
        """Whether all names of people in the article that have this word begin with it."""
        return word not in self._later

    def names_with(self, word: str) -> Sequence[tuple[str, ...]]:
        """The names of people in the article that have this word."""
        return self._people.get(word, ())

    def entitle(self, figure: Figure, reference: Reference, phrase: Phrase) -> None:
        """Record a post, and the country and sector that come with it."""
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
        if not figure.types or phrase.lemma not in self.words.counterparts:  # "su homólogo, Macron" is no minister
            figure.types.add(phrase.kind.type)
        figure.kin = figure.kin or phrase.lemma in self.words.kin
        figure.country = phrase.country or figure.country
        abroad = any(sentence.low_lemmas[t] in self.words.supranational for t in range(phrase.noun, phrase.last))
        official = phrase.kind.sector in ("GOV", "LEG", "JUD", "MIL") and phrase.modifier is None and not abroad
        if official and figure.country is None and figure.likely is None and (home := self.homeland.of(reference)):
            figure.likely, figure.basis = home
        figure.sector = figure.sector or self._sector(sentence, phrase)

    def _sector(self, sentence: Sentence, phrase: Phrase) -> str | None:
        """The sector of a title's noun, or of the body an official heads: "secretario general del sindicato"."""
        for token in range(phrase.noun + 1, phrase.last if phrase.kind.sector == "GOV" else 0):
            kind = noun_class(sentence, token, self.gazetteer)
            led = sentence.low[token - 1] in ("la", "del") and not is_plural(sentence, token)
            if led and kind is not None and kind.kind == "organisation" and kind.sector:
                return kind.sector
        return phrase.kind.sector

    def named_in(self, forms: list[str]) -> frozenset[str]:
        """What the capitalised words name: their gazetteer entries, and the words themselves."""
        found = {word for form in forms if form[0].isupper() for word in name_words(form)}
        for start, form in enumerate(forms):
            match = self.gazetteer.match(forms, start) if form[0].isupper() else None
            found.update(entry.id for entry, _ in match.entries) if match else None
        return frozenset(found)

    def text(self, sentence: int, first: int, last: int) -> str:
        """The text of the tokens `[first, last)`."""
        s = self.sentences[sentence]
        if last - first == 1:
            return s.forms[first]
        pieces = []
        for token in range(first, last):
            if token > first and s.starts[token] > s.ends[token - 1]:
                pieces.append(" ")
            pieces.append(s.forms[token])
        return "".join(pieces)


def _by_word(names: Iterable[tuple[str, ...]]) -> dict[str, list[tuple[str, ...]]]:
    """Names by each of their words."""
    index: dict[str, list[tuple[str, ...]]] = {}
    for name in names:
        for word in name:
            index.setdefault(word, []).append(name)
    return index
