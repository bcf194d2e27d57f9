"""Anaphora: what pronouns, possessives and elided subjects refer to, by the tree first and by recency second."""

from __future__ import annotations

from collections.abc import Iterator

from teletipo.referring import Referring
from teletipo.stages.figures import Figure
from teletipo.stages.memory import Memory
from teletipo.stages.mentions import Reference
from teletipo.stages.quoted import quoted
from teletipo.tree import Sentence

_SUBJECT = frozenset({"nsubj", "nsubj:pass"})
_ISSUERS = frozenset({"person", "state", "organisation", "group"})
_SHARING = frozenset({"conj", "ccomp", "advcl", "xcomp", "parataxis"})  #: clauses that share the subject above
_PREDICATES = frozenset({"VERB", "AUX", "ADJ", "NOUN"})
_REACH = 4  #: sentences back that an elided subject may refer to

Answer = tuple[list[Figure], str]


class Anaphora(Memory):
    """Who was mentioned where, filled sentence by sentence."""

    def __init__(self, sentences: tuple[Sentence, ...], words: Referring) -> None:
        """Nothing mentioned yet."""
        super().__init__(sentences)
        self.words = words
        self._quoted = quoted(sentences)
        self._subjects: dict[tuple[int, int], Answer] = {}
        self._topics: list[tuple[int, list[Figure], bool, bool]] = []  # sentence, subjects, reporting verb?, quoted?

    def owner(self, reference: Reference) -> Figure | None:
        """Whom "su" in a description means."""
        sentence = self.sentences[reference.sentence]
        return next(iter(self._possessor(sentence, reference.first, reference.last)), None)

    def viewpoint(self, reference: Reference) -> str | None:
        """Country of the official in whose words a phrase stands: "el ministro peruano dijo que el Gobierno …"."""
        sentence = self.sentences[reference.sentence]
        verbs = [t for t in sentence.ancestors(reference.head) if sentence.upos[t] == "VERB"]
        if len(verbs) < 2:
            return None
        figures, _ = self.subject(sentence, verbs[-1])
        return figures[0].country if figures and figures[0].kind == "person" and figures[0].types else None

    def clause_subject(self, reference: Reference) -> str | None:
        """Country of the subject of the clause that a phrase stands in: "ese país" is another one."""
        sentence = self.sentences[reference.sentence]
        verb = next((t for t in sentence.ancestors(reference.head) if sentence.upos[t] == "VERB"), None)
        own = sentence.kid(verb, *_SUBJECT) if verb is not None else None
        figures = self.group(sentence, own) if own is not None else []
        return figures[0].country if len(figures) == 1 else None

    # what is settled after the names of a sentence are known

    def settle(self, sentence: Sentence, silent: list[Reference]) -> Iterator[tuple[Reference, Figure, str]]:
        """The pronouns and elided subjects of a sentence."""
        for reference in silent:
            figures, why = self._answer(sentence, reference)
            for figure in figures:
                if reference.form != "elided":
                    self._heads.setdefault((sentence.index, reference.head), []).append(figure)
                yield reference, figure, why
        self._remember(sentence)

    def _answer(self, sentence: Sentence, reference: Reference) -> Answer:
        token = reference.first
        if reference.role == "relative":
            return self._relative(sentence, token, reference.link), "relative pronoun"
        if reference.role == "elided":
            return self.subject(sentence, token)
        if reference.role == "both":
            found = self.last_list("person", 2) or self.last_list("state", 2)
            return (found, "the two named before") if found else self._together(sentence)
        if reference.role == "document":
            return self._issuer(sentence, reference), "text of"
        if reference.role == "possessive":
            return self._possessor(sentence, token, token + 1), "possessive"
        if reference.role == "clitic":
            return self._clitic(sentence, token, reference.plural), "clitic pronoun"
        if reference.role == "demonstrative":
            return self._before(sentence, token, reference.plural, frozenset()), "demonstrative: the last one named"
        return self._before(sentence, token, reference.plural, frozenset(("person", "group"))), "personal pronoun"

    def subject(self, sentence: Sentence, verb: int, depth: int = 0) -> Answer:
        """Subject of a predicate: in the tree, shared with the verb above, or that of the text before."""
        key = (sentence.index, verb)
        if key not in self._subjects:
            self._subjects[key] = ([], "")  # a verb above may ask back
            self._subjects[key] = self._find_subject(sentence, verb, depth)
        return self._subjects[key]

    def _find_subject(self, sentence: Sentence, verb: int, depth: int) -> Answer:
        own = next(
            (c for c in sentence.kids(verb, *_SUBJECT) if sentence.lemmas[c].lower() not in self.words.times), None
        )
        if own is not None:
            if sentence.forms[own].lower() in ("que", "quien", "quienes") and sentence.labels[verb].startswith("acl"):
                return self._relative(sentence, own, sentence.heads[verb]), "relative pronoun"
            return self._agents(sentence, own), "subject"
        plural = self._plural(sentence, verb)
        if self._is_wanted(sentence, verb):
            return self._asked(sentence, sentence.heads[verb], plural)
        if self._shares(sentence, verb) and depth < 8:
            figures, _ = self.subject(sentence, sentence.heads[verb], depth + 1)
            mute = sentence.lemmas[verb].lower() in self.words.speaking and all(f.kind == "place" for f in figures)
            if figures and not mute and self._agrees(figures, plural):
                conjunct = sentence.labels[verb] == "conj"
                return figures, "subject of the verb before" if conjunct else "subject of the main verb"
        speaking = sentence.lemmas[verb].lower() in self.words.speaking
        if speaking and (holder := self._holder(sentence, verb)):
            return holder, "whose view the sentence gives"
        if self._about_something(sentence, verb) and not self._is_fronted(sentence, verb):
            return [], ""
        if sentence.labels[verb].startswith("acl"):
            return self._around_relative(sentence, verb, plural, depth)
        if self._is_fronted(sentence, verb):
            return self._from_before(sentence, verb, plural)
        if not speaking and sentence.labels[verb] in ("advcl", "ccomp", "xcomp"):
            return [], ""  # a stale speaker would be a guess
        return self._from_before(sentence, verb, plural)

    def _holder(self, sentence: Sentence, verb: int) -> list[Figure]:
        """ "Según X, …" or, at the head of the sentence, "Para X, …" before the verb."""
        for token in range(min(verb, len(sentence))):
            form = sentence.forms[token].lower()
            if (form == "según" or (form == "para" and token == 0)) and sentence.heads[token] > token:
                return [f for f in self.group(sentence, sentence.heads[token]) if f.kind in _ISSUERS]
        return []

    def _around_relative(self, sentence: Sentence, verb: int, plural: bool | None, depth: int) -> Answer:
        """ "Viajó a Creta, donde permanecerá": the subject of the verb around the relative clause."""
        above = next((t for t in sentence.ancestors(verb) if sentence.upos[t] == "VERB"), None)
        if above is None or depth >= 8:
            return [], ""
        figures, _ = self.subject(sentence, above, depth + 1)
        return (figures, "subject of the main verb") if self._agrees(figures, plural) else ([], "")

    def _about_something(self, sentence: Sentence, verb: int) -> bool:
        """Whether a verb above has a subject that is nobody, which then is the subject here too."""
        node = verb
        while sentence.labels[node] in _SHARING and sentence.heads[node] >= 0:
            node = sentence.heads[node]
            subject = sentence.kid(node, *_SUBJECT)
            if subject is not None:
                return not self._agents(sentence, subject) and sentence.upos[subject] == "NOUN"
        return False

    def _is_wanted(self, sentence: Sentence, verb: int) -> bool:
        """A subjunctive under another verb: "pidió a X que venga", "lo llamó para que viniera"."""
        if sentence.labels[verb] not in ("ccomp", "advcl") or sentence.heads[verb] < 0:
            return False
        moods = (verb, *sentence.kids(verb, "aux", "cop", "aux:pass"))
        return any("Mood=Sub" in sentence.feats[t] for t in moods)

    def _asked(self, sentence: Sentence, above: int, plural: bool | None) -> Answer:
        """Whom the verb above addresses; its own subject never wants itself to act in the subjunctive."""
        for child in sentence.kids(above, "iobj", "obj", "obl"):
            figures = self._agents(sentence, child)
            if self._agrees(figures, plural) and figures[0].kind not in ("place", "facility"):
                return figures, "the one addressed by the verb before"
        return [], ""

    def _shares(self, sentence: Sentence, verb: int) -> bool:
        """Whether the verb above may lend its subject: not across quotation marks, nor to a cue after what is said."""
        above, label = sentence.heads[verb], sentence.labels[verb]
        if above < 0 or label not in _SHARING or sentence.upos[above] not in _PREDICATES:
            return False
        inside = self._quoted[sentence.index]
        if (above in inside) != (verb in inside):
            return False
        cue = label == "parataxis" and sentence.lemmas[verb].lower() in self.words.speaking
        return not (cue and above < verb) and not self._is_fronted(sentence, verb)

    def _is_fronted(self, sentence: Sentence, verb: int) -> bool:
        """What is reported before its cue ("Comenzó otro curso, añadió X"): its subject is that of the text before."""
        above = sentence.heads[verb]
        if sentence.labels[verb] not in ("ccomp", "parataxis") or above < verb:
            return False
        return sentence.lemmas[above].lower() in self.words.speaking

    def _from_before(self, sentence: Sentence, verb: int, plural: bool | None) -> Answer:
        """The last subject of a main or reporting verb outside quotations, unless the quotation itself goes on."""
        inside = verb in self._quoted[sentence.index]
        speaking = sentence.lemmas[verb].lower() in self.words.speaking
        for index, figures, spoke, quotation in reversed(self._topics):
            if sentence.index - index > (_REACH if not speaking else 2 * _REACH):
                break
            if (quotation and not inside) or not self._agrees(figures, plural):
                continue
            return figures, "last speaker" if spoke else "subject of the sentence before"
        return self._together(sentence) if plural else ([], "")

    def _together(self, sentence: Sentence) -> Answer:
        """ "X se reunió con Y. Acordaron …": the subject of the sentence before and whom it was with."""
        for index, figures, _, quotation in reversed(self._topics):
            if quotation or sentence.index - index > 2:
                continue
            before = self.sentences[index]
            found = list(figures)
            for reference, figure in self.noted_in(index):
                beside = figure.kind == figures[0].kind and figure not in found
                links = before.kids(reference.head, "case", "cc") if beside else ()
                if any(before.forms[c].lower() in ("con", "y", "e") for c in links):
                    found.append(figure)
            if len(found) > 1:
                return found, "subject of the sentence before and its partner"
        return [], ""

    def _agents(self, sentence: Sentence, head: int) -> list[Figure]:
        """The figures of a subject that can act; a place acts only if nobody in apposition to it does."""
        found = self.group(sentence, head)
        acting = [f for f in found if f.kind not in ("place", "facility")]
        return acting or found

    def _relative(self, sentence: Sentence, token: int, antecedent: int) -> list[Figure]:
        """Who a relative pronoun means: the head of its clause, else the expression that ends just before it."""
        found = self.group(sentence, antecedent) if antecedent >= 0 else []
        if found:
            return found
        for reference, figure in reversed(self._noted):
            if reference.sentence != sentence.index:
                break
            if token - 1 <= reference.last + 1 <= token + 1:
                return [figure]
        return []

    def _issuer(self, sentence: Sentence, reference: Reference) -> list[Figure]:
        """Who speaks through a text: the one it is of or signed by, else the last body, else the last speaker."""
        for token in sentence.subtree(reference.head):
            figures = [f for f in self._heads.get((sentence.index, token), ()) if f.kind in _ISSUERS]
            if figures and token != reference.head:
                return figures
        recent = [t for t in reversed(self._topics) if sentence.index - t[0] <= 2 * _REACH and not t[3]]
        for kinds in (("organisation", "state", "group"), ("person",)):
            for _, figures, _, _ in recent:
                if figures[0].kind in kinds:
                    return figures
        return []

    def _plural(self, sentence: Sentence, verb: int) -> bool | None:
        for token in (verb, *sentence.kids(verb, "aux", "cop", "aux:pass")):
            if "VerbForm=Fin" in sentence.feats[token]:
                return "Number=Plur" in sentence.feats[token]
        return None

    def _agrees(self, figures: list[Figure], plural: bool | None) -> bool:
        if not figures:
            return False
        return plural is None or plural == (len(figures) > 1 or figures[0].plural)

    def _remember(self, sentence: Sentence) -> None:
        """Keep the subjects of main and reporting verbs for the sentences that follow; the main one last."""
        inside = self._quoted[sentence.index]
        kept: list[tuple[int, list[Figure], bool, bool]] = []
        for verb in range(len(sentence)):
            if sentence.upos[verb] not in ("VERB", "ADP", "SCONJ"):
                continue
            speaking = sentence.lemmas[verb].lower() in self.words.speaking
            if sentence.forms[verb].lower() == "según" and sentence.heads[verb] >= 0:
                figures = self._agents(sentence, sentence.heads[verb])
                speaking = bool(figures)
            elif speaking or sentence.labels[verb] == "root":
                figures, _ = self.subject(sentence, verb)
            else:
                continue
            if figures and all(f.kind != "place" for f in figures):
                kept.append((sentence.index, figures, speaking, verb in inside))
        self._topics.extend(sorted(kept, key=lambda k: k[2]))

    def _possessor(self, sentence: Sentence, first: int, last: int) -> list[Figure]:
        """The subject of the clause, unless the phrase is inside it; else the last one named before."""
        noun = (
            sentence.heads[first]
            if last - first == 1
            else next((sentence.heads[t] for t in range(first, last) if "Poss=Yes" in sentence.feats[t]), first)
        )
        if noun >= 0 and sentence.labels[noun] == "conj" and sentence.heads[noun] >= 0:
            beside = [f for f in self.group(sentence, sentence.heads[noun]) if f.kind in ("person", "state")]
            if beside:
                return beside[:1]
        node = noun
        while node >= 0 and sentence.upos[node] not in ("VERB", "AUX"):
            if sentence.labels[node] in _SUBJECT:
                return self._before(sentence, first, None, frozenset(("person", "state", "organisation", "group")))
            node = sentence.heads[node]
        if node >= 0:
            figures, _ = self.subject(sentence, node)
            if figures:
                return figures[:1] if len(figures) == 1 else figures
        return self._before(sentence, first, None, frozenset(("person", "state", "organisation", "group")))

    def _clitic(self, sentence: Sentence, token: int, plural: bool) -> list[Figure]:
        verb = sentence.heads[token]
        if verb >= 0 and any(
            sentence.kid(c, "case") is not None and sentence.forms[sentence.kid(c, "case") or 0].lower() in ("a", "al")
            for c in sentence.kids(verb, "obj", "iobj", "obl")
        ):
            return []
        subject = self.subject(sentence, verb)[0] if verb >= 0 else []
        kinds = frozenset(("person", "state", "organisation", "group"))
        form = sentence.forms[token].lower()
        for reference, figure in reversed(self._noted):
            if reference.sentence < sentence.index - 1:
                break
            if reference.sentence == sentence.index and reference.first >= token:
                continue
            if figure in subject or figure.kind not in kinds or figure.plural != plural:
                continue
            if form in ("lo", "la") and figure.kind != "person":
                continue
            return [figure]
        return []

    def _before(self, sentence: Sentence, token: int, plural: bool | None, kinds: frozenset[str]) -> list[Figure]:
        for reference, figure in reversed(self._noted):
            if reference.sentence < sentence.index - 2:
                break
            if reference.sentence == sentence.index and reference.last > token:
                continue
            if (not kinds or figure.kind in kinds) and (plural is None or figure.plural == plural):
                return [figure]
        return []
