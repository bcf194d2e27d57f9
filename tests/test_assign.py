"""Who may take part in an act: the candidates that the role model weighs."""

from __future__ import annotations

from teletipo import pipeline
from teletipo.languages import es
from teletipo.stages.around import Around, candidates
from teletipo.stages.article import article


def _origins(text: str, type_: str) -> dict[str, str]:
    """Names of the candidates of the first act of a type, with their origins."""
    end = next(i for i, stage in enumerate(pipeline.STAGES) if stage.makes == "acts") + 1
    p = pipeline.run(tuple(pipeline.STAGES[:end]), article(text), {})
    around = Around(p["sentences"], p["cast"], p["statements"], es.KNOWLEDGE["codebook"]())
    act = next(a for a in p["acts"] if a.type == type_)
    return {p["cast"].entity(c.entity).name: c.origin for c in candidates(act, around)}


def test_a_state_named_only_in_a_title_is_a_candidate_of_its_own_kind() -> None:
    """ "el presidente de Rusia" puts Rusia among the candidates, told apart from those named by themselves."""
    origins = _origins("El presidente de Rusia, Vladímir Putin, criticó a Polonia.", "ACCUSE")
    assert origins["Rusia"] == "inside"
    assert origins["Polonia"] == "here"


def test_a_state_also_named_by_itself_counts_as_named() -> None:
    """The same state inside a title and alone is one candidate, and it is named in the sentence."""
    origins = _origins("El presidente de Rusia, Vladímir Putin, criticó a Polonia y elogió a Rusia.", "ACCUSE")
    assert origins["Rusia"] == "here"
