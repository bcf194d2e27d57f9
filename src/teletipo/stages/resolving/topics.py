"""Topics: whom the sentences before are about, which is whom a verb without a subject may be about."""

from __future__ import annotations

from typing import NamedTuple

from teletipo.cast import SOMEWHERE
from teletipo.lexicon.referring import Referring
from teletipo.stages.resolving.agreement import agrees
from teletipo.stages.resolving.figures import Figure
from teletipo.stages.resolving.memory import Memory
from teletipo.stages.resolving.quoted import quoted
from teletipo.tree import Sentence

REACH = 4  #: sentences back that an elided subject may refer to

Answer = tuple[list[Figure], str]


class Topic(NamedTuple):
    """The subject of a main or reporting verb."""

    sentence: int
    figures: list[Figure]
    speaks: bool  #: the verb is one of speaking
    quoted: bool  #: it stands in a quotation


class Topics(Memory):
    """Who was mentioned, and the subjects of the main and reporting verbs so far."""

    def __init__(self, sentences: tuple[Sentence, ...], words: Referring) -> None:
        """Nothing mentioned yet."""
        super().__init__(sentences)
        self.words = words
        self._quoted = quoted(sentences)
        self.topics: list[Topic] = []

    def is_quoted(self, sentence: Sentence, token: int) -> bool:
        """True for a word inside a quotation."""
        return token in self._quoted[sentence.index]

    def _from_before(self, sentence: Sentence, verb: int, plural: bool | None) -> Answer:
        """The last subject of a main or reporting verb outside of quotations, unless the quotation itself goes on."""
        inside = verb in self._quoted[sentence.index]
        speaking = sentence.low_lemmas[verb] in self.words.speaking
        for topic in reversed(self.topics):
            if sentence.index - topic.sentence > (REACH if not speaking else 2 * REACH):
                break
            if (topic.quoted and not inside) or not agrees(topic.figures, plural):
                continue
            return topic.figures, "last speaker" if topic.speaks else "subject of the sentence before"
        return self.together(sentence, "con", "y", "e") if plural else ([], "")

    def together(self, sentence: Sentence, *links: str) -> Answer:
        """The subject of the sentence before with its partner: "X se reunió con Y. Acordaron …"."""
        for topic in reversed(self.topics):
            if sentence.index - topic.sentence > 2:
                break
            if topic.quoted:
                continue
            before = self.sentences[topic.sentence]
            found = list(topic.figures)
            for reference, figure in self.noted_in(topic.sentence):
                beside = figure.kind == topic.figures[0].kind and figure not in found
                joining = before.kids(reference.head, "case", "cc") if beside else ()
                if any(before.low[c] in links for c in joining):
                    found.append(figure)
            if len(found) > 1:
                return found, "subject of the sentence before and its partner"
        return [], ""

    def _agents(self, sentence: Sentence, head: int) -> list[Figure]:
        """The figures of a subject that can act; a place acts only if nobody in apposition to it does."""
        found = self.group(sentence, head)
        acting = [f for f in found if f.kind not in SOMEWHERE]
        return acting or found
