"""What the code calls by its name in the YAML files is there: renaming an entry may not switch off a rule silently."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from teletipo import gazetteer, yamlfile
from teletipo.gazetteer.schema import File
from teletipo.languages import es
from teletipo.records import EntityKind

STAGES = Path(__file__).parent.parent / "src" / "teletipo" / "stages"
NODES = [node for path in sorted(STAGES.rglob("*.py")) for node in ast.walk(ast.parse(path.read_text("utf-8")))]


def texts(node: ast.AST) -> Iterator[str]:
    """All string constants below a node."""
    yield from (n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str))


def test_no_cue_of_certainty_is_named() -> None:
    """What one cue does besides giving its label stands in the lexicon ("proposed.request" has a `source`)."""
    assert {cue.id for cue in es.cues().cues}.isdisjoint(text for node in NODES for text in texts(node))


def test_classes_of_head_nouns() -> None:
    """ "head of state" and the like are classes of `patterns.yaml`, wherever a phrase is asked for its own."""
    patterns = yamlfile.load(gazetteer.DATA / "patterns.yaml", File)
    classes = {row.type for row in patterns.nouns}
    telling = classes - set(get_args(EntityKind))
    sets = [{*texts(n)} for n in NODES if isinstance(n, ast.Set) and telling & {*texts(n)}]
    asked = [{*texts(n)} for n in NODES if isinstance(n, ast.Compare) and ast.unparse(n.left).endswith("kind.type")]
    assert len(sets) > 3
    assert len(asked) > 3
    for named in (*sets, *asked):
        assert named <= classes
