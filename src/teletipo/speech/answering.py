"""Answering: what somebody denies or confirms by "lo" or "algo que" alone, which is what was said before."""

from __future__ import annotations

from collections.abc import Iterable

from teletipo.cast import Cast
from teletipo.spans import Span
from teletipo.speech.coordination import takes_up
from teletipo.speech.cue_subjects import by_tree
from teletipo.speech.cues import Cue
from teletipo.speech.finding import Finding, Reading
from teletipo.speech.naming import Speaker
from teletipo.speech.speakers import speaker_of
from teletipo.speech.utterance import Utterance


def answers(reading: Reading, all_cues: Iterable[Cue], found: list[Utterance], cast: Cast) -> list[Utterance]:
    """What verbs of denying and confirming take up again from another speaker, in his words."""
    known = tuple(all_cues)
    reported = {u.cue for u in found}
    made = []
    for cue in known:
        if cue.span(reading.page) in reported or not takes_up(reading.page, cue):
            continue
        said = _said_before(reading, cue, found) or _charged_before(reading, cue, known, cast)
        if said is None:
            continue
        who = speaker_of(reading, cue, Finding(content=said.content, frame="que"), cast)
        if who.span is not None and who.entity not in (None, said.speaker.entity):
            made.append(Utterance(content=said.content, cue=cue.span(reading.page), speaker=who, passing=True))
    return made


def _said_before(reading: Reading, cue: Cue, found: list[Utterance]) -> Utterance | None:
    """The last words reported before the cue, in its sentence or in the one before it."""
    floor, at = _reach(reading, cue)
    near = [u for u in found if floor <= u.content[0].start and u.content[-1].end <= at]
    return max(near, key=lambda u: u.content[-1].end, default=None)


def _charged_before(reading: Reading, cue: Cue, known: tuple[Cue, ...], cast: Cast) -> Utterance | None:
    """The pronoun itself after "acusó a X de espionaje": the charge is told there, but by nobody's words.

    Were the charge its content, the act would stand on the word of who denies it.
    """
    page = reading.page
    floor, at = _reach(reading, cue)
    near = [c for c in known if c.takes("de") and c.entry.kind == "accuse" and floor <= page.words[c.verb].start < at]
    if not near:
        return None
    accuser = by_tree(page, near[-1], cast, left_only=False)
    number = next((n for n in range(cue.first, cue.verb) if page.low[n] == "lo"), None)
    if number is None:
        return None
    pronoun = Span(page.words[number].start, page.words[number].end)
    return Utterance(content=(pronoun,), cue=None, speaker=accuser or Speaker())


def _reach(reading: Reading, cue: Cue) -> tuple[int, int]:
    """Offsets from the beginning of the sentence before the cue's to the cue."""
    page = reading.page
    floor = page.unit_of(cue.verb).start
    return page.unit_at(floor - 1).start if floor > 0 else floor, page.words[cue.first].start
