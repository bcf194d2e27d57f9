"""Mentions: every expression that may mean somebody or something, before it is known whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from teletipo.gazetteer import Gazetteer
from teletipo.lexicon.referring import Referring
from teletipo.records import EntityKind, MentionForm
from teletipo.stages.datelines import dateline
from teletipo.stages.extents import clause_end, left_end, right_end
from teletipo.stages.metonymy import reads_as_place
from teletipo.stages.names import Run, runs
from teletipo.stages.nouns import demonym, is_plural
from teletipo.stages.phrases import Phrase, attachable, phrases
from teletipo.stages.silent import silent
from teletipo.tree import Sentence

Case = Literal["subject", "object", "other"]
_RULERS = frozenset({"head of state", "head of government", "minister"})


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
        """True if it means somebody only through another expression."""
        return self.form in ("pronoun", "elided") or self.role == "document"


def references(sentences: tuple[Sentence, ...], gazetteer: Gazetteer, referring: Referring) -> tuple[Reference, ...]:
    """All referring expressions in text order."""
    return tuple(r for s in sentences for r in _of_sentence(s, gazetteer, referring))


def _of_sentence(sentence: Sentence, gazetteer: Gazetteer, words: Referring) -> list[Reference]:
    skip = dateline(sentence)
    names = runs(sentence, gazetteer, skip)
    described = tuple(p for p in phrases(sentence, gazetteer, words, names) if p.first >= skip)
    found = list(_titles(sentence, described, names, words))
    found.extend(_bare(sentence, names, found, words, gazetteer))
    if skip:
        found.extend(_dateline(sentence, gazetteer, skip))
    heads = {r.head for r in found}
    voices = _voices(sentence, heads, names, words)
    found.extend(_free_relatives(sentence))
    found.extend(_members(sentence, described))
    found.extend(v for v in voices if demonym(gazetteer, sentence.low[v.head]) is None)
    whole = [r for r in found if (r.phrase is not None and r.kind != "place") or r.country is not None]
    covered = {t for r in whole for t in range(r.first, r.phrase.last if r.phrase and not r.run else r.last)}
    # "el británico The Guardian": an adjective right before a name belongs to it
    named = {t for r in names for t in range(r.first - (r.entry("organisation") is not None), r.last)}
    found.extend(_demonyms(sentence, gazetteer, words, covered | named))
    heads = {r.head for r in found}
    found.extend(
        Reference(
            sentence=sentence.index,
            first=s.token,
            last=s.token + 1,
            head=s.token,
            form=s.form,
            role=s.role,
            link=s.link,
            plural=s.plural,
        )
        for s in silent(sentence, words)
        if s.form == "elided" or s.token not in heads
    )
    return sorted(found, key=lambda r: (r.first, -r.last, r.form))


def _dateline(sentence: Sentence, gazetteer: Gazetteer, skip: int) -> Iterator[Reference]:
    for run in runs(sentence, gazetteer):
        if run.first < skip and run.entry("place", "state") is not None:
            yield _reference(sentence, run.first, run.last, "name", kind="place", run=run, place=True, role="dateline")
            return


def _titles(
    sentence: Sentence, described: tuple[Phrase, ...], names: tuple[Run, ...], words: Referring
) -> Iterator[Reference]:
    """Descriptions, joined with the names that stand in apposition to them."""
    starts = {r.first: r for r in names if not r.headed}
    ends = {r.last: r for r in names if not r.headed}
    joined: dict[int, Reference] = {}
    for phrase in reversed(described):
        reference = _with_name(sentence, phrase, starts, joined) or _after_name(sentence, phrase, ends)
        if reference is None:
            reference = _described(sentence, _under(phrase, starts), names, words)
        joined[reference.first] = reference
        yield reference


def _with_name(
    sentence: Sentence, phrase: Phrase, starts: dict[int, Run], joined: dict[int, Reference]
) -> Reference | None:
    """ "El presidente ruso, Vladímir Putin": one expression from the title to the name."""
    if phrase.plural or phrase.kind.kind == "group":
        return None
    last = phrase.last
    if last + 3 < len(sentence) and sentence.forms[last] == "(" and sentence.forms[last + 2] == ")":
        last += 3  # "el director de la Agencia (AEN), X"
    following = sentence.forms[last] if last < len(sentence) else ""
    run = starts.get(last + 1 if following in (",", "(", "“", '"', "«") else last)
    if run is None and phrase.kind.kind == "person" and (end := _title_end(sentence, last, starts)):
        last, following, run = end, ",", starts[end + 1]
    if run is None:
        return _with_title(sentence, phrase, last, joined)
    beside = run.first == last
    kind = phrase.kind.kind
    if kind == "organisation" and run.label == "PER" and not run.known and beside:
        kind = "person"  # "el policía Ángel Postigo"
    elif not _may_be_called(phrase, run) or (beside and not attachable(sentence, run)):
        return None
    if not beside and not _closes(sentence, run, phrase):
        return None
    quoted = not beside and following != "," and run.last < len(sentence)
    form: MentionForm = "title" if kind == "person" else "name"
    end = run.last + 1 if quoted else run.last
    return _reference(sentence, phrase.first, end, form, kind=kind, run=run, phrase=phrase)


def _under(phrase: Phrase, starts: dict[int, Run]) -> Phrase:
    """ "La administración Ríos": the government with the name of who is at its head right behind it."""
    run = starts.get(phrase.last)
    if phrase.kind.type != "government" or phrase.modifier is not None or phrase.country or run is None:
        return phrase
    person = run.entry("person") is not None or (run.label == "PER" and not run.known)
    return msgspec.structs.replace(phrase, modifier=run, last=run.last) if person else phrase


def _title_end(sentence: Sentence, last: int, starts: dict[int, Run]) -> int | None:
    """Where a title ends whose complement the tree puts elsewhere: "el delegado del Consejo para la pesca, X"."""
    if last + 1 >= len(sentence):
        return None
    listed = sentence.upos[last] == "CCONJ" and sentence.capitals[last + 1]  # "la ministra de Agua y Puertos, X"
    if not (listed or sentence.upos[last] == "ADP" or sentence.forms[last] == "("):
        return None
    for token in range(last + 1, min(last + 9, len(sentence) - 1)):
        run = starts.get(token + 1) if sentence.forms[token] == "," else None
        if run is not None and (run.label == "PER" or run.entry("person")):
            return token
        if sentence.upos[token] not in ("DET", "NOUN", "ADJ", "PROPN", "ADP", "CCONJ") and sentence.forms[token] != ")":
            return None
    return None


def _with_title(sentence: Sentence, phrase: Phrase, last: int, joined: dict[int, Reference]) -> Reference | None:
    """Two titles of one person: "el jefe del Comando, el general X", "el vicepresidente y alcalde de Y, X"."""
    following = sentence.forms[last] if last < len(sentence) else ""
    other = joined.get(last + 1)
    if phrase.kind.kind != "person" or other is None or other.kind != "person" or other.run is None:
        return None
    if other.phrase is not None and _are_rulers(phrase, other.phrase) and phrase.country != other.phrase.country:
        return None  # "la canciller alemana, el presidente francés X": two persons
    bare = other.phrase is not None and other.phrase.determiner is None and other.phrase.first == last + 1
    if following == "," or (following in ("y", "e") and bare):
        return _reference(sentence, phrase.first, other.last, "title", kind="person", run=other.run, phrase=phrase)
    return None


def _are_rulers(one: Phrase, other: Phrase) -> bool:
    """Two posts at the head of a known state each: nobody rules two."""
    return all(p.kind.type in _RULERS and p.country is not None for p in (one, other))


def _may_be_called(phrase: Phrase, run: Run) -> bool:
    """A person is not called like a state, and only a person like a person."""
    kind = phrase.kind.kind
    if kind == "person":
        return run.entry("person") is not None or not run.known
    if kind == "state":
        return run.entry("state") is not None
    return run.entry(kind) is not None or not run.known or (kind == "organisation" and run.entry("person") is None)


def _closes(sentence: Sentence, run: Run, phrase: Phrase) -> bool:
    """An apposition ends with a comma, a bracket or the sentence; an enumeration goes on with a conjunction."""
    after = sentence.forms[run.last] if run.last < len(sentence) else "."
    if phrase.kind.kind != "person":
        return after in ("”", '"', "»") and sentence.forms[run.first - 1] in ("“", '"', "«")
    return after in (",", ")", ".", ";", ":", "”", '"', "»") or sentence.labels[run.first] == "appos"


def _after_name(sentence: Sentence, phrase: Phrase, ends: dict[int, Run]) -> Reference | None:
    """ "Dmitri Peskov, portavoz del Kremlin,": the title after the name means the same person."""
    if phrase.kind.kind != "person" or phrase.plural or phrase.first < 2:
        return None
    run = ends.get(phrase.first - 1)
    if phrase.determiner == "indef" and not (run is not None and _tells_who(sentence, phrase, run)):
        return None
    if run is None or sentence.forms[phrase.first - 1] not in (",", "(", "-", "–", "—") or run.entry("state", "place"):
        return None
    after = sentence.forms[phrase.last] if phrase.last < len(sentence) else "."
    if after not in (",", ")", ".", ";", "-", "–", "—", "y") and phrase.determiner is not None:
        return None
    return _reference(
        sentence, phrase.first, phrase.last, "title", kind="person", run=run, phrase=phrase, role="apposition"
    )


def _tells_who(sentence: Sentence, phrase: Phrase, run: Run) -> bool:
    """True for "Ana Ruiz, una estudiante de 20 años, …": what follows a person's name is told of that person."""
    after = sentence.forms[phrase.last] if phrase.last < len(sentence) else "."
    person = run.label == "PER" or run.entry("person") is not None
    return person and not phrase.counted and sentence.forms[phrase.first - 1] == "," and after in (",", ".")


def _described(sentence: Sentence, phrase: Phrase, names: tuple[Run, ...], words: Referring) -> Reference:
    """A description without a name beside it; a body's own name ("Ministerio de Defensa") is its description."""
    last, acronym = phrase.last, None
    if last + 2 < len(sentence) and sentence.forms[last] == "(" and sentence.forms[last + 2] == ")":
        inside = sentence.forms[last + 1]
        if inside[0].isupper() and len(inside) <= 12 and not phrase.plural:
            last, acronym = last + 3, inside
    run = next((r for r in names if r.headed and r.first == phrase.noun), None)
    modifier = phrase.modifier
    if run is None and modifier is not None:
        if phrase.kind.type == "armed group" and modifier.entry("organisation"):
            return _reference(sentence, phrase.first, last, "name", kind="organisation", run=modifier, phrase=phrase)
        if phrase.kind.kind == "facility" and modifier.entry("facility"):
            return _reference(sentence, phrase.first, last, "name", kind="facility", run=modifier, phrase=phrase)
        if _names_place(phrase, modifier, words):
            return _reference(sentence, phrase.first, last, "name", kind="place", run=modifier, phrase=phrase)
    form: MentionForm = "name" if run is not None and run.headed else "description"
    several = phrase.kind.kind == "person" or (phrase.kind.kind == "organisation" and not phrase.fixed)
    single = phrase.lemma == "fuente" and phrase.kind.type == "source" and not phrase.plural  # somebody, not a group
    kind = "group" if phrase.plural and several else "person" if single else phrase.kind.kind
    if phrase.plural and phrase.last == phrase.noun + 1 and phrase.lemma in words.generic:
        last = max(last, clause_end(sentence, phrase.first, phrase.noun))
    return _reference(sentence, phrase.first, last, form, kind=kind, run=run, phrase=phrase, acronym=acronym)


def _bare(
    sentence: Sentence, names: tuple[Run, ...], found: list[Reference], words: Referring, gazetteer: Gazetteer
) -> Iterator[Reference]:
    """Names that are not part of a title, nor the subject matter of one ("ministro de Defensa")."""
    used = {r.run.first for r in found if r.run is not None and r.role != "apposition"}
    inside = {t for r in found if r.phrase is not None for t in range(r.phrase.noun + 1, r.phrase.last)}
    for run in names:
        if run.first in used:
            continue
        matter = run.first in inside and not run.known and not (run.label == "PER" and run.last - run.first > 1)
        after = sentence.forms[run.last : run.last + 3]
        first, country = _compatriot(sentence, run, gazetteer)
        defines = len(after) == 3 and after[0] == "(" and after[2] == ")" and after[1].isupper() and len(after[1]) > 1
        yield _reference(
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
    """Texts that speak for their issuer, and speakers whose noun is in no list."""
    for noun, upos in enumerate(sentence.upos):
        if upos != "NOUN" or noun in heads or sentence.heads[noun] < 0:
            continue
        lemma, verb = sentence.low_lemmas[noun], sentence.low_lemmas[sentence.heads[noun]]
        subject = sentence.labels[noun] == "nsubj"
        cited = any(sentence.low[c] == "según" for c in sentence.kids(noun, "case", "mark"))
        if subject and any(c in heads for c in sentence.kids(sentence.heads[noun], "nsubj")):
            continue
        if not (cited or (subject and verb in words.speaking)) or lemma in words.times:
            continue
        people = frozenset(r.first for r in names if attachable(sentence, r))
        first, last = left_end(sentence, noun), right_end(sentence, noun, noun + 1, words, people)
        if lemma in words.documents:
            yield _reference(sentence, first, last, "description", role="document")
        elif subject and verb in words.voiced and not lemma.endswith(words.abstract):
            plural = is_plural(sentence, noun)
            yield _reference(sentence, first, last, "description", role="voice", plural=plural)


def _free_relatives(sentence: Sentence) -> Iterator[Reference]:
    """ "Criticó a quienes exigen cambios": people known only by what they do, as far as their clause goes."""
    for token, form in enumerate(sentence.low):
        verb = sentence.heads[token]
        if form != "quienes" or verb < token or sentence.labels[token] != "nsubj":
            continue
        before = sentence.upos[token - 1] if token > 0 else ""
        if before == "ADP" or (before != "PUNCT" and not sentence.labels[verb].startswith("acl")):
            below, last = set(sentence.subtree(verb)), token + 1
            while last < len(sentence) and last in below and sentence.upos[last] != "PUNCT":
                last += 1
            yield _reference(sentence, token, last, "description", kind="group", role="free", plural=True)


def _names_place(phrase: Phrase, modifier: Run, words: Referring) -> bool:
    """ "La ciudad libia de Bengasi" is Bengasi; "las afueras de Bengasi" is not."""
    place = modifier.entry("place") is not None or (modifier.label == "LOC" and not modifier.known)
    return place and phrase.lemma in words.towns and not phrase.plural and modifier.last == phrase.last


def _members(sentence: Sentence, described: tuple[Phrase, ...]) -> Iterator[Reference]:
    """ "Uno de los diplomáticos": somebody of a group, who is not the group."""
    for phrase in described:
        one = phrase.first - 2
        person = phrase.plural and phrase.kind.kind == "group" and phrase.determiner in ("def", "dem", "poss")
        if person and one >= 0 and sentence.low[one] in ("uno", "una") and sentence.low[one + 1] == "de":
            yield _reference(sentence, one, phrase.last, "description", kind="person", role="member")


def _demonyms(sentence: Sentence, gazetteer: Gazetteer, words: Referring, covered: set[int]) -> Iterator[Reference]:
    """Adjectives and nouns of nationality that stand for the state ("sanciones rusas", "los israelíes")."""
    for token, lower in enumerate(sentence.low):
        if lower in words.plurals:
            first = left_end(sentence, token)
            for country in words.plurals[lower]:
                yield _reference(sentence, first, token + 1, "demonym", kind="state", country=country)
            continue
        if len(lower) < 4 or token in covered or sentence.upos[token] not in ("ADJ", "NOUN", "PROPN"):
            continue
        state = demonym(gazetteer, lower)
        if state is not None:
            counted = token > 0 and sentence.low_lemmas[token - 1] in ("numeroso", "mucho", "vario")
            modifies = sentence.labels[token] in ("amod", "flat", "appos")
            people = counted or (not modifies and _is_noun(sentence, token))
            first = left_end(sentence, token) if people else token
            last = clause_end(sentence, first, token) if people and is_plural(sentence, token) else token + 1
            yield _reference(
                sentence, first, last, "demonym", kind="state", country=state.country,
                role="people" if people else "", plural=is_plural(sentence, token),
            )  # fmt: skip
        elif "-" in lower:
            for member in gazetteer.compound(lower):
                yield _reference(sentence, token, token + 1, "demonym", kind="state", country=member.country)


def _is_noun(sentence: Sentence, token: int) -> bool:
    return sentence.upos[token] in ("NOUN", "PROPN") or sentence.kid(token, "det", "nummod") is not None


def _reference(sentence: Sentence, first: int, last: int, form: MentionForm, **fields: object) -> Reference:
    return Reference(
        sentence=sentence.index,
        first=first,
        last=last,
        head=head_of(sentence, first, last),
        form=form,
        **fields,  # type: ignore[arg-type]
    )


def head_of(sentence: Sentence, first: int, last: int) -> int:
    """The token of `[first, last)` whose own head lies outside; the first such that is nominal."""
    tops = [t for t in range(first, last) if not first <= sentence.heads[t] < last]
    nominal = [t for t in tops if sentence.upos[t] in ("NOUN", "PROPN", "PRON", "ADJ", "NUM")]
    return (nominal or tops)[0]
