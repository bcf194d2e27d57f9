"""Subjects: who does what a verb says, found in the tree or shared with another verb, else one of the `topics`."""

from __future__ import annotations

from teletipo.cast import SOMEBODY, SOMEWHERE
from teletipo.grammar.asides import has_others, is_beside
from teletipo.grammar.finiteness import finite_verb
from teletipo.lexicon.referring import Referring
from teletipo.stages.resolving.agreement import agrees, is_wanted, passive_agent, plural_form
from teletipo.stages.resolving.figures import Figure
from teletipo.stages.resolving.topics import Answer, Topic, Topics
from teletipo.tags import PREDICATES, SUBJECTS
from teletipo.tree import Sentence

_SHARING = frozenset({"conj", "ccomp", "advcl", "xcomp", "parataxis"})  #: clauses that share the subject above
_OPENING = frozenset({"cuando", "si", "aunque", "mientras", "como", "apenas"})  #: clauses before that of the verb


class Subjects(Topics):
    """The subject of every verb, as far as the article has been read."""

    def __init__(self, sentences: tuple[Sentence, ...], words: Referring) -> None:
        """Nothing mentioned yet."""
        super().__init__(sentences, words)
        self._subjects: dict[tuple[int, int], Answer] = {}

    def subject(self, sentence: Sentence, verb: int, depth: int = 0) -> Answer:
        """Subject of a predicate: in the tree, shared with the verb above, or that of the text before."""
        key = (sentence.index, verb)
        if key not in self._subjects:
            self._subjects[key] = ([], "")  # a verb above may ask back
            self._subjects[key] = self._find_subject(sentence, verb, depth)
        return self._subjects[key]

    def _find_subject(self, sentence: Sentence, verb: int, depth: int) -> Answer:
        """The subject, searched for; `depth` counts how many verbs the question was passed through."""
        subjects = sentence.kids(verb, *SUBJECTS)
        own = next((c for c in subjects if sentence.low_lemmas[c] not in self.words.times), None)
        if own is not None:
            if sentence.low[own] in ("que", "quien", "quienes") and sentence.labels[verb].startswith("acl"):
                return self.relative(sentence, own, sentence.heads[verb]), "relative pronoun"
            return self._agents(sentence, own), "subject"
        plural = plural_form(sentence, verb)
        if is_wanted(sentence, verb):
            return self._asked(sentence, sentence.heads[verb], plural)
        if self._shares(sentence, verb) and depth < 8:
            figures, _ = self.subject(sentence, sentence.heads[verb], depth + 1)
            mute = sentence.low_lemmas[verb] in self.words.speaking and all(f.kind == "place" for f in figures)
            if figures and not mute and agrees(figures, plural):
                conjunct = sentence.labels[verb] == "conj"
                return figures, "subject of the verb before" if conjunct else "subject of the main verb"
        speaking = sentence.low_lemmas[verb] in self.words.speaking
        if speaking and (holder := self._holder(sentence, verb)):
            return holder, "whose view the sentence gives"
        fronted = self._is_fronted(sentence, verb)
        if not fronted and self._about_something(sentence, verb):
            return [], ""
        if sentence.labels[verb].startswith("acl"):
            return self._around_relative(sentence, verb, plural, depth)
        if told := self._in_clause_before(sentence, verb, plural):
            return told, "subject of the clause before"
        if not (fronted or speaking) and sentence.labels[verb] in ("advcl", "ccomp", "xcomp"):
            return [], ""  # a stale speaker would be a guess
        return self._from_before(sentence, verb, plural)

    def _holder(self, sentence: Sentence, verb: int) -> list[Figure]:
        """ "Según X, …" or, at the head of the sentence, "Para X, …" before the verb."""
        for token in range(min(verb, len(sentence))):
            form = sentence.low[token]
            if (form == "según" or (form == "para" and token == 0)) and sentence.heads[token] > token:
                return [f for f in self.group(sentence, sentence.heads[token]) if f.kind in SOMEBODY]
        return []

    def _around_relative(self, sentence: Sentence, verb: int, plural: bool | None, depth: int) -> Answer:
        """The subject of the verb around a relative clause: "Viajó a Creta, donde permanecerá"."""
        inside = self.is_quoted(sentence, verb)
        verbs = (t for t in sentence.ancestors(verb) if sentence.upos[t] == "VERB")
        above = next((t for t in verbs if self.is_quoted(sentence, t) == inside), None)
        if above is None or depth >= 8:
            return [], ""
        figures, _ = self.subject(sentence, above, depth + 1)
        return (figures, "subject of the main verb") if agrees(figures, plural) else ([], "")

    def _in_clause_before(self, sentence: Sentence, verb: int, plural: bool | None) -> list[Figure]:
        """ "Cuando Soto llegó a Lima, anunció …": the subject of the clause before, if it has nobody as a pronoun."""
        for clause in sentence.kids(verb, "advcl"):
            subject = sentence.kid(clause, *SUBJECTS)
            opening = sentence.low[sentence.subtree(clause)[0]] in _OPENING
            if opening and clause < verb and subject is not None and finite_verb(sentence, clause) is not None:
                figures = [] if has_others(sentence, clause) else self._agents(sentence, subject)
                return figures if agrees(figures, plural) else []
        return []

    def _about_something(self, sentence: Sentence, verb: int) -> bool:
        """Whether a verb above has a subject that is nobody, which then is the subject here too."""
        node = verb
        while sentence.labels[node] in _SHARING and sentence.heads[node] >= 0:
            node = sentence.heads[node]
            subject = sentence.kid(node, *SUBJECTS)
            if subject is not None:
                return not self._agents(sentence, subject) and sentence.upos[subject] == "NOUN"
        return False

    def _asked(self, sentence: Sentence, above: int, plural: bool | None) -> Answer:
        """Whom the verb above addresses; in the subjunctive its own subject is never meant."""
        for child in sentence.kids(above, "iobj", "obj", "obl"):
            figures = self._agents(sentence, child)
            if agrees(figures, plural) and figures[0].kind not in SOMEWHERE:
                return figures, "the one addressed by the verb before"
        return [], ""

    def _shares(self, sentence: Sentence, verb: int) -> bool:
        """Whether the verb above may lend its subject: not across quotation marks, nor to a cue after what is said."""
        above, label = sentence.heads[verb], sentence.labels[verb]
        if above < 0 or label not in _SHARING or sentence.upos[above] not in PREDICATES:
            return False
        inside = self._quoted[sentence.index]
        if (above in inside) != (verb in inside):
            return False
        cue = label == "parataxis" and sentence.low_lemmas[verb] in self.words.speaking
        return not (cue and above < verb) and not self._is_fronted(sentence, verb)

    def _is_fronted(self, sentence: Sentence, verb: int) -> bool:
        """True for what is reported before its cue ("Comenzó otro curso, añadió X")."""
        above = sentence.heads[verb]
        if sentence.labels[verb] not in ("ccomp", "parataxis") or above < verb:
            return False
        return sentence.low_lemmas[above] in self.words.speaking

    def relative(self, sentence: Sentence, token: int, antecedent: int) -> list[Figure]:
        """Whom a relative pronoun refers to: the head of its clause, else the expression that ends just before it.

        "Quien" is a person: in "el Gobierno de X, quien dimitió" it is X.
        """
        found = self.group(sentence, antecedent) if antecedent >= 0 else []
        if sentence.low[token] == "quien":
            found = [f for f in found if f.kind not in ("state", "organisation", *SOMEWHERE)]
        if found or _has_other_subject(sentence, token):
            return found
        for reference, figure in reversed(self._noted):
            if reference.sentence != sentence.index:
                break
            if token - 1 <= reference.last + 1 <= token + 1:
                return [figure]
        return []

    def remember(self, sentence: Sentence) -> None:
        """Keep the subjects of main and reporting verbs for the following sentences.

        Speakers are kept last, and in "X dijo que Y había pedido …" X after Y; so in "X huyó cuando Y lo acusó".
        """
        inside = self._quoted[sentence.index]
        kept: list[tuple[bool, bool, bool, Topic]] = []
        for verb, upos in enumerate(sentence.upos):
            if upos not in ("VERB", "ADP", "SCONJ"):
                continue
            speaking = sentence.low_lemmas[verb] in self.words.speaking
            if sentence.low[verb] == "según" and sentence.heads[verb] >= 0:
                figures = self._agents(sentence, sentence.heads[verb])
                speaking = bool(figures)
            elif speaking or sentence.labels[verb] == "root":
                figures = self._teller(sentence, verb)
            else:
                continue
            if figures and all(f.kind != "place" for f in figures):
                topic = Topic(sentence.index, figures, speaking, verb in inside)
                kept.append((not is_beside(sentence, verb), speaking, not self._is_told(sentence, verb), topic))
        self.topics.extend(topic for *_, topic in sorted(kept, key=lambda one: one[:3]))

    def _teller(self, sentence: Sentence, verb: int) -> list[Figure]:
        """The agent in "Lo anterior fue expresado por X", else the subject."""
        agent = passive_agent(sentence, verb) if sentence.low_lemmas[verb] in self.words.speaking else None
        return (self._agents(sentence, agent) if agent is not None else []) or self.subject(sentence, verb)[0]

    def _is_told(self, sentence: Sentence, verb: int) -> bool:
        """True for a verb in a clause that another verb reports."""
        clauses = (t for t in (verb, *sentence.ancestors(verb)) if sentence.labels[t] == "ccomp")
        told = (t for t in clauses if sentence.kid(t, "mark") is not None)
        return any(sentence.low_lemmas[sentence.heads[t]] in self.words.speaking for t in told)


def _has_other_subject(sentence: Sentence, relative: int) -> bool:
    """True for "el embargo contra Irán, que el Senado aprobó": the relative pronoun is the object."""
    verb = sentence.heads[relative]
    subjects = sentence.kids(verb, *SUBJECTS) if verb >= 0 else ()
    return sentence.low[relative] == "que" and any(c != relative for c in subjects)
