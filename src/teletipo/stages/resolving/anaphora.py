"""Anaphora: whom pronouns, possessives and speaking documents refer to, by the tree first and by recency second."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from teletipo.cast import SOMEBODY
from teletipo.stages.naming.reference import Reference
from teletipo.stages.resolving.figures import Figure
from teletipo.stages.resolving.subjects import Subjects
from teletipo.stages.resolving.topics import REACH, Answer
from teletipo.tags import SUBJECTS, VERBAL
from teletipo.tree import Sentence

_PEOPLE = frozenset({"person", "group"})


class Anaphora(Subjects):
    """Resolves the expressions that name nobody themselves, sentence by sentence."""

    def owner(self, reference: Reference) -> Figure | None:
        """The owner that "su" in a description refers to; "nuestro" refers to whoever speaks."""
        sentence = self.sentences[reference.sentence]
        if sentence.feat(reference.first, "Person") == "1":
            return next(iter(self._speaker(sentence, reference.head)), None)
        return next(iter(self._possessor(sentence, reference.first, reference.last)), None)

    def national(self, reference: Reference) -> Figure | None:
        """Whose country "su país" is: not a state's, but that of the person or group named last."""
        owner = self.owner(reference)
        if owner is None or owner.kind != "state":
            return owner
        sentence = self.sentences[reference.sentence]
        people = self._before(sentence, reference.first, None, _PEOPLE)
        return next((f for f in people if f.country or f.likely), owner)

    def viewpoint(self, reference: Reference) -> str | None:
        """The country of the official whose words a phrase is part of: "el ministro peruano dijo que el Gobierno …"."""
        sentence = self.sentences[reference.sentence]
        verbs = [t for t in sentence.ancestors(reference.head) if sentence.upos[t] == "VERB"]
        if len(verbs) < 2:
            return None
        figures, _ = self.subject(sentence, verbs[-1])
        speaks = bool(figures) and figures[0].kind == "person" and not figures[0].abroad
        return figures[0].country if speaks and figures[0].types else None

    def clause_subject(self, reference: Reference) -> str | None:
        """The country of the subject of a phrase's clause: "ese país" is another one."""
        sentence = self.sentences[reference.sentence]
        verb = next((t for t in sentence.ancestors(reference.head) if sentence.upos[t] == "VERB"), None)
        own = sentence.kid(verb, *SUBJECTS) if verb is not None else None
        figures = self.group(sentence, own) if own is not None else []
        return figures[0].country if len(figures) == 1 else None

    def settle(self, sentence: Sentence, silent: list[Reference]) -> Iterator[tuple[Reference, Figure, str]]:
        """The pronouns and elided subjects of a sentence."""
        for reference in silent:
            figures, why = self._answer(sentence, reference)
            for figure in figures:
                if reference.form != "elided":
                    self._heads.setdefault((sentence.index, reference.head), []).append(figure)
                yield reference, figure, why
        self.remember(sentence)

    def _answer(self, sentence: Sentence, reference: Reference) -> Answer:
        """Whom an expression refers to by its role, and why."""
        token = reference.first
        if reference.role == "relative":
            return self.relative(sentence, token, reference.link), "relative pronoun"
        if reference.role == "elided":
            return self.subject(sentence, token)
        if reference.role == "both":
            return self._two(sentence, token)
        if reference.role == "ordinal":
            figures, why = self._two(sentence, token)
            which = self.words.ordinals[sentence.low[token]]
            return figures[which : which + 1], why
        if reference.role == "document":
            return self._issuer(sentence, reference), "text of"
        if reference.role == "possessive":
            return self._possessor(sentence, token, token + 1), "possessive"
        if reference.role == "clitic":
            return self._clitic(sentence, token, reference.plural), "clitic pronoun"
        if token > 0 and sentence.low[token - 1] == "en":
            return [], ""  # "un mercado y en él …": a thing
        gender = pronoun_gender(sentence.low[token])
        if reference.role == "demonstrative":
            return self._nearer(sentence, token, reference.plural, gender), "demonstrative: the last one named"
        return self._before(sentence, token, reference.plural, _PEOPLE, gender), "personal pronoun"

    def _two(self, sentence: Sentence, token: int) -> Answer:
        """The last two named next to each other, else partners."""
        found = self.last_list("person", 2) or self.last_list("state", 2)
        return (found, "the two named before") if found else self.together(sentence, "con", "y", "e", "a", "al")

    def _issuer(self, sentence: Sentence, reference: Reference) -> list[Figure]:
        """Who speaks through a document: its author or signatory, else the last body, else the last speaker."""
        for token in sentence.subtree(reference.head):
            figures = [f for f in self._heads.get((sentence.index, token), ()) if f.kind in SOMEBODY]
            if figures and token != reference.head:
                return figures
        near = takewhile(lambda topic: sentence.index - topic.sentence <= 2 * REACH, reversed(self.topics))
        recent = [topic.figures for topic in near if not topic.quoted]
        bodies = (figures for figures in recent if figures[0].kind in ("organisation", "state", "group"))
        people = (figures for figures in recent if figures[0].kind == "person")
        return next(bodies, None) or next(people, [])

    def _possessor(self, sentence: Sentence, first: int, last: int) -> list[Figure]:
        """The subject of the clause, unless the phrase is part of it; else the last one named before."""
        alone = last - first == 1
        noun = next((sentence.heads[t] for t in range(first, last) if alone or "Poss=Yes" in sentence.feats[t]), first)
        if noun >= 0 and sentence.labels[noun] == "conj" and sentence.heads[noun] >= 0:
            beside = [f for f in self.group(sentence, sentence.heads[noun]) if f.kind in ("person", "state")]
            if beside:
                return beside[:1]
        node = noun
        while node >= 0 and sentence.upos[node] not in VERBAL:
            if sentence.labels[node] in SUBJECTS:
                return self._before(sentence, first, None, SOMEBODY)
            node = sentence.heads[node]
        if node >= 0:
            figures, _ = self.subject(sentence, node)
            suffered = noun >= 0 and sentence.low_lemmas[noun] in sentence.valency.suffered
            if suffered and figures and figures[0].kind in ("state", "organisation"):
                people = self._before(sentence, first, None, _PEOPLE)
                figures = people or figures
            elif suffered and sentence.low_lemmas[node] in self.words.wishing:
                return [f for f in self.people() if f not in figures][:1]
            if figures:
                return figures
        return self._before(sentence, first, None, SOMEBODY)

    def _speaker(self, sentence: Sentence, token: int) -> list[Figure]:
        """The speaker of the words around a token: the subject of the verb of saying, else the last speaker.

        Outside of quotations, nobody if there is no such verb.
        """
        for node in sentence.upwards(token):
            cues = (sentence.heads[node], *sentence.kids(node, "parataxis"))
            cue = next((c for c in cues if c >= 0 and sentence.low_lemmas[c] in self.words.speaking), None)
            if cue is not None and sentence.labels[node] not in SUBJECTS:
                return self.subject(sentence, cue)[0]
        if token not in self._quoted[sentence.index]:
            return []
        near = takewhile(lambda topic: sentence.index - topic.sentence <= REACH, reversed(self.topics))
        return next((topic.figures for topic in near if topic.speaks and not topic.quoted), [])

    def _clitic(self, sentence: Sentence, token: int, plural: bool) -> list[Figure]:
        """Whom "le" or "lo" refers to: the last one named other than the subject; nobody if the verb also has "a X"."""
        verb, form = sentence.heads[token], sentence.low[token]
        named = sentence.kids(verb, "obj", "iobj", "obl") if verb >= 0 else ()
        cases = (sentence.kid(c, "case") for c in named)
        if any(case is not None and sentence.low[case] in ("a", "al") for case in cases):
            return []
        subject = self.subject(sentence, verb)[0] if verb >= 0 else []
        for reference, figure in reversed(self._noted):
            if reference.sentence < sentence.index - 1:
                break
            if reference.sentence == sentence.index and reference.first >= token:
                continue
            if figure in subject or figure.kind not in SOMEBODY or figure.plural != plural:
                continue
            if figure.kind == "state" and any(f.country == figure.country for f in subject):
                continue  # "el presidente panameño le contestó": not to his own state
            if self.is_inside(reference, figure):
                continue
            if (form in ("lo", "la") and figure.kind != "person") or not figure.may_be(pronoun_gender(form)):
                continue
            return [figure]
        return []

    def _nearer(self, sentence: Sentence, token: int, plural: bool, gender: str | None) -> list[Figure]:
        """Whom "este" refers to: the last one named in words of its own, with that number and gender."""
        for reference, figure in reversed(self._noted):
            if reference.sentence < sentence.index - 2:
                break
            later = reference.sentence == sentence.index and reference.last > token
            fits = figure.kind in SOMEBODY and figure.plural == plural and figure.may_be(gender)
            if fits and not (later or reference.silent or self.is_inside(reference, figure)):
                return [figure]
        return []

    def _before(
        self, sentence: Sentence, token: int, plural: bool | None, kinds: frozenset[str], gender: str | None = None
    ) -> list[Figure]:
        """The last one named before a token with that kind, number and gender; known agreement comes first."""
        found: list[Figure] = []
        for reference, figure in reversed(self._noted):
            if reference.sentence < sentence.index - 2:
                break
            if (reference.sentence == sentence.index and reference.last > token) or self.is_inside(reference, figure):
                continue
            if (not kinds or figure.kind in kinds) and (plural is None or figure.plural == plural):
                found.append(figure)
        fitting = [f for f in found if f.may_be(gender)]
        told = [f for f in fitting if gender and f.gender]
        return told[:1] or fitting[:1]


def pronoun_gender(form: str) -> str | None:
    """Of a third-person pronoun: "ella" and "las" are feminine, "le" may be anybody."""
    bare = form.removesuffix("s")
    return "Fem" if bare.endswith("a") else "Masc" if bare.endswith(("o", "él", "éste", "este", "aquél")) else None
