"""Silent and small words: pronouns, clitics, possessives, and the subjects that Spanish verbs leave out."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from teletipo.grammar.relatives import RELATIVES
from teletipo.lexicon.referring import Referring
from teletipo.records import MentionForm
from teletipo.tags import NOMINAL, PREDICATES
from teletipo.tree import Sentence

_SUBJECTS = frozenset({"nsubj", "csubj", "nsubj:pass", "csubj:pass"})
_CLAUSES = frozenset({"root", "conj", "ccomp", "advcl", "parataxis"})
_STRONG = frozenset({"él", "ella", "ellos", "ellas", "éste", "ésta", "éstos", "éstas", "aquél", "aquélla"})
_CLITIC = frozenset({"le", "les", "lo", "la", "los", "las"})


class Silent(msgspec.Struct, frozen=True, gc=False):
    """A word that refers to somebody only through another: `role` says how, `link` is the other token, if known."""

    token: int
    form: MentionForm
    role: str
    plural: bool
    link: int = -1


def silent(sentence: Sentence, words: Referring) -> Iterator[Silent]:
    """All such words of a sentence, in text order."""
    for token, upos in enumerate(sentence.upos):
        if upos == "PRON" or (upos in ("NUM", "DET", "ADJ", "NOUN") and _means_both(sentence, token, words)):
            yield from _pronoun(sentence, token, words)
        elif upos == "DET":
            idiom = sentence.forms[token + 1 : token + 2] == ("parte",)  # "por su parte"
            if "Poss=Yes" in sentence.feats[token] and sentence.low[token] in ("su", "sus") and not idiom:
                yield Silent(token, "pronoun", "possessive", False)
        elif (role := _told_apart(sentence, token, words)) is not None:
            yield Silent(token, "pronoun", role, sentence.low[token].endswith("s"))
        elif upos in PREDICATES:
            finite = _third_person(sentence, token)
            if finite is not None and _leaves_subject_out(sentence, token, finite, words):
                yield Silent(token, "elided", "elided", "Number=Plur" in sentence.feats[finite])


def _means_both(sentence: Sentence, token: int, words: Referring) -> bool:
    """ "Ambos", and "los dos" as a subject."""
    if sentence.low[token] in words.both:
        return True
    two = sentence.low[token] == "dos" and sentence.relations[token] == "nsubj"
    return two and token > 0 and sentence.low[token - 1] in ("los", "las")


def _pronoun(sentence: Sentence, token: int, words: Referring) -> Iterator[Silent]:
    form, feats = sentence.low[token], sentence.feats[token]
    plural = form.endswith("s")
    if "Rel" in feats and (form in RELATIVES or "Poss=Yes" in feats):  # "que", "cuyo"
        clause = next((a for a in (token, *sentence.ancestors(token)) if sentence.labels[a].startswith("acl")), None)
        if clause is not None and sentence.heads[clause] >= 0 and sentence.heads[clause] < token:
            yield Silent(token, "pronoun", "relative", plural, sentence.heads[clause])
    elif form in _STRONG and ("PronType=Prs" in feats or "PronType=Dem" in feats or sentence.labels[token] != "det"):
        yield Silent(token, "pronoun", "demonstrative" if form[0] in "éa" and form != "él" else "personal", plural)
    elif form in words.nearer and says(sentence, token, words):
        yield Silent(token, "pronoun", "demonstrative", plural)
    elif _means_both(sentence, token, words) and not _precedes_noun(sentence, token):
        yield Silent(token, "pronoun", "both", True)
    elif form in _CLITIC and "PronType=Prs" in feats and sentence.labels[token] in ("obj", "iobj"):
        yield Silent(token, "pronoun", "clitic", plural)


def _told_apart(sentence: Sentence, token: int, words: Referring) -> str | None:
    """The role of "el primero" or "este último" if it says something; None for anything else."""
    form = sentence.low[token]
    ordinal = form in words.ordinals
    if not ordinal and not form.startswith("últim"):
        return None
    before = sentence.low[token - 1] if token > 0 else ""
    if sentence.upos[token] not in ("ADJ", "NOUN") or not says(sentence, token, words):
        return None
    if ordinal and before in ("el", "la"):
        return "ordinal"
    return "demonstrative" if form.startswith("últim") and before in words.nearer else None


def says(sentence: Sentence, token: int, words: Referring) -> bool:
    """True for the subject of a verb of speaking, and for the noun after "según"."""
    verb = sentence.heads[token]
    cited = any(sentence.low[c] == "según" for c in sentence.kids(token, "case"))
    return cited or (verb >= 0 and sentence.labels[token] == "nsubj" and sentence.low_lemmas[verb] in words.speaking)


def _precedes_noun(sentence: Sentence, token: int) -> bool:
    return sentence.labels[token] == "det" or (token + 1 < len(sentence) and sentence.upos[token + 1] in NOMINAL)


def _third_person(sentence: Sentence, token: int) -> int | None:
    """The word of a predicate that is in the third person, itself or a helper; a gerund with its own clause counts."""
    feats = sentence.feats[token]
    if sentence.upos[token] == "VERB" and "VerbForm=Fin" in feats:
        return token if "Person=3" in feats else None
    if sentence.upos[token] == "AUX" and sentence.labels[token] in ("aux", "cop", "aux:pass"):
        return None
    if "VerbForm=Ger" in feats and sentence.labels[token] in ("advcl", "xcomp"):
        return token
    if sentence.upos[token] in ("NOUN", "ADJ"):
        helpers = sentence.kids(token, "cop")
    else:
        helpers = sentence.kids(token, "aux", "cop", "aux:pass") if sentence.upos[token] != "AUX" else (token,)
    for helper in helpers:
        if "VerbForm=Fin" in sentence.feats[helper]:
            return helper if "Person=3" in sentence.feats[helper] else None
    return None


def _leaves_subject_out(sentence: Sentence, verb: int, finite: int, words: Referring) -> bool:
    """True for a verb with an elided person as subject: not "llueve", "es necesario que", "se dijo que"."""
    labels = [sentence.labels[c] for c in sentence.children[verb] if sentence.low_lemmas[c] not in words.times]
    if _SUBJECTS.intersection(labels) or sentence.low_lemmas[verb] in words.impersonal:
        return False
    if sentence.upos[verb] != "VERB" and (sentence.labels[verb] not in _CLAUSES or _has_clause(sentence, verb)):
        return False
    reflexive = any(sentence.low[c] == "se" for c in sentence.children[verb] if c < verb)
    clausal = "ccomp" in labels or "csubj" in labels
    objects = [c for c in sentence.kids(verb, "obj") if sentence.low[c] != "se"]
    return not (
        reflexive and "Number=Sing" in sentence.feats[finite] and (clausal or objects or _is_settled(sentence, verb))
    )


def _is_settled(sentence: Sentence, verb: int) -> bool:
    """True for the infinitive in "Se acordó establecer un fondo", which is what was agreed."""
    bare = (c for c in sentence.kids(verb, "xcomp") if "VerbForm=Inf" in sentence.feats[c] and c > verb)
    return sentence.low_lemmas[verb] != "proponer" and any(not sentence.kids(c, "mark", "case") for c in bare)


def _has_clause(sentence: Sentence, predicate: int) -> bool:
    """True for "es posible que", "era necesario negociar", where the clause is the subject."""
    return any(c > predicate for c in sentence.kids(predicate, "ccomp", "xcomp", "csubj"))
