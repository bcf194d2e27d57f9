"""Reference: an expression that may refer to somebody, before we know to whom."""

from __future__ import annotations

import msgspec

from teletipo.records import EntityKind, MentionForm
from teletipo.stages.naming.names import Run
from teletipo.stages.naming.phrases import Phrase
from teletipo.tree import Sentence

#: roles of titles that mean somebody named elsewhere in the sentence, and why they do
APART = {"apposition": "title in apposition to the name", "predicate": "the title that the person is said to have"}


class Reference(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A referring expression: tokens `[first, last)` of a sentence with their syntactic head."""

    sentence: int
    first: int
    last: int
    head: int
    form: MentionForm
    kind: EntityKind | None = None
    run: Run | None = None  #: the proper name in it
    phrase: Phrase | None = None  #: the title or description in it
    acronym: str | None = None  #: defined by it in parentheses
    place: bool = False  #: a name of a state or capital that reads as a place
    country: str | None = None
    role: str = ""  #: of a pronoun or elided subject: what the resolver must look for
    link: int = -1  #: the token that a relative pronoun refers to
    plural: bool = False

    @property
    def silent(self) -> bool:
        """True if it refers to somebody only through another expression."""
        return self.form in ("pronoun", "elided") or self.role == "document"


def reference(sentence: Sentence, first: int, last: int, form: MentionForm, **fields: object) -> Reference:
    """The expression of the tokens `[first, last)`."""
    return Reference(
        sentence=sentence.index,
        first=first,
        last=last,
        head=head_of(sentence, first, last),
        form=form,
        **fields,  # type: ignore[arg-type]
    )


def head_of(sentence: Sentence, first: int, last: int) -> int:
    """The token of `[first, last)` whose head lies outside; the first nominal one."""
    tops = [t for t in range(first, last) if not first <= sentence.heads[t] < last]
    nominal = [t for t in tops if sentence.upos[t] in ("NOUN", "PROPN", "PRON", "ADJ", "NUM")]
    return (nominal or tops)[0]
