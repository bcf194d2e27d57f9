"""What stands around an act and around those who may take part in it, as the judges see it."""

from __future__ import annotations

from parsed import up_to
from teletipo.languages import es
from teletipo.stages.weighing import event_features, role_features, surroundings
from teletipo.stages.weighing.around import Around, candidates
from teletipo.stages.weighing.outlook import Outlook

TEXT = "El presidente de Chile, Gabriel Boric, pidió a Perú que el ejército retirara las tropas de la frontera."


def _weighed(text: str, type_: str, name: str) -> set[str]:
    """Features of the candidate of that name for a part in the first act of the type."""
    p = up_to("acts", text)
    around = Around(p["sentences"], p["cast"], p["statements"], es.KNOWLEDGE["codebook"](), p["acts"])
    act = next(a for a in p["acts"] if a.type == type_)
    view = Outlook.of(act, around)
    candidate = next(c for c in candidates(act, around) if p["cast"].entity(c.entity).name == name)
    return set(role_features.features(act, candidate, view, around))


def test_words_above_and_near_a_word_are_features_in_their_order() -> None:
    """The head's head comes first; near words are content words and never the word itself."""
    sentence = up_to("acts", TEXT)["sentences"][0]
    troops = sentence.forms.index("tropas")
    assert surroundings.above(sentence, troops, first=0) == ["above=retirar", "above=pedir"]
    assert surroundings.above(sentence, troops) == ["above=pedir"]
    assert surroundings.depth(sentence, troops) == "depth=2"
    assert surroundings.steps(sentence, troops) == "steps=obj>ccomp"
    near = surroundings.near(sentence, troops)
    assert "near=ejército" in near
    assert "near=tropa" not in near
    assert "near=presidente" not in near, "more than eight words away"


def test_the_judge_sees_of_what_sector_and_how_many_countries_those_named_are() -> None:
    """Sectors of everybody named in the sentence, and the number of their countries."""
    p = up_to("acts", TEXT)
    act = next(a for a in p["acts"] if a.type == "REQUEST")
    context = event_features.Context.of(p["sentences"], p["cast"], p["statements"], p["acts"])
    found = set(event_features.features(act, context))
    assert {"names GOV", "countries=2", "REQUEST:countries=2", "recipient of GOV"} <= found


def test_a_candidate_is_seen_beside_those_of_its_country() -> None:
    """A president and his country are countrymen; the other country has none, and is not the asker's."""
    assert "REQUEST:countrymen=state/" in _weighed(TEXT, "REQUEST", "Perú")
    assert "of the actor=False,state" in _weighed(TEXT, "REQUEST", "Perú")
    assert any(f.startswith("REQUEST:countrymen=state/") and "person" in f for f in _weighed(TEXT, "REQUEST", "Chile"))
