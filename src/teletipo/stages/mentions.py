"""Mentions: every expression that may refer to somebody or something, before we know to whom."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from teletipo.gazetteer import Gazetteer
from teletipo.grammar.datelines import dateline
from teletipo.grammar.relatives import free_relative
from teletipo.lexicon.referring import Referring
from teletipo.stages.naming.bodies import whole_names
from teletipo.stages.naming.demonyms import demonyms, pairs_of_states
from teletipo.stages.naming.extents import left_end, right_end
from teletipo.stages.naming.guesses import surnames
from teletipo.stages.naming.metonymy import reads_as_place
from teletipo.stages.naming.names import Run, runs
from teletipo.stages.naming.nouns import demonym, is_plural, noun_class
from teletipo.stages.naming.phrases import Phrase, attachable, phrases
from teletipo.stages.naming.reference import APART, Reference, reference
from teletipo.stages.naming.silent import silent
from teletipo.stages.naming.titles import titles
from teletipo.tree import Sentence

_CLOSING = frozenset("\"”»'’")


def references(sentences: tuple[Sentence, ...], gazetteer: Gazetteer, referring: Referring) -> tuple[Reference, ...]:
    """All referring expressions in text order."""
    borne = surnames(sentences, gazetteer)
    return tuple(r for s in sentences for r in _of_sentence(s, gazetteer, referring, borne))


def _of_sentence(sentence: Sentence, gazetteer: Gazetteer, words: Referring, borne: frozenset[str]) -> list[Reference]:
    """The expressions of one sentence: titles and names first, then the rest."""
    skip = dateline(sentence)
    pairs = tuple(pairs_of_states(sentence, gazetteer))
    found_names = whole_names(sentence, runs(sentence, gazetteer, words, skip, borne), gazetteer, words)
    names = tuple(r for r in found_names if not _is_pair(r, pairs))
    described = tuple(p for p in phrases(sentence, gazetteer, words, names) if p.first >= skip)
    found = list(titles(sentence, described, names, words))
    found.extend(_bare(sentence, names, found, words, gazetteer))
    if skip:
        found.extend(_dateline(sentence, gazetteer, words, skip))
    taken = {t for r in names for t in range(r.first, r.last)}
    found.extend(pair for pair in pairs if pair.first not in taken)
    heads = {r.head for r in found}
    voices = _voices(sentence, heads, names, words)
    found.extend(_free_relatives(sentence))
    found.extend(_members(sentence, described, names))
    found.extend(v for v in voices if demonym(gazetteer, sentence.low[v.head]) is None)
    whole = [r for r in found if (r.phrase is not None and r.kind != "place") or r.country is not None]
    covered = {t for r in whole for t in range(r.first, r.phrase.last if r.phrase and not r.run else r.last)}
    # "el británico The Guardian": an adjective right before a name belongs to it
    named = {t for r in names for t in range(r.first - (r.entry("organisation") is not None), r.last)}
    found.extend(demonyms(sentence, gazetteer, words, covered | named))
    found.extend(_silent(sentence, words, gazetteer, {r.head for r in found}))
    return sorted(found, key=lambda r: (r.first, -r.last, r.form))


def _silent(sentence: Sentence, words: Referring, gazetteer: Gazetteer, heads: set[int]) -> Iterator[Reference]:
    """Pronouns and possessives that head no other expression, and elided subjects."""
    for s in silent(sentence, words):
        if s.form == "elided" and sentence.upos[s.token] == "NOUN" and noun_class(sentence, s.token, gazetteer) is None:
            continue  # "es una farsa", "son mentiras": what is one is nobody
        if s.form == "elided" or s.token not in heads:
            yield reference(sentence, s.token, s.token + 1, s.form, role=s.role, link=s.link, plural=s.plural)


def _dateline(sentence: Sentence, gazetteer: Gazetteer, words: Referring, skip: int) -> Iterator[Reference]:
    for run in runs(sentence, gazetteer, words):
        if run.first < skip and run.entry("place", "state") is not None:
            yield reference(sentence, run.first, run.last, "name", kind="place", run=run, place=True, role="dateline")
            return


def _bare(
    sentence: Sentence, names: tuple[Run, ...], found: list[Reference], words: Referring, gazetteer: Gazetteer
) -> Iterator[Reference]:
    """Names that are not part of a title, nor what a post is for ("ministro de Defensa")."""
    used = {r.run.first for r in found if r.run is not None and r.role not in APART}
    inside = {t for r in found if r.phrase is not None for t in range(r.phrase.noun + 1, r.phrase.last)}
    for run in names:
        if run.first in used or sentence.low[run.first] in words.plurals:
            continue  # "las dos Coreas" are two states, found by that word
        matter = run.first in inside and not run.known and not (run.label == "PER" and run.last - run.first > 1)
        after = sentence.forms[run.last : run.last + 3]
        first, country = _compatriot(sentence, run, gazetteer)
        defines = len(after) == 3 and after[0] == "(" and after[2] == ")" and after[1].isupper() and len(after[1]) > 1
        yield reference(
            sentence, first, run.last + 3 if defines else run.last, "name",
            kind=None, run=run, country=country, acronym=after[1] if defines else None,
            place=reads_as_place(sentence, run, words), role="matter" if matter else "",
        )  # fmt: skip


def _compatriot(sentence: Sentence, run: Run, gazetteer: Gazetteer) -> tuple[int, str | None]:
    """First token and country of a person named right after a nationality: "el peruano Luis Sosa"."""
    token = run.first - 1
    person = run.entry("person") is not None or (run.label == "PER" and not run.known)
    if token < 1 or not person or sentence.low[token - 1] not in ("el", "la", "al", "del"):
        return run.first, None
    state = demonym(gazetteer, sentence.low[token])
    if state is None:
        return run.first, None
    return token - (sentence.upos[token - 1] == "DET"), state.country


def _voices(sentence: Sentence, heads: set[int], names: tuple[Run, ...], words: Referring) -> Iterator[Reference]:
    """Documents that speak for their issuer, and speakers whose noun is in no list."""
    for noun, upos in enumerate(sentence.upos):
        if upos != "NOUN" or noun in heads or sentence.heads[noun] < 0:
            continue
        lemma, verb = sentence.low_lemmas[noun], sentence.low_lemmas[sentence.heads[noun]]
        subject = sentence.labels[noun] == "nsubj"
        cited = "según" in [sentence.low[c] for c in sentence.kids(noun, "case", "mark")]
        if subject and any(c in heads for c in sentence.kids(sentence.heads[noun], "nsubj")):
            continue
        if not (cited or (subject and verb in words.speaking | words.voiced)) or lemma in words.times | words.mute:
            continue
        people = frozenset(r.first for r in names if attachable(sentence, r))
        first, last = left_end(sentence, noun), right_end(sentence, noun, noun + 1, words, people)
        if lemma in words.documents:
            yield reference(sentence, first, last, "description", role="document")
            continue
        voiced = verb in words.voiced or _after_words_said(sentence, sentence.heads[noun])
        if subject and voiced and not lemma.endswith(words.abstract) and last not in people:
            plural = is_plural(sentence, noun)
            yield reference(sentence, first, last, "description", role="voice", plural=plural)


def _after_words_said(sentence: Sentence, verb: int) -> bool:
    """True for the verb in "«…», señaló el patinador": whoever its subject is must have said the quotation."""
    before = verb - 1
    while before >= 0 and sentence.forms[before] in (",", ".", "-"):
        before -= 1
    return 0 <= before < verb - 1 and sentence.forms[before] in _CLOSING


def _free_relatives(sentence: Sentence) -> Iterator[Reference]:
    """ "Criticó a quienes exigen cambios": people known only by a clause, up to the end of that clause."""
    for clause in range(len(sentence)):
        if (pronoun := _known_by(sentence, clause)) is None:
            continue
        first, last = pronoun - (sentence.low[pronoun] == "que"), pronoun + 1
        below = set(sentence.subtree(clause))
        while last < len(sentence) and last in below and sentence.upos[last] != "PUNCT":
            last += 1
        told = reference(sentence, first, last, "description", kind="group", role="free", plural=True)
        yield msgspec.structs.replace(told, head=pronoun)


def _known_by(sentence: Sentence, clause: int) -> int | None:
    """The pronoun of people known only by a clause: "quienes huyen", "los que huyen", "aquellos que huyen"."""
    if (free := free_relative(sentence, clause)) is not None:
        return free[0]
    pronoun = sentence.heads[clause]
    those = sentence.labels[clause].startswith("acl") and sentence.low[pronoun] in ("aquellos", "aquellas")
    return pronoun if those and sentence.low[pronoun + 1] == "que" else None


def _members(sentence: Sentence, described: tuple[Phrase, ...], names: tuple[Run, ...]) -> Iterator[Reference]:
    """ "Uno de los diplomáticos": a member of a group, not the group; a name may follow after a comma."""
    people = {r.first: r for r in names if r.label == "PER" or r.entry("person") is not None}
    for phrase in described:
        one = phrase.first - 2
        person = phrase.plural and phrase.kind.kind == "group" and phrase.determiner in ("def", "dem", "poss")
        if not (person and one >= 0 and sentence.low[one] in ("uno", "una") and sentence.low[one + 1] == "de"):
            continue
        name = people.get(phrase.last + 1) if sentence.forms[phrase.last : phrase.last + 1] == (",",) else None
        if name is not None:
            yield reference(sentence, one, phrase.last, "title", kind="person", run=name, role="apposition")
        else:
            yield reference(sentence, one, phrase.last, "description", kind="person", role="member")


def _is_pair(run: Run, pairs: tuple[Reference, ...]) -> bool:
    """True for a name that lies within a pair of states; not for "la Asociación de Amistad Perú-Cuba"."""
    return any(pair.first <= run.first and run.last <= pair.last for pair in pairs)
