"""Words: the words that a rule matched, read through the word classes of its lexicon."""

from __future__ import annotations

from typing import Any

from teletipo.phrases.grammar import Match
from teletipo.phrases.lexicon import Lexicon, PhraseRule
from teletipo.phrases.numbers import Mark, number
from teletipo.phrases.tokens import Tokens, fold_vowels


class Words:
    """The words of one match, read through the word classes of its lexicon; captures are asked for by name."""

    def __init__(self, tokens: Tokens, match: Match, lexicon: Lexicon, mark: Mark | None = None) -> None:
        """`lexicon`: of the rule that matched; `mark`: the decimal mark where figures are ambiguous."""
        self.tokens, self.match, self.lexicon, self.mark = tokens, match, lexicon, mark

    @property
    def rule(self) -> PhraseRule:
        """The rule that matched."""
        return self.lexicon.rules[self.match.rule]

    def __contains__(self, name: str) -> bool:
        return name in self.match.captured

    def written(self, name: str) -> tuple[str, ...]:
        """The words captured, as they are written."""
        first, last, _ = self.match.captured[name]
        return self.tokens.words[first:last]

    def text(self, name: str) -> str:
        """The words captured, joined by blanks."""
        return " ".join(self.written(name))

    def value(self, name: str) -> Any:
        """The value of a capture in its word class, or None if nothing was captured."""
        if name not in self.match.captured:
            return None
        return self.lexicon.grammar.value(self.match.captured[name][2], self.text(name))

    def number(self, name: str) -> float | None:
        """The value of a captured number phrase, or None where nothing was captured."""
        if name not in self.match.captured:
            return None
        return number(self.written(name), self.lexicon.numbers, self.mark)

    def get(self, name: str) -> Any:
        """The value of a capture: that of its word class, else the number that its figures mean, else None."""
        if name not in self.match.captured:
            return None
        first, last, kind = self.match.captured[name]
        if kind in self.lexicon.grammar.values:
            return self.value(name)
        return self.number(name) if last > first else None

    def needed(self, name: str) -> int:
        """`get` as an integer that the rule's function cannot do without; DataError if the rule captures none."""
        if name not in self.match.captured:
            raise self.lexicon.error(self.match.rule, f"`make: {self.rule.make}` needs a <{name}> or {name}=<…>")
        return int(self.get(name))

    def whole(self, name: str) -> int | None:
        """`number`, as an integer."""
        value = self.number(name)
        return None if value is None else int(value)

    def nth(self, name: str) -> int | None:
        """The value of a captured day in words, cardinal or ordinal ("vigésimo segundo"); None without one."""
        if name not in self.match.captured:
            return None
        ordinals = {**self.lexicon.grammar.values.get("tenth", {}), **self.lexicon.grammar.values["ordinal"]}
        named = [int(str(ordinals[w])) for w in map(fold_vowels, self.written(name)) if w in ordinals]
        return sum(named) if named else self.whole(name)

    def word(self, index: int) -> str:
        """The folded token at `index` of the text; "" outside it."""
        return fold_vowels(self.tokens.words[index]) if 0 <= index < len(self.tokens.words) else ""

    def near(self, index: int, context: str) -> bool:
        """True if the token at `index` of the text is one of the words of `context`."""
        return self.word(index) in self.lexicon.contexts[context]

    def before(self, context: str) -> bool:
        """True if the token before the match is one of the words of `context`."""
        return self.near(self.match.first - 1, context)

    def after(self, context: str) -> bool:
        """True if the token after the match is one of the words of `context`."""
        return self.near(self.match.last, context)

    def raw(self, index: int) -> str:
        """The token at `index` as written; "" outside the text."""
        return self.tokens.words[index] if 0 <= index < len(self.tokens.words) else ""
