"""A text as the stages see it: its trees, and what is made up to the acts."""

from __future__ import annotations

from functools import cache
from typing import Any

from teletipo.pipeline import STAGES, run, run_together
from teletipo.stages.article import article
from teletipo.tree import Sentence

PARSING = tuple(stage for stage in STAGES if stage.makes == "sentences")


@cache
def trees(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, parsed and mended, knowing the valency of their words."""
    products: dict[str, Any] = {"text": text}
    run_together(PARSING, [products])
    return tuple(products["sentences"])


def up_to(product: str, text: str) -> dict[str, Any]:
    """All products up to the last stage that makes this one, by the rules alone."""
    last = max(k for k, stage in enumerate(STAGES) if stage.makes == product)
    return run(STAGES[: last + 1], article(text), {"models": {}})
