"""In an article about games, what only happens in a game is none of the acts."""

from __future__ import annotations

from parsed import up_to

MATCH = (
    "El delantero marcó dos goles y el portero paró un penalti. El encuentro acabó en empate tras un disparo al poste. "
    "La policía agredió luego a una periodista y detuvo a seis hinchas."
)
TALKS = "El alcalde, que fue portero, criticó el ataque contra el torneo. El encuentro con los jugadores acabó sin gol."


def _told(text: str) -> set[tuple[str, str]]:
    return {(a.type, text[a.anchor.start : a.anchor.end]) for a in up_to("acts", text)["acts"]}


def test_what_happens_in_a_game_is_no_act_where_words_of_sport_are_many() -> None:
    """The players' meeting, shot and attack; whoever hits or arrests somebody does so off the field."""
    assert _told(MATCH) == {("ASSAULT", "agredió"), ("COERCE", "detuvo")}


def test_a_long_article_that_mentions_sport_tells_of_acts() -> None:
    """Few words of sport among many others: an attack is one."""
    rest = " El ministro habló largo rato de las obras de la carretera y de los plazos que fijó la ley de puertos." * 20
    assert {("ASSAULT", "ataque"), ("CONSULT", "encuentro")} <= _told(TALKS + rest)


def test_one_word_of_sport_again_and_again_is_not_enough() -> None:
    """'Liga' is also the name of a party."""
    text = "La Liga criticó el ataque. La Liga pidió una reunión. La Liga lamentó el ataque de la otra Liga."
    assert ("ASSAULT", "ataque") in _told(text)
