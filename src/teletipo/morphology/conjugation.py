"""Conjugation: the forms of a verb in the first and third person and its non-finite forms, from its stems.

It over-generates: an irregular stem is combined with every regular ending, as forms that do not exist do no harm in a
look-up. The second person is left out, as news does not report speech in it.
"""

from __future__ import annotations

from typing import Literal

Mode = Literal["finite", "first", "infinitive", "gerund", "participle"]

_AR = "a an ó aron aba aban ará arán aría arían e en ara aran ase asen".split()
_SHARED = "á án e en ió ieron ía ían a an iera ieran iese iesen ó o eron era eran rá rán ría rían".split()
_ER = [*_SHARED, *"erá erán ería erían".split()]
_IR = [*_SHARED, *"irá irán iría irían".split()]
_AR_FIRST = "o é amos ábamos aré aría aremos".split()
_ER_FIRST = "o í e imos emos íamos eré ería ré".split()
_CLITICS = ("", "le", "les", "me", "nos", "lo", "la", "se", "selo")
_ACCENT = str.maketrans("aei", "áéí")


def verb_forms(lemma: str, stems: tuple[str, ...] = (), extra: tuple[str, ...] = ()) -> dict[str, Mode]:
    """Each form with its mode; `stems` are irregular stems, `extra` finite forms that no stem gives."""
    theme = "e" if lemma.endswith("ír") else lemma[-2]
    stem = lemma[:-2]
    found: dict[str, Mode] = {}
    for s in (stem, *stems, *_respelt(stem, theme)):
        finite = _AR if theme == "a" else _IR if theme == "i" else _ER
        found.update(dict.fromkeys([s + ending for ending in finite], "finite"))
        for ending in _AR_FIRST if theme == "a" else _ER_FIRST:
            found.setdefault(s + ending, "first")
        for gerund in ("ando",) if theme == "a" else ("iendo", "yendo"):
            found.update(dict.fromkeys((s + gerund, *_with_clitics(s + gerund)), "gerund"))
        for participle in ("ado",) if theme == "a" else ("ido",):
            found.update(dict.fromkeys((s + participle[:-1] + e for e in ("o", "a", "os", "as")), "participle"))
    found.update(dict.fromkeys((lemma + c for c in _CLITICS), "infinitive"))
    for form in extra:
        found[form] = (
            "participle" if form.endswith(("cho", "to", "cha", "ta", "chos", "tos", "chas", "tas")) else "finite"
        )
    return found


def _respelt(stem: str, theme: str) -> tuple[str, ...]:
    """The stem as it is written before "e" (indique, alegue, avance)."""
    if theme != "a":
        return ()
    return tuple(stem[:-1] + new for old, new in (("c", "qu"), ("g", "gu"), ("z", "c")) if stem.endswith(old))


def _with_clitics(gerund: str) -> tuple[str, ...]:
    accented = gerund[:-4] + gerund[-4].translate(_ACCENT) + "ndo"
    return tuple(accented + c for c in _CLITICS if c)
