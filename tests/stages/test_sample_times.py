"""The sample article: the length of the talks, the earlier meeting of 2019, the size and plans of the cosmodrome."""

from __future__ import annotations

import pytest

from teletipo import pipeline
from teletipo.cli.source import sample as demo
from teletipo.records import Dossier


@pytest.fixture(scope="module")
def sample() -> Dossier:
    """The dossier of the sample article, which carries no date."""
    return pipeline.read(demo().text)


def test_quantities(sample: Dossier) -> None:
    """Talks of more than two hours; 109 hectares; more than 200 buildings and structures, planned."""
    text = sample.article.text or ""
    found = [(q.comparator, q.value, q.unit, q.of.of(text) if q.of else None, q.status) for q in sample.quantities]
    assert (">", 2.0, "h", "discusión", None) in found
    assert ("=", 109.0, "har", "área", None) in found
    assert (">", 200.0, "edificio", "edificios y estructuras", "planned") in found


def test_the_earlier_meeting(sample: Dossier) -> None:
    """The meeting of 2019 is an event of its own, dated 2019 and linked as the earlier one; no other is dated."""
    dated = [e for e in sample.events if e.when]
    assert [(e.type, e.when.start, e.when.precision) for e in dated if e.when] == [("CONSULT", "2019-01-01", "year")]
    assert [k.type for k in sample.links if k.source == dated[0].id] == ["earlier"]
