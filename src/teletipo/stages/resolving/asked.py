"""Asked: a noun phrase without a name as a question: the phrase and everything the answer may depend on."""

from __future__ import annotations

from typing import NamedTuple

from teletipo.lexicon.referring import Referring
from teletipo.stages.naming.phrases import Phrase
from teletipo.stages.naming.reference import Reference
from teletipo.stages.resolving.anaphora import Anaphora
from teletipo.stages.resolving.ledger import Ledger
from teletipo.tree import Sentence


class Asked(NamedTuple):
    """A phrase in its expression, the figures of the article, and who has been named so far."""

    ledger: Ledger
    reference: Reference
    phrase: Phrase
    context: Anaphora

    @property
    def sentence(self) -> Sentence:
        """The sentence of the phrase."""
        return self.ledger.sentences[self.reference.sentence]

    @property
    def words(self) -> Referring:
        """The words with which Spanish refers back."""
        return self.ledger.words

    def text(self, first: int, last: int) -> str:
        """The words of tokens `[first, last)` of the sentence."""
        return self.ledger.text(self.reference.sentence, first, last)
