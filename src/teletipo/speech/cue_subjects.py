"""Subjects of cues: whom the tree makes the speaker, through coordination, infinitives, gerunds and relatives."""

from __future__ import annotations

import msgspec

from teletipo.cast import Cast, Placed
from teletipo.grammar.finiteness import finite_feat
from teletipo.grammar.relatives import RELATIVES
from teletipo.speech.antecedents import beside_relative, first_listed, may_be_who, nearest_before
from teletipo.speech.cues import Cue
from teletipo.speech.finding import Reading
from teletipo.speech.naming import Speaker, named, phrase_end, phrase_start, placed_at
from teletipo.speech.page import Page
from teletipo.speech.subordination import subordinate
from teletipo.speech.whoever import is_free, is_governed
from teletipo.tags import NAMING
from teletipo.tree import Sentence

#: conjunctions by which a sentence tells what somebody else does
_BESIDE = frozenset("mientras aunque cuando después luego tras".split())


def by_tree(page: Page, cue: Cue, cast: Cast, *, left_only: bool) -> Speaker | None:
    """The subject of the cue or of the verb from which it takes its own; with `left_only` none that follows it."""
    sentence, token = page.tree(cue.verb)
    verb: int | None = token
    for _ in range(4):
        if verb is None:
            return None
        subject = subject_of(page, sentence.index, verb)
        if subject is not None and _in_other_words(page, sentence.index, subject, cue):
            return None
        if subject is not None and not (left_only and subject > token):
            found = subject_speaker(page, cast, sentence.index, verb, subject)
            if verb != token and _is_alone(page, range(cue.first, cue.last), cast, found.entity, (sentence, verb)):
                return None
            shared = sentence.labels[token] == "conj" and verb != token
            return msgspec.structs.replace(found, span=None, elided=True) if shared else found
        verb = _governor(page, sentence.index, verb)
    return None


def _in_other_words(page: Page, index: int, subject: int, cue: Cue) -> bool:
    """True for a subject quoted before a cue that is not: "con lemas como «Lima duerme», y coreaban «…»"."""
    quote = page.quotation_at(page.words[page.number(index, subject)].start)
    if quote is None or quote == page.quotation_at(page.words[cue.verb].start):
        return False
    words = range(page.word_from(quote.inner.start), page.word_from(quote.inner.end))
    return any(page.is_finite(n) for n in words) and page.word_from(quote.outer.end) < cue.first


def _is_alone(page: Page, words: range, cast: Cast, who: str | None, of: tuple[Sentence, int]) -> bool:
    """True if one person is the subject of a verb and those of `words` are several: "fue y le dijeron que …".

    Not alone is who did it with others: "se reunió con Paz y acordaron que …".
    """
    sentence, verb = of
    several = any(page.is_finite(n) and page.feat(n, "Number") == "Plur" for n in words)
    if not several or finite_feat(sentence, verb, "Number") != "Sing" or cast.kind_of(who) != "person":
        return False
    told = any(page.low[n] in ("le", "les") for n in words)
    return told or not any(_accompanies(sentence, p) for p in cast.within(sentence.index) if p.entity != who)


def _accompanies(sentence: Sentence, placed: Placed) -> bool:
    """True for somebody named behind "con" or "junto a"."""
    before = sentence.low[max(0, placed.first - 2) : placed.first]
    return before[-1:] == ("con",) or before in (("junto", "a"), ("junto", "al"))


def main_subject(page: Page, number: int, cast: Cast, last: int | None = None) -> Speaker | None:
    """The subject of the nearest verb before word `number` that has one, for a verb (up to `last`) without a subject.

    An infinitive or gerund has that of a main verb: "Ruiz, a quien su rival citó, fue claro al decir que".
    """
    sentence, token = page.tree(number)
    floor = page.words_around(number).start
    words = range(number, last or number)
    bare = sentence.feat(token, "VerbForm") in ("Inf", "Ger")
    for n in range(number - 1, floor - 1, -1):
        if page.words[n].sentence != sentence.index or page.quotation_at(page.words[n].start) is not None:
            continue
        if bare and subordinate(page, n, floor):
            continue
        at = page.words[n].token
        at = sentence.heads[at] if bare and sentence.labels[at] == "cop" else at
        told = page.is_finite(n) and page.feat(n, "Mood") != "Sub"  # not what should be: "para que su socio firme"
        subject = subject_of(page, sentence.index, at) if told else None
        if subject is None or subject > at or sentence.low[subject] in RELATIVES:
            continue
        found = subject_speaker(page, cast, sentence.index, at, subject)
        if found.entity is not None and not _is_alone(page, words, cast, found.entity, (sentence, at)):
            return msgspec.structs.replace(found, span=None, elided=True)
    return None


def beside_main(reading: Reading, cue: Cue) -> bool:
    """True for "X insistió, mientras Y ha pedido que …": the sentence is about X, who goes on after it.

    In "X ganó, aunque Y dijo que …" X says nothing, so that Y may go on.
    """
    page = reading.page
    sentence, token = page.tree(cue.verb)
    main = sentence.heads[token]
    if sentence.labels[token] != "advcl" or subject_of(page, sentence.index, token) is None:
        return False
    opened = {sentence.low[k] for k in sentence.kids(token, "mark", "cc", "advmod", "case")} & _BESIDE
    if opened == {"aunque"} and page.number(sentence.index, main) not in reading.by_verb:
        return False
    return bool(opened) and subject_of(page, sentence.index, main) is not None


def subject_of(page: Page, index: int, verb: int) -> int | None:
    """The subject of the verb itself, if it can be a speaker; infinitives and gerunds have none."""
    sentence = page.sentences[index]
    if sentence.feat(verb, "VerbForm") in ("Inf", "Ger"):
        return None
    for child in sentence.kids(verb, "nsubj", "nsubj:pass"):
        if (
            (sentence.upos[child] in ("NOUN", "PROPN", "PRON", "NUM") or sentence.kids(child, "det"))
            and sentence.forms[child][0].isalnum()
            and ")" not in sentence.forms[child]
            and sentence.low[child] not in page.lists.times
            and not is_governed(sentence, verb, child)
            and not (sentence.forms[child][0].isdigit() and _dated(page, index, child))
        ):
            return child
    return None


def _dated(page: Page, index: int, number: int) -> bool:
    """True for "el 1 de julio"."""
    sentence = page.sentences[index]
    return any(sentence.low[k] in page.lists.times for k in sentence.kids(number, "nmod", "compound", "flat"))


def _governor(page: Page, index: int, verb: int) -> int | None:
    """The verb from which a coordinated, infinitive or gerund clause takes its subject, or of an auxiliary."""
    sentence = page.sentences[index]
    label, head = sentence.labels[verb], sentence.heads[verb]
    if head < 0 or sentence.upos[head] not in ("VERB", "AUX", "NOUN", "ADJ"):
        return None
    if label in ("conj", "aux", "cop"):
        return head
    if label in ("xcomp", "advcl", "ccomp") and sentence.feat(verb, "VerbForm") in ("Inf", "Ger"):
        return head
    return None


def subject_speaker(page: Page, cast: Cast, index: int, verb: int, subject: int) -> Speaker:
    """The speaker that the subject names, or that its relative pronoun refers to."""
    sentence = page.sentences[index]
    head = page.number(index, subject)
    if sentence.low[subject] in RELATIVES:
        antecedent = sentence.heads[verb]
        span = sentence.span(subject)
        if is_free(sentence, verb, subject):
            return Speaker(span=span, head=head)
        if (beside := beside_relative(cast, sentence, subject)) is not None:
            several = sentence.feat(verb, "Number") == "Plur" and cast.kind_of(beside.entity) != "group"
            told = first_listed(cast, sentence, beside) if several else beside
            return Speaker(span=span, entity=told.entity, head=head)
        if antecedent >= 0 and sentence.upos[antecedent] in NAMING:
            placed = placed_at(cast, index, antecedent, None)
            if placed is not None and not may_be_who(cast, sentence, subject, placed):
                if sentence.low[subject] != "quien":
                    return Speaker(span=span, head=head)
                person = nearest_before(cast, index, subject, "person")
                return Speaker(span=span, entity=person, head=head, elided=person is None)
            # what "una carta que decía" tells is not said by who spoke last
            unknown = placed is None and sentence.upos[antecedent] != "NOUN"
            return Speaker(span=span, entity=placed.entity if placed else None, head=head, elided=unknown)
        return Speaker(span=span, entity=nearest_before(cast, index, subject), head=head)
    first, last = phrase_start(page, head), phrase_end(page, head)
    floor = page.words_around(page.number(index, verb)).start
    if first < floor < last:
        inside = [n for n in range(floor, last) if page.words[n].upos in ("NOUN", "PROPN")]
        first, head = floor, max(head, inside[0]) if inside else head
    return named(page, cast, first, last, head)


def implied(page: Page, cue: Cue, cast: Cast) -> Speaker:
    """The subject that the verb leaves out, as far as the cast knows it."""
    sentence, token = page.tree(cue.verb)
    placed = cast.elided(sentence.index, token)
    if placed is None and cue.mode == "gerund" and (main := _governor(page, sentence.index, token)) is not None:
        placed = cast.elided(sentence.index, main)
        return Speaker(entity=placed.entity if placed else None, elided=True)
    return Speaker(entity=placed.entity if placed else None, elided=True, guessed=True)
